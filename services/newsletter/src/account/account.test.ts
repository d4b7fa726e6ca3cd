import type { Principal } from '@stem/contracts/context'
import { visitor } from '@stem/test-kit/visitor'
import { beforeEach, describe, expect, it } from 'vitest'
import { app } from '../app.ts'
import { verifyConsents } from '../ledger/verify-consents.ts'
import { eraseReader } from '../own-data/erase-reader.ts'
import { readerById, readerByKey, readerKeyOf } from '../readers/reader.ts'
import { suppressRow } from '../suppressions/suppress.ts'
import { staff } from '../testing/composing.ts'
import { ask, count, DAY, DB, DESK, emptyAll, linkIn, NOW, paramsIn, post, subscribed, testEnv } from '../testing/reading.ts'

const ADDRESS = 'anna@min.example'
const PATH = '/account/newsletter'
const ME: Principal = { ...staff(), roles: [], asleep: [], passkeys: 0 }
const CHOSEN = { 'topic-policy': 'yes', frequency: 'each', language: 'fr' }

/** Asks for one's own page; the members service knows this address of everybody. */
function askOwn(form?: Record<string, string>, { who = ME as Principal | null, address = ADDRESS, path = PATH, now = NOW } = {}): Promise<Response> {
  const MEMBERS = { contactOf: async () => ({ name: null, address, job: null, locale: 'en', organisation: null }) }
  const context = { ...visitor(path), who, client: { network: '192.0.2.1', agent: 'test', lapsed: false }, now }
  const request = new Request(`https://stem.example${path}`, {
    redirect: 'manual',
    ...(form && { method: 'POST', headers: { 'content-type': 'application/x-www-form-urlencoded' }, body: new URLSearchParams(form).toString() }),
  })
  return Promise.resolve(app.fetch(request, { ...testEnv, MEMBERS, context } as never))
}
const mine = async () => readerByKey(DB, await readerKeyOf(DESK, ADDRESS))

beforeEach(emptyAll)

