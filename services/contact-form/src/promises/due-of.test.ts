import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { State } from '../cases/case.ts'
import type { EventKind } from '../cases/event.ts'
import { happenedIn, step } from '../testing/happened.ts'
import { moment, pause } from '../testing/moments.ts'
import { slowlyDue, slowlyFollow } from '../testing/slow-clock.ts'
import { WORKING_DAY } from './calendar.ts'
import { ALLOWED, dueOf, promisesOf, type Happened } from './due-of.ts'

const utc = (text: string) => Date.parse(`${text}Z`)
const iso = (at: number | null) => (at === null ? null : new Date(at).toISOString().slice(0, 16))

/** Events by hand: time, kind, state, what it is about. Undoing names the event before. */
function story(...lines: (readonly [string, EventKind, State, string?])[]): Happened[] {
  return lines.map(([at, kind, state, about = null], index) => ({ id: `evt_${index}`, at: utc(at), kind, state, about, groupId: null, undoneAt: null }))
}
const dueIn = (...lines: Parameters<typeof story>) => {
  const due = dueOf(story(...lines))
  return due && `${due.promise} ${iso(due.at)}`
}
const ARRIVED = ['2026-11-23T10:00', 'received', 'new'] as const

describe('what is due next', () => {
  it.each([
    ['reading, in two working days', [ARRIVED], 'read 2026-11-25T10:00'],
    ['still reading, when a note was written', [ARRIVED, ['2026-11-24T10:00', 'noted', 'new']], 'read 2026-11-25T10:00'],
    ['still reading, when the requester adds something', [ARRIVED, ['2026-11-24T10:00', 'said', 'new']], 'read 2026-11-25T10:00'],
    ['still reading, when it was left to others', [ARRIVED, ['2026-11-24T10:00', 'assigned', 'new']], 'read 2026-11-25T10:00'],
    ['answering, once somebody has it', [ARRIVED, ['2026-11-24T10:00', 'assigned', 'new', 'per_1']], 'answer 2026-12-07T10:00'],
    ['answering, once it was looked at', [ARRIVED, ['2026-11-24T10:00', 'moved', 'triage']], 'answer 2026-12-07T10:00'],
    ['nothing, while we wait', [ARRIVED, ['2026-11-24T10:00', 'moved', 'waiting']], null],
    [
      'what is left, when waiting was merely set',
      [ARRIVED, ['2026-11-24T10:00', 'moved', 'waiting'], ['2026-12-01T10:00', 'said', 'in-progress']],
      'answer 2026-12-14T10:00',
    ],
    [
      'ten fresh days after a question',
      [ARRIVED, ['2026-11-24T10:00', 'replied', 'waiting'], ['2026-12-01T10:00', 'said', 'in-progress']],
      'answer 2026-12-15T10:00',
    ],
    ['ten fresh days, when a reply leaves it with us', [ARRIVED, ['2026-11-24T10:00', 'replied', 'in-progress']], 'answer 2026-12-08T10:00'],
    ['nothing, when it was answered', [ARRIVED, ['2026-11-24T10:00', 'moved', 'answered']], null],
    [
      'ten fresh days, when it was reopened',
      [ARRIVED, ['2026-11-24T10:00', 'moved', 'closed'], ['2026-12-01T10:00', 'reopened', 'in-progress']],
      'answer 2026-12-15T10:00',
    ],
    ['nothing, when it was withdrawn', [ARRIVED, ['2026-11-24T10:00', 'withdrawn', 'withdrawn']], null],
    ['nothing, when it was merged', [ARRIVED, ['2026-11-24T10:00', 'merged', 'merged', 'cas_2']], null],
    ['nothing, when it is spam', [['2026-11-23T10:00', 'received', 'spam']], null],
    [
      'reading, from the moment it came out of spam',
      [
        ['2026-11-23T10:00', 'received', 'spam'],
        ['2026-12-01T10:00', 'moved', 'new'],
      ],
      'read 2026-12-03T10:00',
    ],
    [
      'what is left, when staff took it for spam by mistake',
      [ARRIVED, ['2026-11-24T10:00', 'moved', 'spam'], ['2026-12-01T10:00', 'moved', 'new']],
      'read 2026-12-02T10:00',
    ],
    [
      'as before, when a merge was undone',
      [ARRIVED, ['2026-11-24T10:00', 'merged', 'merged', 'cas_2'], ['2026-11-24T11:00', 'undone', 'new', 'evt_1']],
      'read 2026-11-25T10:00',
    ],
    [
      'as before, when an assignment was undone',
      [ARRIVED, ['2026-11-24T10:00', 'assigned', 'new', 'per_1'], ['2026-11-24T11:00', 'undone', 'new', 'evt_1']],
      'read 2026-11-25T10:00',
    ],
    [
      'what ran out, also after waiting',
      [ARRIVED, ['2026-12-09T10:00', 'moved', 'waiting'], ['2026-12-16T10:00', 'said', 'in-progress']],
      'answer 2026-12-07T10:00',
    ],
  ] as const)('is %s', (_, lines, expected) => {
    expect(dueIn(...lines)).toBe(expected)
  })

  it('is reading, when both are due at the same moment', () => {
    // Eight working days in progress, then new for the first time: ten and two days end together.
    const taken = ['2026-11-23T10:00', 'received', 'in-progress'] as const
    expect(dueIn(taken, ['2026-12-03T10:00', 'moved', 'new'])).toBe('read 2026-12-07T10:00')
  })

  it('is nothing for nothing', () => {
    expect(dueOf([])).toBeNull()
  })
})

