import { beforeEach, describe, expect, it } from 'vitest'
import { cancelCampaign } from '../campaigns/steer.ts'
import { readerById } from '../readers/reader.ts'
import { ANNA, at, batchServerOf, clockFrom, readers, released, runningWith, runOut } from '../testing/campaigning.ts'
import { DB, DESK, emptyAll, NOW } from '../testing/reading.ts'
import { leave } from '../unsubscribe/leave.ts'
import { settleUnknown } from './finish.ts'
import { progressOf } from './progress.ts'
import { runCampaign, type RunStep } from './run-campaign.ts'
import { settleLeases } from './settle.ts'

const MINUTE = 60_000
const db = { db: DB }
const numbers = async (id: string) => (await progressOf(DB, id)).all
const addresses = (handed: { to: string }[]) => handed.map(({ to }) => to).sort()
const all = (n: number) => Array.from({ length: n }, (_, index) => `r${index + 1}@d${(index + 1) % 10}.example`).sort()
const reader = async (n: number) => (await readerById(DB, `sub_${String(n).padStart(26, '0')}`)) ?? expect.fail('no reader')
const first = (call: number) => call === 1
const inDoubt = () => DB.prepare('SELECT count(*) AS n FROM deliveries WHERE doubt_key IS NOT NULL').first<number>('n')

beforeEach(emptyAll)

describe('a campaign that leaves in batches', () => {
  it('goes once to everybody, a hundred in a call, each call under a key of its own', async () => {
    await readers(730)
    const id = await released()
    const { calls, transport, handed } = batchServerOf()
    const running = runningWith(transport)
    await Promise.all(Array.from({ length: 5 }, () => runCampaign(running, id)))
    await runOut(running, id)
    expect(addresses(handed())).toEqual(all(730))
    expect(Math.max(...calls.map(({ to }) => to.length))).toBe(100)
    expect(new Set(calls.map(({ key }) => key)).size).toBe(calls.length)
    expect(await numbers(id)).toMatchObject({ prepared: 730, accepted: 730 })
    expect(await inDoubt()).toBe(0)
  })

  it.each(['before', 'after'] as const)('asks again for the same batch under the same key when the answer is lost, the batch taken %s it', async (when) => {
    await readers(250)
    const id = await released()
    const { calls, transport, handed } = batchServerOf((call) => (first(call) ? when : null))
    const running = runningWith(transport, { time: 2000 })
    await runOut(running, id, 1)
    expect(await numbers(id)).toMatchObject({ accepted: 150, pending: 100 })
    running.clock = clockFrom(NOW + MINUTE)
    await runOut(running, id)
    const again = calls.filter(({ key }) => key === calls[0]?.key)
    expect(again.map(({ to }) => to)).toEqual([calls[0]?.to, calls[0]?.to])
    expect(addresses(handed())).toEqual(all(250))
    expect(await numbers(id)).toMatchObject({ accepted: 250, unknown: 0 })
  })

  it.each<RunStep>(['claimed', 'called', 'handed', 'settled'])('loses and doubles nothing when it is killed after it had %s', async (kill) => {
    await readers(450)
    const id = await released()
    const { calls, transport, handed } = batchServerOf()
    const running = runningWith(transport)
    await runCampaign({ ...running, stop: (step) => step === kill }, id)
    await new Promise((resolve) => setTimeout(resolve, 20))
    running.clock = clockFrom(NOW + 5 * MINUTE)
    await settleLeases({ db: DB, ...transport }, running.clock())
    await runOut(running, id)
    expect(addresses(handed())).toEqual(all(450))
    expect(await numbers(id)).toMatchObject({ accepted: 450, unknown: 0 })
    for (const { key, to } of calls) expect(to, 'the same key, the same mails').toEqual(calls.find((one) => one.key === key)?.to)
  })

  it.each(['before', 'after'] as const)('asks again without those who left meanwhile, who stay unknown (taken %s)', async (when) => {
    await readers(20)
    const id = await released()
    const { calls, transport, handed } = batchServerOf((call) => (first(call) ? when : null))
    const running = runningWith(transport, { time: 1000 })
    await runOut(running, id, 1)
    await leave(DESK, await reader(3), { way: 'page', campaign: id }, NOW)
    // Gone without a word to the rows: the claim asks by itself.
    await DB.prepare("UPDATE subscribers SET state = 'paused' WHERE id = ?")
      .bind((await reader(4)).id)
      .run()
    running.clock = clockFrom(NOW + MINUTE)
    await runOut(running, id)
    expect(calls[1]).toEqual({ key: calls[0]?.key, to: calls[0]?.to.filter((to) => !/^r[34]@/.test(to)) })
    const once = addresses(handed())
    expect(once).toEqual(when === 'after' ? all(20) : all(20).filter((to) => !/^r[34]@/.test(to)))
    expect(await numbers(id)).toMatchObject({ prepared: 20, accepted: 18, unknown: 2, cancelled: 0 })
    expect((await at(id)).state).toBe('finished')
  })

  it('is unknown once its key is forgotten, and then a matter for a person', async () => {
    await readers(20)
    const id = await released()
    const { calls, transport } = batchServerOf((call) => (first(call) ? 'after' : null), { keyLife: 30 * MINUTE })
    const running = runningWith(transport, { time: 1000 })
    await runOut(running, id, 1)
    expect(await numbers(id)).toMatchObject({ pending: 20 })
    running.clock = clockFrom(NOW + 29 * MINUTE)
    await runOut(running, id)
    expect(calls).toHaveLength(1)
    expect(await numbers(id)).toMatchObject({ unknown: 20 })
    await settleUnknown(db, { campaignId: id, readerId: null, as: 'again', who: ANNA.personId }, running.clock())
    await runOut(running, id)
    expect(calls[1]?.key).not.toBe(calls[0]?.key)
    expect(await numbers(id)).toMatchObject({ accepted: 20 })
  })

  it('that is cancelled leaves in doubt what may have left', async () => {
    await readers(130)
    const id = await released()
    const { transport } = batchServerOf(() => 'after')
    await runOut(runningWith(transport, { time: 500 }), id, 1)
    await cancelCampaign(db, { who: ANNA.personId, id, now: NOW })
    expect(await numbers(id)).toMatchObject({ unknown: 130, cancelled: 0 })
  })

  it('keeps its pace', async () => {
    await readers(300)
    const id = await released()
    const { transport, handed } = batchServerOf()
    await runCampaign(runningWith(transport, { pace: { perSecond: 40, perDomain: 1000 }, time: 1000 }), id)
    expect(handed().length).toBeGreaterThan(40)
    expect(handed().length).toBeLessThanOrEqual(90)
  })
})
