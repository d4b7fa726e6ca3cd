import { beforeEach, describe, expect, it } from 'vitest'
import { verifyConsents } from '../ledger/verify-consents.ts'
import { keepHouse } from '../retention/keep-house.ts'
import { suppressRow } from '../suppressions/suppress.ts'
import { readerByKey, readerKeyOf } from '../readers/reader.ts'
import { ask, count, DAY, DB, DESK, emptyAll, linkIn, NOW, paramsIn, post, subscribed, wishForm } from '../testing/reading.ts'

beforeEach(emptyAll)

const readerOf = async (address: string) => readerByKey(DB, await readerKeyOf(DESK, address))
const ledger = async () =>
  (await DB.prepare('SELECT kind, detail FROM consents ORDER BY seq').all<{ kind: string; detail: string }>()).results.map(
    ({ kind, detail }): Record<string, unknown> => ({ kind, ...(JSON.parse(detail) as object) }),
  )

describe('the form', () => {
  it('has nothing ticked, and shows the consent word for word', async () => {
    const text = await (await ask('/newsletter')).text()
    expect(text).not.toMatch(/<input[^>]* checked/)
    expect(text).toContain('I agree that the EU STEM Coalition sends me its newsletter')
  })

  it.each([
    ['no address', { address: '' }, 'f-address'],
    ['an address that no server carries', { address: 'δοκιμή@min.example' }, 'cannot carry'],
    ['no topic', { 'topic-policy': '', 'topic-events': '' }, 'at least one topic'],
    ['no consent', { consent: '' }, 'f-consent'],
  ])('with %s comes back with everything typed', async (_, over, words) => {
    const answer = await ask('/newsletter', { form: wishForm({ 'country-EE': 'yes', ...(over as Record<string, string>) }) })
    const text = await answer.text()
    expect(answer.status).toBe(422)
    expect(text).toContain(words)
    expect(text).toMatch(/name="country-EE"[^>]*checked/)
    expect(await count('opt_ins')).toBe(0)
  })

  it('takes addresses of internationalised domains', async () => {
    await ask('/newsletter', { form: wishForm({ address: 'anna@Bücher.example' }) })
    expect((await post()).map(({ to }) => to)).toEqual(['anna@xn--bcher-kva.example'])
  })

  it('refuses fields it does not have', async () => {
    expect((await ask('/newsletter', { form: wishForm({ state: 'active' }) })).status).toBe(400)
  })

  it('answers the same for a reader, a suppressed address, one that left, and an unknown one', async () => {
    await subscribed('reader@min.example')
    await DB.batch([suppressRow(DB, { addressKey: await readerKeyOf(DESK, 'gone@min.example'), reason: 'complaint', source: 'provider' }, NOW)])
    const answers = []
    for (const address of ['reader@min.example', 'gone@min.example', 'new@min.example', 'bot@min.example']) {
      const answer = await ask('/newsletter', { form: wishForm({ address, more: address.startsWith('bot') ? 'x' : '' }) })
      answers.push(`${answer.status} ${answer.headers.get('location')} ${await answer.text()}`)
    }
    expect(new Set(answers).size).toBe(1)
  })

  it('sent twice is one wish; an address gets one mail a day, without a typed word', async () => {
    const form = wishForm()
    await Promise.all([ask('/newsletter', { form }), ask('/newsletter', { form })])
    await ask('/newsletter', { form: wishForm() })
    expect([await count('opt_ins'), await count('mails')]).toEqual([2, 1])
    const [mail] = await post()
    expect(`${mail?.subject}${mail?.text}${mail?.html}`).not.toContain('anna@')
    await ask('/newsletter', { form: wishForm(), now: NOW + DAY })
    expect(await count('mails')).toBe(2)
  })

  it('stands under a limit by network', async () => {
    const statuses = []
    for (let index = 0; index < 21; index++)
      statuses.push((await ask('/newsletter', { form: wishForm({ address: `a${index}@min.example` }), network: '198.51.100.9' })).status)
    expect(statuses.filter((status) => status === 429)).toHaveLength(1)
  })
})

describe('the link of the mail', () => {
  it('confirms by the button alone, once, and records what was shown when', async () => {
    await ask('/newsletter', { form: wishForm(), locale: 'fr' })
    const [mail] = await post(NOW + 1000)
    const path = linkIn(mail)
    for (const method of ['GET', 'HEAD']) expect((await ask(path.replace(/^\/fr/, ''), { method })).status).toBe(200)
    expect(await count('subscribers')).toBe(0)
    const pressed = await Promise.all(Array.from({ length: 20 }, () => ask('/newsletter/confirm', { form: paramsIn(path), now: NOW + 5000 })))
    expect(pressed.map(({ status }) => status)).toEqual(Array.from({ length: 20 }, () => 200))
    expect(await readerOf('anna@min.example')).toMatchObject({
      state: 'active',
      locale: 'fr',
      topics: ['policy', 'events'],
      countries: ['EE'],
      frequency: 'each',
    })
    const entries = await ledger()
    expect(entries.map((entry) => entry['kind'])).toEqual(['requested', 'confirmed'])
    expect(entries[1]).toMatchObject({
      purpose: 'newsletter of the EU STEM Coalition',
      textId: 'newsletter-1',
      locale: 'fr',
      form: '/fr/newsletter',
      askedAt: NOW,
      mailedAt: NOW + 1000,
      how: 'button',
    })
    expect(entries[1]?.['textHash']).toMatch(/^[0-9a-f]{64}$/)
    expect(await verifyConsents(DESK)).toEqual({ checked: 2, broken: null })
  })

  it('is good for its own wish alone, for seven days, after which everything is deleted', async () => {
    await ask('/newsletter', { form: wishForm() })
    const path = linkIn((await post())[0])
    expect((await ask(path.replace(/.$/, (letter) => (letter === '0' ? '1' : '0')))).status).toBe(410)
    expect((await ask('/newsletter/confirm', { form: paramsIn(path), now: NOW + 7 * DAY })).status).toBe(410)
    await keepHouse(DESK, NOW + 7 * DAY + 1)
    expect([await count('opt_ins'), await count('subscribers'), (await ledger()).map((entry) => entry['kind'])]).toEqual([0, 0, ['requested', 'expired']])
    const dump = JSON.stringify([await ledger(), (await DB.prepare('SELECT * FROM mails').all()).results])
    expect(dump).not.toContain('anna@')
  })

  it('brings back who left or complained, and nothing else does', async () => {
    const reader = await subscribed()
    await DB.batch([
      DB.prepare("UPDATE subscribers SET state = 'withdrawn'"),
      suppressRow(DB, { addressKey: reader.addressKey, reason: 'complaint', source: 'provider' }, NOW),
    ])
    const again = await subscribed('anna@min.example', { 'topic-policy': '', 'topic-data': 'yes' }, NOW + 2 * DAY)
    expect([again.id, again.state, again.topics]).toEqual([reader.id, 'active', ['events', 'data']])
    expect(await count('suppressions', 'lifted_at IS NULL')).toBe(0)
  })
})
