import type { Message } from '@stem/mail/message'
import type { Sent, Transport } from '@stem/mail/transport'
import { beforeEach, describe, expect, it } from 'vitest'
import { at, batchServerOf, clockFrom, readers, released, runningWith, runOut, serverOf } from '../testing/campaigning.ts'
import { DB, emptyAll, NOW } from '../testing/reading.ts'
import { fenceOf } from './fence.ts'
import { progressOf } from './progress.ts'
import { runCampaign } from './run-campaign.ts'
import { settleLeases } from './settle.ts'
import { answerRing, campaignsAtWork, sweepCampaigns, type Ring } from './sweep.ts'

const MINUTE = 60_000
const READERS = 7
const everybody = Array.from({ length: READERS }, (_, index) => `r${index + 1}@d${(index + 1) % 10}.example`).sort()
const addresses = (handed: Message[]) => handed.map(({ to }) => to).sort()
const never = new Promise<never>(() => undefined)

/**
 * A process that dies at the `fatal`-th question to its database, before the question is done or after. From then on it asks nothing more,
 * and no answer reaches it.
 */
function mortal(fatal: number, when: 'before' | 'after') {
  const life = { questions: 0, isOver: false }
  const die = () => {
    life.isOver = true
    throw new Error('killed')
  }
  async function question<Value>(work: () => Promise<Value>): Promise<Value> {
    if (life.isOver) return never
    const isLast = ++life.questions === fatal
    if (isLast && when === 'before') die()
    const value = await work()
    if (isLast) die()
    return life.isOver ? never : value
  }
  const real = new WeakMap<object, D1PreparedStatement>()
  const statement = (own: D1PreparedStatement): D1PreparedStatement => {
    const shown = {
      bind: (...values: unknown[]) => statement(own.bind(...values)),
      first: (...column: []) => question(() => own.first(...column)),
      all: () => question(() => own.all()),
      run: () => question(() => own.run()),
    } as unknown as D1PreparedStatement
    real.set(shown, own)
    return shown
  }
  const db = {
    prepare: (sql: string) => statement(DB.prepare(sql)),
    batch: (list: D1PreparedStatement[]) => question(() => DB.batch(list.map((one) => real.get(one) ?? one))),
  } as unknown as D1Database
  const over = (transport: Transport): Transport => ({
    ...transport,
    send: async (message) => {
      if (life.isOver) return never
      const sent: Sent = await transport.send(message)
      return life.isOver ? never : sent
    },
  })
  return { db, over, life }
}

beforeEach(emptyAll)

describe('a process that dies', () => {
  // Every moment between two answers of the database: while rows are made, before the freeze, after a claim, before, during and after a call, before what came of it is written, after that, at the end.
  it.each(['before', 'after'] as const)('%s any of its questions to the database is done loses and doubles nothing', { timeout: 60_000 }, async (when) => {
    const doubts = new Set<number>()
    for (let fatal = 1; ; fatal++) {
      await emptyAll()
      await readers(READERS)
      const id = await released()
      const { handed, transport } = serverOf()
      const { db, over, life } = mortal(fatal, when)
      const dead = runningWith(over(transport), { db, time: 2000 })
      // The mark of the installation is there: one that is made at that moment and lost is a matter for a person.
      await fenceOf({ db: DB, marker: dead.marker }, NOW)
      await Promise.race([
        runCampaign(dead, id).catch((thrown: unknown) => expect(String(thrown)).toContain('killed')),
        new Promise<void>((resolve) => {
          const look = setInterval(() => {
            if (!life.isOver) return
            clearInterval(look)
            setTimeout(resolve, 5)
          }, 1)
        }),
      ])
      const running = runningWith(transport, { clock: clockFrom(NOW + 5 * MINUTE), marker: dead.marker })
      await settleLeases({ db: DB, keyed: false }, running.clock())
      await runOut(running, id)
      const { accepted, unknown, prepared } = (await progressOf(DB, id)).all
      const where = `question ${fatal}`
      expect([prepared, accepted + unknown], where).toEqual([READERS, READERS])
      expect(new Set(addresses(handed)).size, where).toBe(handed.length)
      // What was not on its way at that moment reached everybody.
      expect(READERS - handed.length, where).toBeLessThanOrEqual(unknown)
      expect(unknown, where).toBeLessThanOrEqual(10)
      expect((await at(id)).state, where).toBe('finished')
      doubts.add(unknown)
      if (!life.isOver) break
    }
    // Some of those moments lie in a call, and some do not: else nothing was tried.
    expect(Math.min(...doubts)).toBe(0)
    expect(Math.max(...doubts)).toBeGreaterThan(0)
  })
})

describe('a doorbell', () => {
  it('that was lost is rung again each minute, as long as there is work', async () => {
    await readers(READERS)
    const id = await released()
    const { handed, transport } = serverOf()
    const rings: Ring[] = []
    const ring = async (message: Ring) => rings.push(message)
    await sweepCampaigns({ ...transport, db: DB, ring }, NOW)
    expect(rings).toEqual([{ campaign: id }])
    const running = runningWith(transport)
    for (let message = rings.pop(); message; message = rings.pop()) await answerRing(running, message, ring)
    expect(addresses(handed)).toEqual(everybody)
    await sweepCampaigns({ ...transport, db: DB, ring }, NOW + MINUTE)
    expect([rings, await campaignsAtWork(DB, NOW + MINUTE)]).toEqual([[], []])
  })

  it('that is heard again after its work was done does nothing more', async () => {
    await readers(READERS)
    const id = await released()
    const { transport, handed, calls } = batchServerOf()
    const running = runningWith(transport)
    for (let times = 0; times < 3; times++) await answerRing(running, { campaign: id }, async () => undefined)
    expect(addresses(handed())).toEqual(everybody)
    expect(calls).toHaveLength(1)
  })
})
