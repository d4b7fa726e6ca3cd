import { figuresSchema } from '@stem/contracts/api-figures'
import fc from 'fast-check'
import * as v from 'valibot'
import { beforeEach, describe, expect, it } from 'vitest'
import { KINDS, OPEN, type Kind, type State } from '../cases/case.ts'
import type { Happened } from '../promises/due-of.ts'
import { DB, emptyAll } from '../testing/asking.ts'
import { happenedIn, step } from '../testing/happened.ts'
import { slowlyFollow } from '../testing/slow-clock.ts'
import { countRequests } from './count-requests.ts'
import { periodsOf } from './periods.ts'

const HOUR = 60 * 60_000
const DAY = 24 * HOUR
const utc = (text: string) => Date.parse(`${text}Z`)
beforeEach(emptyAll)

type Made = { kind: Kind; events: Happened[] }
const stateOf = ({ events }: Made): State => events.at(-1)?.state ?? 'new'

/** Statements that put these cases there, and no other, as they would stand after what happened to them. */
const rowsOf = (made: readonly Made[]): D1PreparedStatement[] => [
  DB.prepare('DELETE FROM cases'),
  DB.prepare('DELETE FROM events'),
  DB.prepare(
    `INSERT INTO cases (id, reference, form_key, kind, state, locale, link_epoch, version, created_at, updated_at)
     SELECT key, key, key, value ->> 'kind', value ->> 'state', 'en', 1, 1, value ->> 'at', value ->> 'at' FROM json_each(?)`,
  ).bind(JSON.stringify(made.map((one) => ({ kind: one.kind, state: stateOf(one), at: one.events[0]?.at })))),
  DB.prepare(
    `INSERT INTO events (id, case_id, at, kind, actor, state, before, version, about, undone_at)
     SELECT key, value ->> 'case', value ->> 'at', value ->> 'kind', 'x', value ->> 'state', '{}', key, value ->> 'about', value ->> 'undoneAt' FROM json_each(?)`,
  ).bind(JSON.stringify(made.flatMap(({ events }, number) => events.map((event) => ({ ...event, case: String(number) }))))),
]

/** Counts by going through every case with a stopwatch. */
function slowly(made: readonly Made[], { starts, ends }: { starts: number; ends: number }, now: number) {
  const counted = made.filter((one) => !['spam', 'merged'].includes(stateOf(one)) && (one.events[0]?.at ?? 0) >= starts && (one.events[0]?.at ?? 0) < ends)
  const firsts = counted.flatMap((one) => {
    const first = slowlyFollow(one.events, now).all.find(({ promise }) => promise === 'answer')
    return first ? [{ ...first, state: stateOf(one) }] : []
  })
  const answers = firsts.filter(({ keptAt }) => keptAt !== null).map(({ used }) => used)
  const overdue = firsts.filter(({ keptAt, endedAt, used, state }) => keptAt === null && endedAt === null && state !== 'withdrawn' && used > 80 * HOUR).length
  const sorted = answers.toSorted((one, other) => one - other)
  const middle = sorted.length / 2
  const median = sorted.length % 2 === 1 ? sorted[Math.floor(middle)] : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2
  const inTime = answers.filter((used) => used <= 80 * HOUR).length
  return {
    total: counted.length,
    kinds: Object.fromEntries(KINDS.map((kind) => [kind, counted.filter((one) => one.kind === kind).length])),
    answered: answers.length,
    medianWorkingDays: answers.length < 5 ? null : Math.round(((median ?? 0) / (8 * HOUR)) * 10) / 10,
    withinPromise: answers.length + overdue < 5 ? null : Math.round((inTime / (answers.length + overdue)) * 100),
  }
}

const NOW = utc('2027-05-20T10:00')
const made = fc.record({
  kind: fc.constantFrom(...KINDS),
  state: fc.constantFrom<State>('new', 'new', 'new', 'spam'),
  first: fc.integer({ min: utc('2026-09-01T00:00'), max: NOW }),
  steps: fc.array(
    step.map((one) => ({ ...one, marked: true })),
    { maxLength: 6 },
  ),
})

