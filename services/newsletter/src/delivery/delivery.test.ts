import type { Message } from '@stem/mail/message'
import type { Sent } from '@stem/mail/transport'
import { beforeEach, describe, expect, it } from 'vitest'
import { eraseReader } from '../own-data/erase-reader.ts'
import { readerByKey, readerKeyOf } from '../readers/reader.ts'
import { suppressRow } from '../suppressions/suppress.ts'
import { ANNA, at, clockFrom, readers, released, runningWith, runOut, serverOf } from '../testing/campaigning.ts'
import { againstTriggers, DB, DESK, emptyAll, NOW, subscribed } from '../testing/reading.ts'
import { leave } from '../unsubscribe/leave.ts'
import { settleUnknown } from './finish.ts'
import { progressOf } from './progress.ts'
import { readReplyLocal } from './reply-address.ts'
import { runCampaign, type RunStep } from './run-campaign.ts'
import { backoff, settleLeases } from './settle.ts'
import { verifyCampaign } from './verify-campaign.ts'

const MINUTE = 60_000
const db = { db: DB }
const HARD: Sent = { outcome: 'refused', why: '550' }
const BUSY: Sent = { outcome: 'later', why: '450', down: false }
const LOST: Sent = { outcome: 'unknown', why: 'closed' }
const SENT: Sent = { outcome: 'sent', reference: 'r' }

const numbers = async (id: string) => (await progressOf(DB, id)).all
const addresses = (handed: Message[]) => handed.map(({ to }) => to).sort()
const all = (n: number, domains = 10) => Array.from({ length: n }, (_, index) => `r${index + 1}@d${(index + 1) % domains}.example`).sort()

beforeEach(emptyAll)

