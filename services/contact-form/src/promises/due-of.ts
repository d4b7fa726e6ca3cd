import type { State } from '../cases/case.ts'
import type { CaseEvent } from '../cases/event.ts'
import { addWorkingTime, WORKING_DAY, workingTimeBetween } from './calendar.ts'

/** What the coalition promises a requester: that somebody reads the request, and that an answer or a question comes. */
export type PromiseKind = 'read' | 'answer'

/** The promise that is due next, and when (epoch milliseconds). */
export type Due = { promise: PromiseKind; at: number }

/** What following a case needs of its events, oldest first. */
export type Happened = Pick<CaseEvent, 'id' | 'kind' | 'state' | 'at' | 'about' | 'groupId' | 'undoneAt'>

/** Working time within which each promise is to be kept, milliseconds. */
export const ALLOWED: Record<PromiseKind, number> = { read: 2 * WORKING_DAY, answer: 10 * WORKING_DAY }

/**
 * One promise of a case. `dueAt`: the first moment at which the allowed working time was or will be used; null while the clock stands
 * and it was not used up. `used`: working time that counted, up to its end or now. `keptAt`: when it was kept. `endedAt`: when it
 * ended without being kept, because the request was withdrawn or merged. `late`: more than the allowed working time was used.
 */
export type Promised = {
  promise: PromiseKind
  startedAt: number
  dueAt: number | null
  used: number
  keptAt: number | null
  endedAt: number | null
  late: boolean
}

/** States in which it is our turn: the clock runs. */
const OURS: readonly State[] = ['new', 'triage', 'in-progress']
/** States that only somebody who read the request brings about. */
const READ: readonly State[] = ['triage', 'in-progress', 'waiting', 'answered', 'closed']

type Clock = Pick<Promised, 'promise' | 'startedAt' | 'used' | 'dueAt' | 'keptAt' | 'endedAt'> & { since: number | null }

const dueWhileRunning = ({ promise, used, since, dueAt }: Clock): number | null =>
  dueAt ?? (since === null ? null : addWorkingTime(since, ALLOWED[promise] - used))

function stop(clock: Clock, at: number): void {
  if (clock.since === null) return
  const used = clock.used + workingTimeBetween(clock.since, at)
  if (used >= ALLOWED[clock.promise]) clock.dueAt = dueWhileRunning(clock)
  clock.used = used
  clock.since = null
}

/** Ends a clock: from now on it tells how it went. */
function finish(clock: Clock, at: number, how: 'keptAt' | 'endedAt'): void {
  const dueAt = dueWhileRunning(clock)
  stop(clock, at)
  Object.assign(clock, { dueAt, [how]: at })
}

/** Events that count: not those that were undone. An `undone` event names what it undoes before that is marked. */
function standing(events: readonly Happened[]): Happened[] {
  const undone = new Set(events.flatMap(({ kind, about }) => (kind === 'undone' && about !== null ? [about] : [])))
  return events.filter(({ id, groupId, undoneAt }) => undoneAt === null && !undone.has(id) && (groupId === null || !undone.has(groupId)))
}

const isOpen = ({ keptAt, endedAt }: Clock): boolean => keptAt === null && endedAt === null

function follow(events: readonly Happened[]): Clock[] {
  const clocks: Clock[] = []
  const start = (promise: PromiseKind, at: number) => clocks.push({ promise, startedAt: at, used: 0, since: at, dueAt: null, keptAt: null, endedAt: null })
  for (const { kind, state, at, about } of standing(events)) {
    const isAnswer = kind === 'replied' || state === 'answered' || state === 'closed'
    const isRead = kind === 'replied' || (kind === 'assigned' && about !== null) || READ.includes(state)
    for (const clock of clocks.filter(isOpen)) {
      if (clock.promise === 'read' ? isRead : isAnswer) finish(clock, at, 'keptAt')
      else if (state === 'withdrawn' || state === 'merged') finish(clock, at, 'endedAt')
      else if (!OURS.includes(state)) stop(clock, at)
      else clock.since ??= at
    }
    if (!OURS.includes(state)) continue
    if (state === 'new' && !clocks.some(({ promise }) => promise === 'read')) start('read', at)
    if (!clocks.some((clock) => clock.promise === 'answer' && isOpen(clock))) start('answer', at)
  }
  return clocks
}

/**
 * The promises of a case, from what happened to it, oldest first.
 *
 * - `read`, two working days, begins once: when the request arrives as new, or comes back from spam it arrived in. It is kept when
 *   staff assigns the case to somebody, replies, or takes it out of new; a note keeps nothing.
 * - `answer`, ten working days, begins whenever it becomes our turn (new, triage, in progress) and none is open: on arrival, when the
 *   requester writes after a reply, when the case is reopened, and at a reply that leaves the case with us. It is kept by a reply
 *   (an answer or a question) and by the states answered and closed.
 * - The clock stands while the case waits for the requester and while it is taken for spam, and goes on with what is left. Only working
 *   time counts, so what ran out stays run out.
 * - Withdrawn and merged end a promise without keeping it.
 * - What was undone never happened: its time counts as if it had not been done.
 */
export const promisesOf = (events: readonly Happened[], now: number): Promised[] =>
  follow(events).map(({ since, ...clock }) => {
    const used = clock.used + (since === null ? 0 : workingTimeBetween(since, now))
    return { ...clock, dueAt: dueWhileRunning({ ...clock, since }), used, late: used > ALLOWED[clock.promise] }
  })

/**
 * The next promise of a case, from what happened to it (oldest first): the open one that is due first; at the same moment reading, which
 * comes before answering. Null while nothing is due.
 */
export function dueOf(events: readonly Happened[]): Due | null {
  const running = follow(events).flatMap((clock) => {
    const at = isOpen(clock) && clock.since !== null ? dueWhileRunning(clock) : null
    return at === null ? [] : [{ promise: clock.promise, at }]
  })
  return running.toSorted((one, other) => one.at - other.at || (one.promise === 'read' ? -1 : 1))[0] ?? null
}
