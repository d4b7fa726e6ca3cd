import type { Happened, PromiseKind } from '../promises/due-of.ts'
import { HOLIDAYS } from '../promises/holidays.ts'

// Everything here is as slow and plain as can be: it walks through local time in quarters of an hour, so that it can be believed.

const QUARTER = 15 * 60_000
const HOUR = 60 * 60_000
const FURTHEST = 400 * 24 * 4
const clock = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/Brussels',
  weekday: 'short',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  hourCycle: 'h23',
})
const free = new Set(Object.values(HOLIDAYS).flatMap(({ days }) => days))
const seen = new Map<number, boolean>()

/** Whether somebody works in the quarter of an hour that begins at `quarter` quarters since 1970. */
function isWork(quarter: number): boolean {
  const before = seen.get(quarter)
  if (before !== undefined) return before
  const part = Object.fromEntries(clock.formatToParts(quarter * QUARTER).map(({ type, value }) => [type, value]))
  const hour = Number(part['hour'])
  const is = !['Sat', 'Sun'].includes(part['weekday'] ?? '') && hour >= 9 && hour < 17 && !free.has(`${part['year']}-${part['month']}-${part['day']}`)
  seen.set(quarter, is)
  return is
}

/** Walks from `from` to `until` and says how much of each stretch was working time. */
function* walk(from: number, until: number): Generator<{ at: number; worked: number }> {
  for (let at = from; at < until;) {
    const quarter = Math.floor(at / QUARTER)
    const next = Math.min(until, (quarter + 1) * QUARTER)
    yield { at, worked: isWork(quarter) ? next - at : 0 }
    at = next
  }
}

/** Working time between two moments. */
export function slowlyBetween(from: number, until: number): number {
  let sum = 0
  for (const { worked } of walk(from, until)) sum += worked
  return sum
}

/** The first moment at which `time` of working time has passed. */
export function slowlyAdd(from: number, time: number): number {
  let sum = 0
  if (time <= 0) return from
  for (const { at, worked } of walk(from, from + FURTHEST * QUARTER)) {
    if (sum + worked >= time) return at + time - sum
    sum += worked
  }
  throw new Error('never')
}

/** Whether `at` is working time. */
export const slowlyIs = (at: number): boolean => isWork(Math.floor(at / QUARTER))

/** A promise as somebody with a stopwatch keeps it. */
export type SlowPromise = { promise: PromiseKind; startedAt: number; used: number; dueAt: number | null; keptAt: number | null; endedAt: number | null }

const ALLOWED = { read: 16 * HOUR, answer: 80 * HOUR }

/** Lets time pass: every running promise counts. */
function pass(running: SlowPromise[], from: number, until: number): void {
  for (const one of running)
    for (const { at, worked } of walk(from, until)) {
      if (one.dueAt === null && worked > 0 && one.used + worked >= ALLOWED[one.promise]) one.dueAt = at + ALLOWED[one.promise] - one.used
      one.used += worked
    }
}

/** All promises of a case at `now`, and which of them run. Written from the rules as the requester would tell them. */
export function slowlyFollow(happened: readonly Happened[], now: number): { all: SlowPromise[]; running: SlowPromise[] } {
  const valid = happened.filter((one) => one.undoneAt === null && !happened.some((later) => later.kind === 'undone' && later.about === one.id))
  const all: SlowPromise[] = []
  const open = (kind: PromiseKind) => all.find((one) => one.promise === kind && one.keptAt === null && one.endedAt === null)
  const begin = (promise: PromiseKind, startedAt: number) => all.push({ promise, startedAt, used: 0, dueAt: null, keptAt: null, endedAt: null })
  const runningIn = (state: string) => (state === 'new' || state === 'triage' || state === 'in-progress' ? [open('read'), open('answer')] : [])
  let running: SlowPromise[] = []
  valid.forEach((event, index) => {
    const read = open('read')
    const answer = open('answer')
    const settle = (one: SlowPromise | undefined, how: 'keptAt' | 'endedAt') => {
      if (!one) return
      // What it would have been due, had nobody acted: only for those that ran.
      if (one.dueAt === null && running.includes(one)) one.dueAt = slowlyAdd(event.at, ALLOWED[one.promise] - one.used)
      one[how] = event.at
    }
    const over = event.state === 'withdrawn' || event.state === 'merged'
    if (event.kind === 'replied' || (event.kind === 'assigned' && event.about !== null) || !['new', 'spam', 'withdrawn', 'merged'].includes(event.state))
      settle(read, 'keptAt')
    else if (over) settle(read, 'endedAt')
    if (event.kind === 'replied' || event.state === 'answered' || event.state === 'closed') settle(answer, 'keptAt')
    else if (over) settle(answer, 'endedAt')
    if (event.state === 'new' && all.every(({ promise }) => promise !== 'read')) begin('read', event.at)
    if (['new', 'triage', 'in-progress'].includes(event.state) && !open('answer')) begin('answer', event.at)
    running = runningIn(event.state).filter((one) => one !== undefined)
    pass(running, event.at, valid[index + 1]?.at ?? Math.max(now, event.at))
  })
  return { all, running }
}

/** The promise that is due next. */
export function slowlyDue(happened: readonly Happened[]): { promise: PromiseKind; at: number } | null {
  const last = happened.at(-1)?.at ?? 0
  const { running } = slowlyFollow(happened, last)
  const dues = running.map((one) => ({ promise: one.promise, at: one.dueAt ?? slowlyAdd(last, ALLOWED[one.promise] - one.used) }))
  return dues.reduce<{ promise: PromiseKind; at: number } | null>((first, one) => (first === null || one.at < first.at ? one : first), null)
}