describe('a campaign', () => {
  it('goes once to everybody, however many runs work on it at once', { timeout: 20_000 }, async () => {
    await readers(300)
    const id = await released()
    const { handed, transport } = serverOf()
    const running = runningWith(transport)
    await Promise.all(Array.from({ length: 20 }, () => runCampaign(running, id)))
    await runOut(running, id)
    expect(addresses(handed)).toEqual(all(300))
    expect(await numbers(id)).toMatchObject({ prepared: 300, accepted: 300 })
    expect((await at(id)).state).toBe('finished')
  })

  it('leaves with one Message-ID for each reader, both ways to leave, and a signed way back for reports', async () => {
    await readers(1)
    const id = await released()
    const { handed, transport } = serverOf()
    await runOut(runningWith(transport), id)
    const [mail] = handed
    const reader = `sub_${'1'.padStart(26, '0')}`
    expect(mail).toMatchObject({ id: `${id}.${reader}`, messageId: `<${id}.${reader}@stem.example>` })
    expect(mail?.headers).toMatchObject({ 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click', 'List-Id': 'EU STEM Coalition <newsletter.stem.example>' })
    expect(mail?.headers['List-Unsubscribe']).toMatch(
      /^<https:\/\/stem\.example\/fr\/newsletter\/unsubscribe\?r=sub_\S+>, <mailto:nl\S+@reply\.stem\.example\?subject=unsubscribe>$/,
    )
    expect(Object.keys(mail?.headers ?? {})).not.toContain('Auto-Submitted')
    const [local = ''] = (mail?.envelopeFrom ?? '').split('@')
    expect(local.length).toBeLessThanOrEqual(64)
    expect(await readReplyLocal(DESK.tokenKey, local.toUpperCase())).toEqual({ purpose: 'bounce', campaignId: id, readerId: reader })
    expect(await readReplyLocal(DESK.tokenKey, `nl${local.slice(2)}`)).toBeNull()
  })

  it('reaches nobody who joined after it began', async () => {
    await readers(3)
    const id = await released()
    const { handed, transport } = serverOf()
    const running = runningWith(transport)
    await runCampaign({ ...running, stop: (step) => step === 'prepared' }, id)
    await subscribed('late@min.example', {}, NOW + MINUTE)
    await runOut(running, id)
    expect(addresses(handed)).toEqual(all(3))
  })
})

describe('whoever leaves', () => {
  const two = async () => {
    await subscribed('anna@min.example')
    await subscribed('bo@min.example')
    const id = await released()
    const key = await readerKeyOf(DESK, 'anna@min.example')
    return { id, reader: async () => (await readerByKey(DB, key)) ?? expect.fail('no reader'), key }
  }
  const ways: Record<string, (found: Awaited<ReturnType<typeof two>>) => Promise<unknown>> = {
    unsubscribes: async ({ reader, id }) => leave(DESK, await reader(), { way: 'one-click', campaign: id }, NOW),
    'is erased': async ({ reader }) => eraseReader(DESK, await reader(), 'page', NOW),
    'is suppressed': ({ key }) => suppressRow(DB, { addressKey: key, reason: 'complaint', source: 'report' }, NOW).run(),
    'wants another rhythm': () => DB.prepare("UPDATE subscribers SET frequency = 'monthly' WHERE address = 'anna@min.example'").run(),
  }
  it.each(['prepared', 'claimed', 'called'].flatMap((step) => Object.keys(ways).map((way) => [way, step] as const)))(
    'who %s after it was %s gets nothing from then on',
    async (way, step) => {
      const found = await two()
      const { handed, transport } = serverOf(undefined, true)
      const running = runningWith(transport)
      // A mail that is about to be handed over is the last one: it is cut off here, so nothing of it was handed.
      await runCampaign({ ...running, stop: (now: RunStep) => now === step }, found.id)
      await ways[way]?.(found)
      running.clock = clockFrom(NOW + 5 * MINUTE)
      await settleLeases({ db: DB, keyed: true }, running.clock())
      await runOut(running, found.id)
      expect(addresses(handed)).toEqual(['bo@min.example'])
      // What may have left before stays in doubt.
      expect(await numbers(found.id)).toMatchObject({ prepared: 2, accepted: 1, [step === 'called' ? 'unknown' : 'cancelled']: 1 })
    },
  )

  it('between claim and hand-over in a run that works gets nothing', async () => {
    const { id, reader } = await two()
    const { handed, transport } = serverOf()
    let left = false
    const running = runningWith(transport, {
      stop: (step) => {
        left ||= step === 'claimed'
        return false
      },
    })
    // The ledger is written while the run holds its claim: the stop is asked right after.
    const batch = DB.batch.bind(DB)
    const between = new Proxy(DB, {
      get: (target, name) =>
        name === 'batch'
          ? async (statements: D1PreparedStatement[]) => {
              if (left) {
                left = false
                await leave(DESK, await reader(), { way: 'page', campaign: id }, NOW)
              }
              return batch(statements)
            }
          : (Reflect.get(target, name) as (...values: unknown[]) => unknown).bind(target),
    })
    await runOut({ ...running, db: between }, id)
    expect(addresses(handed)).toEqual(['bo@min.example'])
    expect(await verifyCampaign(db, id)).toMatchObject({ handedOver: 1, totals: { prepared: 2, accepted: 1, cancelled: 1 }, frozen: 2, faults: [] })
  })

  it('is found out by the proof when a mail had been handed over all the same', async () => {
    const { id, reader } = await two()
    const { transport } = serverOf()
    await runOut(runningWith(transport), id)
    const { id: readerId } = await reader()
    await leave(DESK, await reader(), { way: 'page', campaign: id }, NOW)
    expect((await verifyCampaign(db, id))?.without).toEqual([])
    await DB.prepare('UPDATE deliveries SET called_seq = (SELECT max(seq) FROM consents) WHERE subscriber_id = ?').bind(readerId).run()
    expect((await verifyCampaign(db, id))?.without).toEqual([readerId])
    await DB.prepare("UPDATE campaigns SET content = '{}' WHERE id = ?").bind(id).run()
    expect((await verifyCampaign(db, id))?.isAsApproved).toBe(false)
  })

  it('and so is every other row that was tampered with', async () => {
    const { id, reader } = await two()
    const { id: readerId, addressKey } = await reader()
    await runOut(runningWith(serverOf().transport), id)
    const sound = await verifyCampaign(db, id)
    expect(sound).toMatchObject({ state: 'finished', totals: { prepared: 2, accepted: 2 }, frozen: 2, handedOver: 2, faults: [] })
    const own = 'WHERE subscriber_id = ?1'
    const TAMPERED: [string, string, Record<string, unknown>][] = [
      ['a row that is gone', `DELETE FROM deliveries ${own}`, { frozen: 2, totals: { prepared: 1 }, leftOut: [readerId] }],
      [
        'a row that came in',
        "INSERT INTO deliveries SELECT * FROM (SELECT campaign_id, ?1 || 'x', 'other', domain, locale, state, attempts, next_at, lease, lease_until, reference, why, settled_at, called_at, called_seq, doubt_key, doubt_since, heard, heard_at FROM deliveries LIMIT 1)",
        { frozen: 2, totals: { prepared: 3 }, without: [`${readerId}x`] },
      ],
      ['a row without proof', `UPDATE deliveries SET called_seq = NULL ${own}`, { without: [readerId] }],
      ['a row that rests on what came later', `UPDATE deliveries SET called_at = called_at - 3600000 ${own}`, { misdated: [readerId] }],
      ['an entry that was changed', "UPDATE consents SET at = at - 1 WHERE kind = 'confirmed' AND subscriber_id = ?1", { ledgerBroken: expect.any(Number) }],
      [
        'an entry that is gone',
        "DELETE FROM consents WHERE kind = 'confirmed' AND subscriber_id = ?1",
        { without: [readerId], ledgerBroken: expect.any(Number) },
      ],
    ]
    const [rows, entries] = [(await DB.prepare('SELECT * FROM deliveries').all()).results, (await DB.prepare('SELECT * FROM consents').all()).results]
    const restore = (table: string, kept: Record<string, unknown>[]) => [
      DB.prepare(`DELETE FROM ${table}`),
      ...kept.map((row) =>
        DB.prepare(
          `INSERT INTO ${table} (${Object.keys(row).join()}) VALUES (${Object.keys(row)
            .map(() => '?')
            .join()})`,
        ).bind(...Object.values(row)),
      ),
    ]
    for (const [what, sql, found] of TAMPERED) {
      await againstTriggers(DB.prepare(sql).bind(readerId))
      const proof = await verifyCampaign(db, id)
      expect(proof, what).toMatchObject(found)
      expect(proof?.faults.length, what).toBeGreaterThan(0)
      await againstTriggers(...restore('deliveries', rows), ...restore('consents', entries))
    }
    expect(await verifyCampaign(db, id)).toEqual(sound)
    expect(addressKey).toHaveLength(64)
  })
})

describe('an answer', () => {
  it('of one mail never changes its neighbours', async () => {
    await readers(40)
    const id = await released()
    const tries = new Map<string, number>()
    const { handed, transport } = serverOf(({ to }) => {
      tries.set(to, (tries.get(to) ?? 0) + 1)
      if (to.startsWith('r7@')) return HARD
      if (to.startsWith('r8@')) return LOST
      return to.startsWith('r9@') && tries.get(to) === 1 ? BUSY : SENT
    })
    const running = runningWith(transport, { time: 2000 })
    await runOut(running, id, 1)
    expect(handed).toHaveLength(40)
    expect(await numbers(id)).toMatchObject({ accepted: 37, rejected: 1, unknown: 1, pending: 1 })
    running.clock = clockFrom(NOW + MINUTE)
    await runOut(running, id)
    expect(await numbers(id)).toMatchObject({ prepared: 40, accepted: 38, rejected: 1, unknown: 1, pending: 0 })
    expect([...tries].filter(([, n]) => n > 1).map(([to]) => to)).toEqual(['r9@d9.example'])
    expect((await at(id)).state).toBe('finished')
  })

  it('that was lost is asked again of who takes a key once, and of nobody else', async () => {
    await readers(2)
    const id = await released()
    let lost = 0
    const { handed, transport } = serverOf(() => (lost++ < 2 ? LOST : SENT), true)
    const running = runningWith(transport, { time: 1000 })
    await runOut(running, id, 1)
    running.clock = clockFrom(NOW + MINUTE)
    await runOut(running, id)
    expect(handed).toHaveLength(4)
    expect(new Set(handed.map(({ messageId }) => messageId)).size).toBe(2)
    expect(await numbers(id)).toMatchObject({ accepted: 2 })
  })

  it('that never came is settled by a person: it arrived, or once more', async () => {
    await readers(3)
    const id = await released()
    let lost = true
    const { handed, transport } = serverOf(() => (lost ? LOST : SENT))
    const running = runningWith(transport)
    await runOut(running, id)
    expect(await numbers(id)).toMatchObject({ unknown: 3 })
    expect((await at(id)).state).toBe('finished')
    lost = false
    const one = { campaignId: id, who: ANNA.personId }
    expect(await settleUnknown(db, { ...one, readerId: `sub_${'1'.padStart(26, '0')}`, as: 'accepted' }, NOW)).toMatchObject({ ok: true })
    expect(await settleUnknown(db, { ...one, readerId: null, as: 'again' }, NOW)).toEqual({ ok: true, value: { settled: 2 } })
    expect(await settleUnknown(db, { ...one, readerId: null, as: 'again' }, NOW)).toMatchObject({ ok: false })
    await runOut(running, id)
    expect(handed).toHaveLength(5)
    expect(await numbers(id)).toMatchObject({ accepted: 3, unknown: 0 })
  })

  it('that is a temporary refusal waits longer each time, an hour at most', () => {
    const steady = () => 0
    expect([1, 2, 3].map((attempts) => backoff(attempts, steady))).toEqual([15_000, 30_000, 60_000])
    expect(backoff(15, steady)).toBe(60 * MINUTE)
    expect(backoff(15, () => 0.99)).toBeLessThan(76 * MINUTE)
  })

  it('of a dead server ends the run after five, and holds back for a while', async () => {
    await readers(50)
    const id = await released()
    const { handed, transport } = serverOf(() => ({ outcome: 'later', why: 'ECONNREFUSED', down: true }))
    const running = runningWith(transport)
    await runCampaign(running, id)
    expect(handed.length).toBeLessThan(15)
    const before = handed.length
    await runCampaign({ ...running, time: 500 }, id)
    expect(handed).toHaveLength(before)
  })
})
