import { beforeEach, describe, expect, it } from 'vitest'
import { filesOfCase } from '../files/kept-file.ts'
import { sweepFiles } from '../files/sweep-files.ts'
import { requesterKeyOf } from '../cases/receive.ts'
import { forgetPerson } from '../retention/forget-person.ts'
import { keepHouse } from '../retention/keep-house.ts'
import { ask, count, DB, emptyAll, finished, NOW, only, READING, somebody } from '../testing/asking.ts'
import { asFile, emptyStore, objects, STORE } from '../testing/choosing-files.ts'
import { digest, formIn, linkIn, post } from '../testing/reading.ts'
import { draftToken } from './open-draft.ts'

const HOUR = 60 * 60_000
const DAY = 24 * HOUR
beforeEach(emptyAll)

const save = (over: Record<string, string> = {}, more: object = {}) =>
  ask('/support/request', { form: finished({ step: 'challenge', go: 'save', ...over }), ...more })

describe('a draft', () => {
  it('opens where it was left with every word, right or wrong, and looking at it changes nothing', async () => {
    const form = finished({ step: 'challenge', go: 'save', challenge: 'Ω <b>"half"\na sentence', tried: '', table: ' who? ', country: '' })
    const answer = await ask('/support/request', { form })
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/support/draft/saved'])
    expect(await (await ask('/support/draft/saved')).text()).toContain('30 days')
    const [mail] = await post()
    const before = await digest()
    const page = await ask(linkIn(mail))
    const html = await page.text()
    expect(await digest()).toBe(before)
    expect([page.status, page.headers.get('cache-control'), page.headers.get('referrer-policy')]).toEqual([200, 'no-store', 'same-origin'])
    const again = formIn(html, '/support/request')
    for (const name of ['key', 'step', 'kind', 'name', 'address', 'organisation', 'country', 'challenge', 'tried', 'table'])
      expect([name, again[name]]).toEqual([name, form[name]])
    // At once: what is left may be one press of a button.
    await ask('/support/request', { form: { ...again, challenge: 'Whole now.', step: 'check', go: 'send' } })
    expect([(await only()).state, await count('drafts')]).toEqual(['new', 0])
    const used = await ask(linkIn(mail))
    expect([used.status, (await used.text()).includes('This draft is not here any more')]).toEqual([410, true])
  })

  it('is mailed without a typed word and stands in the database sealed', async () => {
    await save({ name: 'EVIL evil.example', challenge: 'EVIL http://evil.example', organisation: 'EVIL', tried: 'EVIL', table: 'EVIL' })
    expect(JSON.stringify((await DB.prepare('SELECT * FROM drafts').all()).results)).not.toMatch(/EVIL|anna|min\.example/i)
    const [mail] = await post()
    expect(mail?.to).toBe('anna@min.example')
    expect(`${mail?.subject} ${mail?.text} ${mail?.html}`).not.toMatch(/EVIL/i)
    expect([...(mail?.text ?? '').matchAll(/https?:\/\/[^/\s]+/g)].map(([origin]) => origin)).toEqual(['https://stem.example'])
  })

  it('saved again is the same draft with the same link and the newest words; two clicks are one mail', async () => {
    const form = finished({ step: 'challenge', go: 'save' })
    await Promise.all([ask('/support/request', { form }), ask('/support/request', { form })])
    const [first, ...others] = await post()
    expect([await count('drafts'), others]).toEqual([1, []])
    await ask('/support/request', { form: { ...form, challenge: 'Newer words' }, now: NOW + HOUR })
    const [second] = await post(NOW + HOUR)
    expect([await count('drafts'), linkIn(second)]).toEqual([1, linkIn(first)])
    expect(await (await ask(linkIn(first))).text()).toContain('Newer words')
  })

  it('saved for another address ends the link of the first: it was a mistake', async () => {
    const form = finished({ step: 'challenge', go: 'save' })
    await ask('/support/request', { form })
    await ask('/support/request', { form: { ...form, address: 'right@min.example' } })
    const mails = await post()
    expect(mails.map(({ to }) => to)).toEqual(['right@min.example'])
    expect((await ask(linkIn(mails[0]))).status).toBe(200)
  })

  it('is over after thirty days, to the millisecond, and deleted then', async () => {
    await save()
    const link = linkIn((await post())[0])
    expect((await ask(link, { now: NOW + 30 * DAY - 1 })).status).toBe(200)
    expect((await ask(link, { now: NOW + 30 * DAY })).status).toBe(410)
    await keepHouse({ db: DB }, NOW + 30 * DAY - 1)
    expect(await count('drafts')).toBe(1)
    await keepHouse({ db: DB }, NOW + 30 * DAY + 1)
    expect(await count('drafts')).toBe(0)
  })

  it('goes with the person who saved it, signed in or under their address, and with nobody else', async () => {
    const who = somebody('anna', { roles: [] })
    await save({}, { who })
    await DB.batch(forgetPerson(DB, somebody('eve').personId))
    expect(await count('drafts')).toBe(1)
    await DB.batch(forgetPerson(DB, who.personId))
    expect([await count('drafts'), await post()]).toEqual([0, []])
    await save()
    await DB.batch(forgetPerson(DB, who.personId, await requesterKeyOf(READING.keys, 'ANNA@min.example')))
    expect([await count('drafts'), await post()]).toEqual([0, []])
  })

  it('opens by its own link alone: a token of another draft, of a case, or changed by a letter opens nothing', async () => {
    await save()
    await save({ address: 'b@min.example' })
    await ask('/support/request', { form: finished({ address: 'c@min.example' }) })
    const links = (await post()).map(linkIn)
    const drafts = links.filter((link) => link.includes('/draft'))
    const [one = '', other = ''] = drafts.map((link) => new URL(link, 'https://x').searchParams.get('token') ?? '')
    const ids = drafts.map((link) => new URL(link, 'https://x').searchParams.get('draft') ?? '')
    const caseSecret = new URL(links.find((link) => link.includes('/case')) ?? '', 'https://x').searchParams.get('token') ?? ''
    const rows = await DB.prepare('SELECT id, address_key AS addressKey FROM drafts').all<{ id: string; addressKey: string }>()
    const elsewhere = await draftToken({ token: 'another installation' }, rows.results[0] ?? { id: '', addressKey: '' })
    const wrong = [other, caseSecret, elsewhere, '', 'x', one.toUpperCase(), one.slice(1), `${one}0`]
    for (let at = 0; at < one.length; at++) wrong.push(one.slice(0, at) + (one[at] === '0' ? '1' : '0') + one.slice(at + 1))
    for (const token of wrong) expect((await ask(`/support/draft?draft=${ids[0]}&token=${token}`)).status).toBe(410)
    expect((await ask(`/support/draft?draft=${ids[0]}&token=${one}`)).status).toBe(200)
    expect((await ask(`/support/case?case=${(await DB.prepare('SELECT id FROM cases').first<{ id: string }>())?.id}&token=${one}`)).status).toBe(410)
  })

  it('asks for the address when there is none, keeps the rest, and leads back to the step', async () => {
    const form = finished({ step: 'kind', go: 'save', address: '' })
    const first = await ask('/support/request', { form })
    const html = await first.text()
    expect([first.status, html.includes('id="es"')]).toEqual([200, false])
    const asked = formIn(html, '/support/request')
    expect([asked['challenge'], asked['step'], asked['asked']]).toEqual([form['challenge'], 'kind', 'yes'])
    const wrong = await ask('/support/request', { form: { ...asked, address: 'anna', go: 'save' } })
    expect([wrong.status, (await wrong.text()).includes('href="#f-address"')]).toEqual([422, true])
    expect(formIn(await (await ask('/support/request', { form: { ...asked, go: 'stay' } })).text(), '/support/request')['tried']).toBe('Camps')
    expect((await ask('/support/request', { form: { ...asked, address: 'anna@min.example', go: 'save' } })).status).toBe(303)
    expect(formIn(await (await ask(linkIn((await post())[0]))).text(), '/support/request')['step']).toBe('kind')
  })

  it('is mailed three times an hour to an address and saved ten times an hour from a network; what was typed stays', async () => {
    const statuses = []
    for (let index = 0; index < 5; index++) statuses.push((await save({}, { network: `198.51.100.${index}` })).status)
    expect([statuses, await count('drafts'), (await post()).length]).toEqual([[303, 303, 303, 429, 429], 3, 3])
    const refused = await save({ challenge: 'CANARY typed' })
    expect([refused.status, (await refused.text()).includes('CANARY typed')]).toEqual([429, true])
    expect((await save({}, { now: NOW + HOUR })).status).toBe(303)
    await emptyAll()
    const others = []
    for (let index = 0; index < 12; index++) others.push((await save({ address: `a${index}@min.example` })).status)
    expect(others.filter((status) => status === 429)).toHaveLength(2)
  })

  it('is kept without another mail when the address had three: the link of before opens it', async () => {
    const form = finished({ step: 'challenge', go: 'save' })
    for (let minute = 0; minute < 4; minute++) await ask('/support/request', { form: { ...form, challenge: `Version ${minute}` }, now: NOW + minute * 61_000 })
    const mails = await post(NOW + HOUR / 2)
    expect(mails).toHaveLength(3)
    expect(await (await ask(linkIn(mails[0]))).text()).toContain('Version 3')
  })

  it('is not made of a form that was sent, that has no time signed here, or that a program filled in', async () => {
    const form = finished()
    await ask('/support/request', { form })
    expect((await ask('/support/request', { form: { ...form, go: 'save' } })).status).toBe(303)
    expect((await save({ drawn: 'x' })).status).toBe(422)
    expect((await save({ more: 'x' })).status).toBe(303)
    expect([await count('drafts'), (await post()).map(({ subject }) => subject)]).toEqual([0, [expect.stringContaining('received')]])
  })

  it('keeps the files that were chosen, until it is sent with them or deleted', async () => {
    await emptyStore()
    const form = finished({ step: 'challenge', go: 'save' })
    expect((await ask('/support/request', { form, files: [asFile('plan.pdf')] })).status).toBe(303)
    await sweepFiles(STORE, NOW + 2 * DAY)
    const html = await (await ask(linkIn((await post())[0]), { now: NOW + 3 * DAY })).text()
    expect(html).toContain('plan.pdf')
    const again = { ...formIn(html, '/support/request'), step: 'check', go: 'send', attached: '1' }
    expect((await ask('/support/request', { form: again, now: NOW + 3 * DAY })).status).toBe(303)
    expect((await filesOfCase(READING, (await only()).id)).map(({ name }) => name)).toEqual(['plan.pdf'])
    await emptyStore()
    await ask('/support/request', { form: { ...form, key: 'f'.repeat(32) }, files: [asFile('plan.pdf')] })
    await keepHouse({ db: DB }, NOW + 31 * DAY)
    await sweepFiles(STORE, NOW + 31 * DAY)
    expect([await count('drafts'), await objects()]).toEqual([0, []])
  })

  it('with a file that cannot be kept says so and saves nothing yet', async () => {
    await emptyStore()
    const answer = await ask('/support/request', { form: finished({ step: 'challenge', go: 'save' }), files: [new File(['<script>'], 'page.html')] })
    expect([answer.status, (await answer.text()).includes('none of the kinds'), await count('drafts')]).toEqual([422, true, 0])
  })

  it('that is too long to be one says so and loses nothing', async () => {
    const answer = await save({ challenge: `CANARY ${'x'.repeat(20_000)}` })
    expect([answer.status, (await answer.text()).includes('CANARY'), await count('drafts')]).toEqual([422, true, 0])
  })
})
