import { isLost } from '@stem/jobs/lost'
import type { Message } from '@stem/mail/message'
import type { Sent } from '@stem/mail/transport'
import { beforeEach, describe, expect, it } from 'vitest'
import { cancelCampaign, pauseCampaign, resumeCampaign } from '../campaigns/steer.ts'
import { ANNA, at, clockFrom, readers, released, runningWith, runOut, serverOf } from '../testing/campaigning.ts'
import { count, DB, emptyAll, NOW } from '../testing/reading.ts'
import { progressOf } from './progress.ts'
import { runCampaign, type RunStep } from './run-campaign.ts'
import { settleLeases } from './settle.ts'

const MINUTE = 60_000
const db = { db: DB }
const SENT: Sent = { outcome: 'sent', reference: 'r' }

const numbers = async (id: string) => (await progressOf(DB, id)).all
const addresses = (handed: Message[]) => handed.map(({ to }) => to).sort()
const all = (n: number, domains = 10) => Array.from({ length: n }, (_, index) => `r${index + 1}@d${(index + 1) % domains}.example`).sort()

beforeEach(emptyAll)

describe('a run that is killed', () => {
  const STEPS: RunStep[] = ['started', 'prepared', 'claimed', 'called', 'handed', 'settled']
  it.each(STEPS)('after it had %s loses and doubles nothing', async (kill) => {
    await readers(30)
    const id = await released()
    const { handed, transport } = serverOf()
    const running = runningWith(transport)
    await runCampaign({ ...running, stop: (step) => step === kill }, id)
    await new Promise((resolve) => setTimeout(resolve, 20))
    running.clock = clockFrom(NOW + 5 * MINUTE)
    await settleLeases({ db: DB, keyed: false }, running.clock())
    await runOut(running, id)
    const { accepted, unknown, prepared } = await numbers(id)
    expect(prepared).toBe(30)
    expect(accepted + unknown).toBe(30)
    expect(new Set(addresses(handed)).size).toBe(handed.length)
    // What was called at that moment is in doubt, and only that.
    expect(unknown).toBeLessThanOrEqual(kill === 'called' || kill === 'handed' || kill === 'settled' ? 10 : 0)
    if (kill === 'called' || kill === 'settled') expect(handed).toHaveLength(30 - unknown)
    else expect(addresses(handed)).toEqual(all(30))
  })

  it('over a database that loses answers loses and doubles nothing either', async () => {
    await readers(60)
    const id = await released()
    const { handed, transport } = serverOf()
    let calls = 0
    const bad = new Proxy(DB, {
      get: (target, name) =>
        name === 'batch'
          ? async (statements: D1PreparedStatement[]) => {
              const results = await target.batch(statements)
              if (calls++ % 3 === 2) throw new Error('D1_ERROR: Network connection lost.')
              return results
            }
          : (Reflect.get(target, name) as (...values: unknown[]) => unknown).bind(target),
    })
    const running = runningWith(transport, { db: bad })
    for (let runs = 0; runs < 10 && (await at(id)).state !== 'finished'; runs++)
      await runCampaign(running, id).catch((thrown: unknown) => expect(isLost(thrown)).toBe(true))
    expect(addresses(handed)).toEqual(all(60))
    expect(await numbers(id)).toMatchObject({ prepared: 60, accepted: 60 })
  })
})

describe('pause, resume and cancel', () => {
  it('stop at once, go on exactly there, and end for good', async () => {
    await readers(200)
    const id = await released()
    const act = () => ({ who: ANNA.personId, id, now: NOW })
    const { handed, transport } = serverOf(async () => {
      if (handed.length === 20) await pauseCampaign(db, act())
      return SENT
    })
    const running = runningWith(transport)
    await runOut(running, id)
    expect(handed.length).toBeLessThanOrEqual(30)
    const { accepted, pending } = await numbers(id)
    expect([accepted, pending]).toEqual([handed.length, 200 - handed.length])
    await resumeCampaign(db, act())
    const second = serverOf(async () => {
      if (second.handed.length === 50) await cancelCampaign(db, act())
      return SENT
    })
    await runOut({ ...running, transport: second.transport }, id)
    const after = await numbers(id)
    expect(after.accepted).toBe(handed.length + second.handed.length)
    expect(after.accepted + after.cancelled).toBe(200)
    expect(new Set([...addresses(handed), ...addresses(second.handed)]).size).toBe(after.accepted)
    expect(await resumeCampaign(db, act())).toMatchObject({ ok: false })
  })
})

describe('a server that stops answering', () => {
  it('holds up nobody who was only called ahead: they are due again at once', async () => {
    await readers(60)
    const id = await released()
    let isSlow = false
    const { handed, transport } = serverOf(async () => {
      isSlow ||= handed.length > 30
      if (isSlow) await new Promise((resolve) => setTimeout(resolve, 1500))
      return SENT
    })
    const running = runningWith(transport, { time: 1200 })
    const run = runCampaign(running, id)
    await new Promise((resolve) => setTimeout(resolve, 1100))
    // Nobody but the five on their way is in doubt, should the process die at this moment.
    expect((await numbers(id)).calling).toBeLessThanOrEqual(5)
    await run
    isSlow = false
    await runOut({ ...running, transport: serverOf().transport }, id)
    expect(await numbers(id)).toMatchObject({ accepted: 60 })
  })
})

describe('the pace', () => {
  it('holds for the provider across runs that know nothing of each other', async () => {
    await readers(100)
    const id = await released()
    const { handed, transport } = serverOf()
    const running = runningWith(transport, { pace: { perSecond: 20, perDomain: 1000 }, time: 700 })
    const began = Date.now()
    await Promise.all([runCampaign(running, id), runCampaign({ ...running }, id)])
    await runCampaign({ ...running }, id)
    const seconds = (Date.now() - began) / 1000
    expect(handed.length).toBeLessThanOrEqual(20 + Math.ceil(20 * seconds))
    expect(handed.length).toBeGreaterThan(20)
  })

  it('of a slow domain holds up no other', async () => {
    await readers(40, { domains: 2 })
    const id = await released()
    await DB.prepare("INSERT INTO rates (key, tokens, at, per_second, not_before) VALUES ('d1.example', 0, 0, 1000, ?)")
      .bind(NOW + 60 * MINUTE)
      .run()
    const { handed, transport } = serverOf()
    await runCampaign(runningWith(transport, { time: 1500 }), id)
    expect(handed.length).toBe(20)
    expect(new Set(handed.map(({ to }) => to.split('@')[1]))).toEqual(new Set(['d0.example']))
    expect(await count('deliveries', `state = 'pending' AND next_at > ${NOW + 59 * MINUTE}`)).toBe(20)
  })

  it('lets single mails overtake', async () => {
    await readers(20)
    const id = await released()
    const order: string[] = []
    const { transport } = serverOf(({ to }) => {
      order.push(to)
      return SENT
    })
    await runCampaign(runningWith(transport, { letters: async () => void order.push('letters') }), id)
    expect(order[0]).toBe('letters')
  })
})
