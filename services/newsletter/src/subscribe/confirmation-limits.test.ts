import { beforeEach, describe, expect, it } from 'vitest'
import { askToChangeAddress } from '../change-address/ask-to-change-address.ts'
import { ask, count, DAY, DB, DESK, emptyAll, HOUR, NOW, subscribed, wishForm } from '../testing/reading.ts'
import { mailboxOf, TO_ALL } from './confirmation-limits.ts'
import { remind, REMINDED_AFTER } from './remind.ts'

const API = '/api/v1/newsletter/subscriptions'
const byForm = (address: string, now: number, network = '192.0.2.1') => ask('/newsletter', { form: wishForm({ address }), now, network })
async function byProgram(address: string, now: number): Promise<Response> {
  const consent = await (await ask('/api/v1/newsletter/consent-text?language=en')).json<{ id: string; hash: string }>()
  const body = { address, topics: ['data'], countries: [], frequency: 'each', language: 'en', consent: { id: consent.id, hash: consent.hash } }
  const headers = { 'idempotency-key': crypto.randomUUID() }
  return ask(API, { method: 'POST', type: 'application/json', body: JSON.stringify(body), headers, now })
}
/** As if so many mails had left within the hour. */
const flooded = (most = TO_ALL.most) => DB.prepare('UPDATE turns SET count = ?1 WHERE key IN (SELECT key FROM turns WHERE count > 1)').bind(most).run()
const mails = () => count('mails', "kind IN ('confirm', 'reminder', 'change-new')")

beforeEach(emptyAll)

describe('mails that ask a mailbox to confirm', () => {
  it('are one a day and three in thirty days, by form, program, reminder and change of address together', async () => {
    const address = 'anna@min.example'
    const other = await subscribed('bo@min.example', {}, NOW - 40 * DAY)
    const before = (await mails()) ?? 0
    const had: number[] = []
    const note = async () => had.push(((await mails()) ?? 0) - before)
    await byForm(address, NOW)
    await byProgram(address, NOW + HOUR)
    await note()
    await remind(DESK, NOW + HOUR + REMINDED_AFTER)
    await note()
    expect((await askToChangeAddress(DESK, other, address, NOW + 10 * DAY)).ok).toBe(true)
    await note()
    for (const days of [12, 20, 29]) {
      expect((await byForm(address, NOW + days * DAY)).status).toBe(303)
      expect((await byProgram(address, NOW + days * DAY)).status).toBe(202)
    }
    await askToChangeAddress(DESK, other, address, NOW + 29.5 * DAY)
    await note()
    await byForm(address, NOW + 30 * DAY)
    await note()
    expect(had).toEqual([1, 2, 3, 3, 4])
  })

  it('count for the mailbox, however its address is written; readers stay apart', async () => {
    for (const address of ['anna@min.example', 'Anna@Min.example', 'anna+one@min.example', 'anna+two+three@min.example']) await byForm(address, NOW)
    expect(await mails()).toBe(1)
    for (const address of ['a.n.n.a@gmail.com', 'anna@gmail.com', 'anna+x@googlemail.com']) await byForm(address, NOW)
    expect(await mails()).toBe(2)
    for (const address of ['an.na@min.example', 'bo@min.example']) await byForm(address, NOW)
    expect(await mails()).toBe(4)
    expect([mailboxOf('+x@min.example'), mailboxOf('a@b+c.example')]).toEqual(['+x@min.example', 'a@b+c.example'])
    const aliased = await subscribed('anna+later@min.example', {}, NOW + 2 * DAY)
    expect(aliased.address).toBe('anna+later@min.example')
  })

  it('stop for everybody when a flood comes from many networks, and say so', async () => {
    const reader = await subscribed('bo@min.example')
    for (const host of [1, 2]) await byForm(`a${host}@min.example`, NOW, `198.51.100.${host}`)
    expect(await mails()).toBe(3)
    await flooded()
    const page = await byForm('more@min.example', NOW, '198.51.100.9')
    expect([page.status, (await page.text()).includes('from everywhere')]).toEqual([429, true])
    const answer = await byProgram('more@min.example', NOW)
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([429, '3600'])
    expect(await askToChangeAddress(DESK, reader, 'new@min.example', NOW)).toEqual({ ok: false, code: 'busy' })
    expect([await mails(), await count('opt_ins', "address = 'more@min.example'")]).toEqual([3, 0])
    expect((await byForm('more@min.example', NOW + HOUR, '198.51.100.9')).status).toBe(303)
    expect(await mails()).toBe(4)
  })

  it('are never more than the limit when many ask at once', async () => {
    await byForm('first@min.example', NOW)
    await byForm('second@min.example', NOW)
    await flooded(TO_ALL.most - 2)
    await Promise.all(Array.from({ length: 8 }, (_, host) => byForm(`b${host}@min.example`, NOW, `203.0.113.${host}`)))
    expect(await mails()).toBe(4)
    await Promise.all(Array.from({ length: 8 }, (_, host) => byForm('one@min.example', NOW + 2 * HOUR + host, `203.0.113.${host}`)))
    expect(await mails()).toBe(5)
  })
})