describe('the promises of a case', () => {
  it('tell when they were kept, and which were late', () => {
    const events = story(
      ARRIVED,
      ['2026-11-26T10:00', 'moved', 'triage'],
      ['2026-12-01T10:00', 'replied', 'waiting'],
      ['2026-12-02T10:00', 'withdrawn', 'withdrawn'],
    )
    expect(
      promisesOf(events, utc('2027-01-01T00:00')).map(({ promise, keptAt, endedAt, used, late }) => [
        promise,
        iso(keptAt),
        iso(endedAt),
        used / WORKING_DAY,
        late,
      ]),
    ).toEqual([
      ['read', '2026-11-26T10:00', null, 3, true],
      ['answer', '2026-12-01T10:00', null, 6, false],
    ])
  })

  it('are not late in the evening of the day they are due, and late the next morning', () => {
    const lateAt = (at: string) => promisesOf(story(['2026-11-23T08:00', 'received', 'new']), utc(at))[0]?.late
    expect([lateAt('2026-11-24T16:00'), lateAt('2026-11-25T08:00'), lateAt('2026-11-25T08:01')]).toEqual([false, false, true])
  })
})

describe('following a case', () => {
  it('gives what somebody with a stopwatch finds, whatever happens and whenever', () => {
    fc.assert(
      fc.property(
        moment,
        fc.constantFrom<State>('new', 'new', 'new', 'spam', 'in-progress'),
        fc.array(step, { maxLength: 9 }),
        pause,
        (first, state, steps, after) => {
          const events = happenedIn(first, state, steps)
          const now = (events.at(-1)?.at ?? 0) + after
          expect(dueOf(events)).toEqual(slowlyDue(events))
          const slow = slowlyFollow(events, now)
          const fast = promisesOf(events, now)
          expect(fast.map(({ promise, startedAt, used, keptAt, endedAt }) => ({ promise, startedAt, used, keptAt, endedAt }))).toEqual(
            slow.all.map(({ promise, startedAt, used, keptAt, endedAt }) => ({ promise, startedAt, used, keptAt, endedAt })),
          )
          slow.all.forEach((one, index) => {
            expect(fast[index]?.late).toBe(one.used > ALLOWED[one.promise])
            if (one.dueAt !== null || one.keptAt !== null || one.endedAt !== null) expect(fast[index]?.dueAt).toBe(one.dueAt)
          })
          // As long as it is our turn something is due, and never otherwise.
          const last = events.at(-1)?.state ?? 'new'
          expect(dueOf(events) !== null).toBe(['new', 'triage', 'in-progress'].includes(last))
        },
      ),
      { numRuns: 1500 },
    )
  }, 60_000)
})