describe('the figures', () => {
  it('equal a slow recount of every case, whatever happened', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(made, { minLength: 1, maxLength: 30, size: 'max' }), async (wanted) => {
        const cases = wanted
          .map(({ kind, state, first, steps }) => ({ kind, events: happenedIn(first, state, steps, { lawful: true }) }))
          .filter(({ events }) => (events.at(-1)?.at ?? 0) <= NOW)
        await DB.batch(rowsOf(cases))
        const { years, quarters, open } = await countRequests(DB, NOW)
        const first = Math.min(NOW, ...cases.map(({ events }) => events[0]?.at ?? NOW))
        const periods = periodsOf(first, NOW)
        expect([...years, ...quarters]).toEqual(
          [...periods.years, ...periods.quarters].map((period) => ({ period: period.name, ...slowly(cases, period, NOW) })),
        )
        expect(open).toEqual(
          Object.fromEntries(
            KINDS.map((kind) => [kind, cases.filter((one) => one.kind === kind && OPEN.includes(stateOf(one)) && stateOf(one) !== 'answered').length]),
          ),
        )
      }),
      { numRuns: 100 },
    )
  }, 60_000)

  it('count years and quarters as they are in Brussels, the newest first', async () => {
    expect(periodsOf(utc('2026-08-01T00:00'), utc('2026-12-31T23:30'))).toEqual({
      years: [
        { name: '2027', starts: utc('2026-12-31T23:00'), ends: utc('2027-12-31T23:00') },
        { name: '2026', starts: utc('2025-12-31T23:00'), ends: utc('2026-12-31T23:00') },
      ],
      quarters: [
        { name: '2027-Q1', starts: utc('2026-12-31T23:00'), ends: utc('2027-03-31T22:00') },
        { name: '2026-Q4', starts: utc('2026-09-30T22:00'), ends: utc('2026-12-31T23:00') },
        { name: '2026-Q3', starts: utc('2026-06-30T22:00'), ends: utc('2026-09-30T22:00') },
      ],
    })
    const long = periodsOf(utc('2001-08-01T00:00'), utc('2026-12-01T00:00'))
    expect([long.years.length, long.quarters.length]).toEqual([10, 8])
  })

  it('count an answer in the last moment as in time, and one a moment later not', async () => {
    const arrived = utc('2026-11-23T10:00')
    const answeredAt = (at: number): Made => ({
      kind: 'question',
      events: [
        { id: 'a', at: arrived, kind: 'received', state: 'new', about: null, groupId: null, undoneAt: null },
        { id: 'b', at, kind: 'replied', state: 'answered', about: null, groupId: null, undoneAt: null },
      ],
    })
    const last = utc('2026-12-07T10:00')
    await DB.batch(rowsOf([...Array.from({ length: 4 }, () => answeredAt(last)), answeredAt(last + 1)]))
    expect((await countRequests(DB, NOW)).years.at(-1)).toMatchObject({ medianWorkingDays: 10, withinPromise: 80 })
  })

  it('say nothing of speed below five answers, and are whole without any request', async () => {
    const events = (from: number): Happened[] => [
      { id: 'a', at: from, kind: 'received', state: 'new', about: null, groupId: null, undoneAt: null },
      { id: 'b', at: from + DAY, kind: 'replied', state: 'answered', about: null, groupId: null, undoneAt: null },
    ]
    const some = (many: number) => Array.from({ length: many }, () => ({ kind: 'question' as const, events: events(utc('2026-11-23T10:00')) }))
    await DB.batch(rowsOf(some(4)))
    const now = utc('2026-11-30T10:00')
    expect((await countRequests(DB, now)).years[0]).toMatchObject({ total: 4, answered: 4, medianWorkingDays: null, withinPromise: null })
    await DB.batch(rowsOf(some(5)))
    expect((await countRequests(DB, now)).years[0]).toMatchObject({ total: 5, answered: 5, medianWorkingDays: 1, withinPromise: 100 })
    await emptyAll()
    const none = await countRequests(DB, now)
    expect(v.parse(figuresSchema, none).years).toMatchObject([{ period: '2026', total: 0, answered: 0 }])
  })
})