describe('one’s own subscription', () => {
  it('is for who is signed in', async () => {
    expect((await askOwn(undefined, { who: null })).headers.get('location')).toContain('/sign-in?back=')
    expect((await askOwn({ ...CHOSEN, consent: 'yes', do: 'subscribe' }, { who: null })).status).toBe(303)
    expect(await count('subscribers')).toBe(0)
  })

  it('begins by a ticked consent, without a mail, and the ledger says so', async () => {
    const page = await (await askOwn()).text()
    expect(page).not.toMatch(/<input[^>]* checked/)
    expect(page).toContain('I agree that the EU STEM Coalition sends me its newsletter')
    const without = await askOwn({ ...CHOSEN, do: 'subscribe' })
    expect([without.status, /name="topic-policy"[^>]*checked/.test(await without.text()), await count('subscribers')]).toEqual([422, true, 0])
    const presses = await Promise.all(Array.from({ length: 5 }, () => askOwn({ ...CHOSEN, consent: 'yes', do: 'subscribe' })))
    expect(presses.map(({ headers }) => headers.get('location'))).toEqual(Array.from({ length: 5 }, () => `${PATH}?done=subscribed`))
    expect(await mine()).toMatchObject({ state: 'active', locale: 'fr', topics: ['policy'], frequency: 'each' })
    expect([await count('mails'), await count('consents')]).toEqual([0, 1])
    const entry = await DB.prepare('SELECT kind, detail FROM consents').first<{ kind: string; detail: string }>()
    expect(entry?.kind).toBe('confirmed')
    expect(JSON.parse(entry?.detail ?? '')).toMatchObject({ how: 'session', by: ME.personId, textId: 'newsletter-1', form: PATH, mailedAt: null })
    expect(await verifyConsents(DESK)).toMatchObject({ broken: null })
  })

  it('is found whoever began it, changed, and left in one press', async () => {
    const reader = await subscribed(ADDRESS)
    const page = await (await askOwn()).text()
    expect(page).toMatch(/name="topic-policy"[^>]*checked/)
    const version = /name="version" value="(\d+)"/.exec(page)?.[1] ?? ''
    expect((await askOwn({ ...CHOSEN, version, do: 'save' })).headers.get('location')).toBe(`${PATH}?done=saved`)
    expect((await askOwn({ ...CHOSEN, 'topic-policy': '', 'topic-data': 'yes', version, do: 'save' })).status).toBe(409)
    expect(await readerById(DB, reader.id)).toMatchObject({ topics: ['policy'], locale: 'fr' })
    expect((await askOwn({ do: 'leave' })).headers.get('location')).toBe(`${PATH}?done=left`)
    expect((await askOwn({ do: 'leave' })).status).toBe(303)
    expect((await readerById(DB, reader.id))?.state).toBe('withdrawn')
    expect(await count('consents', "kind = 'withdrawn' AND detail ->> 'way' = 'account'")).toBe(1)
    await askOwn({ ...CHOSEN, consent: 'yes', do: 'subscribe' })
    expect((await readerById(DB, reader.id))?.state).toBe('active')
  })

  it('of an address that is suppressed begins by the mailed button alone', async () => {
    const former = await subscribed(ADDRESS)
    await eraseReader(DESK, former, 'page', NOW)
    expect((await askOwn({ ...CHOSEN, consent: 'yes', do: 'subscribe' }, { now: NOW + 2 * DAY })).headers.get('location')).toBe(`${PATH}?done=mailed`)
    expect((await mine())?.state).toBe('erased')
    const mail = (await post(NOW + 2 * DAY)).find(({ to }) => to === ADDRESS)
    await ask('/newsletter/confirm', { form: paramsIn(linkIn(mail)), now: NOW + 2 * DAY })
    expect(await mine()).toMatchObject({ state: 'active', address: ADDRESS })
    expect(await count('suppressions', 'lifted_at IS NULL')).toBe(0)
  })

  it('says when nothing is sent there, and is no way around it', async () => {
    const reader = await subscribed(ADDRESS)
    await suppressRow(DB, { addressKey: reader.addressKey, reason: 'hard', source: 'smtp' }, NOW).run()
    expect(await (await askOwn()).text()).toContain('Nothing is sent there at present: the mailbox does not exist')
    await askOwn({ ...CHOSEN, consent: 'yes', do: 'subscribe' })
    expect(await count('suppressions', 'lifted_at IS NULL')).toBe(1)
  })

  it('is exported after a fresh proof', async () => {
    await subscribed(ADDRESS)
    const old = { ...ME, provedAt: NOW - DAY }
    expect((await askOwn({}, { who: old, path: `${PATH}/export` })).headers.get('location')).toContain('/account/step-up')
    const file = await askOwn({}, { path: `${PATH}/export` })
    expect([file.status, ((await file.json()) as { subscription: { address: string } }).subscription.address]).toEqual([200, ADDRESS])
    await askOwn({ do: 'leave' })
    expect(await (await askOwn()).text()).toContain(`${PATH}/export`)
    const later = await askOwn({}, { path: `${PATH}/export` })
    expect(await later.json()).toMatchObject({ subscription: { address: ADDRESS, state: 'withdrawn' } })
    await eraseReader(DESK, (await mine()) ?? expect.fail('no reader'), 'page', NOW)
    expect(await (await askOwn()).text()).not.toContain(`${PATH}/export`)
  })
})

describe('the form of the home page', () => {
  it('leads to the whole form with the address kept and nothing ticked, and changes nothing', async () => {
    const answer = await ask('/newsletter', { form: { address: 'anna@min.example' } })
    const text = await answer.text()
    expect([answer.status, text.includes('value="anna@min.example"')]).toEqual([200, true])
    expect(text).not.toMatch(/<input[^>]* checked/)
    expect([await count('opt_ins'), await count('mails'), await count('consents')]).toEqual([0, 0, 0])
  })
})
