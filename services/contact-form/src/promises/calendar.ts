import { HOLIDAYS } from './holidays.ts'

const HOUR = 60 * 60_000
const DAY = 24 * HOUR
const SUNDAY = 0
const SATURDAY = 6
const NOTICE = 90 * DAY

/** Hour of the morning at which work begins in Brussels. */
export const OPENS = 9

/** Working time of a working day, milliseconds: 09:00 to 17:00. */
export const WORKING_DAY = 8 * HOUR

const closed = new Set(Object.values(HOLIDAYS).flatMap(({ days }) => days))
const inBrussels = new Intl.DateTimeFormat('sv', { timeZone: 'Europe/Brussels', dateStyle: 'short', timeStyle: 'medium' })

/** Date and time in Brussels as if they were UTC, milliseconds. */
const wallClock = (at: number): number => Date.parse(`${inBrussels.format(at).replace(' ', 'T')}Z`)

/** Days since 1 January 1970 of the date in Brussels. */
export const dayOf = (at: number): number => Math.floor(wallClock(at) / DAY)

/** The instant at which the clocks of Brussels show midnight at the beginning of a day (days since 1970). */
export const midnightOf = (day: number): number => {
  const guess = day * DAY
  // Brussels is one or two hours ahead, and at its midnight the clocks are never changed.
  return guess - (wallClock(guess - HOUR) - (guess - HOUR))
}

const known = new Map<number, number | null>()

/**
 * When work begins on a day (days since 1970), or null on weekends and holidays. Summer time begins and ends in the night of a
 * Sunday, so a working day is eight whole hours; and it lies inside the UTC day of the same date. A year without a list of holidays
 * has weekends only.
 */
export function opensOn(day: number): number | null {
  const before = known.get(day)
  if (before !== undefined) return before
  const date = new Date(day * DAY)
  const isFree = date.getUTCDay() === SUNDAY || date.getUTCDay() === SATURDAY || closed.has(date.toISOString().slice(0, 10))
  const opens = isFree ? null : midnightOf(day) + OPENS * HOUR
  known.set(day, opens)
  return opens
}

const utcDay = (at: number): number => Math.floor(at / DAY)

/** Whether somebody works at `at`: Monday to Friday, 09:00 until just before 17:00 in Brussels, no holiday. */
export function isWorkingTime(at: number): boolean {
  const opens = opensOn(utcDay(at))
  return opens !== null && at >= opens && at < opens + WORKING_DAY
}

/** `at` itself in working time, else the next moment at which work begins. */
export function nextWorkingTime(at: number): number {
  if (isWorkingTime(at)) return at
  for (let day = utcDay(at); ; day++) {
    const opens = opensOn(day)
    if (opens !== null && opens > at) return opens
  }
}

/** The last moment up to `at` that ended working time: what was due before it is overdue. */
export function lastWorkingTime(at: number): number {
  for (let day = utcDay(at); ; day--) {
    const opens = opensOn(day)
    if (opens !== null && opens < at) return Math.min(at, opens + WORKING_DAY)
  }
}

/** Working time from `from` to `until`, milliseconds; 0 when `until` is not later. */
export function workingTimeBetween(from: number, until: number): number {
  let worked = 0
  for (let day = utcDay(from); day <= utcDay(until); day++) {
    const opens = opensOn(day)
    if (opens !== null) worked += Math.max(0, Math.min(until, opens + WORKING_DAY) - Math.max(from, opens))
  }
  return worked
}

/** The first moment at which `time` milliseconds of working time have passed since `from`; `from` itself for 0. */
export function addWorkingTime(from: number, time: number): number {
  if (time <= 0) return from
  let rest = time
  for (let day = utcDay(from); ; day++) {
    const opens = opensOn(day)
    if (opens === null) continue
    const begins = Math.max(from, opens)
    const left = opens + WORKING_DAY - begins
    if (left >= rest) return begins + rest
    rest -= Math.max(0, left)
  }
}

/** Whether something due at `dueAt` is overdue: working time has passed since. An evening or a weekend makes nothing late. */
export const isOverdue = (dueAt: number, now: number): boolean => dueAt < lastWorkingTime(now)

const THURSDAY = 3
const WEEK = 7

/**
 * The week (ISO 8601, Monday to Sunday) of a moment in Brussels: its name, e.g. `2026-W48`, and when its work begins; null when nobody
 * works in it.
 */
export function weekOf(at: number): { name: string; begins: number | null } {
  const day = dayOf(at)
  // 1 January 1970 was a Thursday.
  const monday = day - ((day + THURSDAY) % WEEK)
  const thursday = new Date((monday + THURSDAY) * DAY)
  const week = Math.floor((thursday.getTime() - Date.UTC(thursday.getUTCFullYear(), 0)) / (WEEK * DAY)) + 1
  const opens = Array.from({ length: WEEK }, (_, index) => opensOn(monday + index)).filter((one) => one !== null)
  return { name: `${thursday.getUTCFullYear()}-W${String(week).padStart(2, '0')}`, begins: opens[0] ?? null }
}

/** What staff should know of the calendar: the last year with a list of holidays, whether it ends within 90 days, and years whose list is not compared with its publication yet. */
export function calendarNotice(now: number): { lastYear: number; ends: boolean; uncompared: number[] } {
  const years = Object.keys(HOLIDAYS).map(Number)
  const lastYear = Math.max(...years)
  const thisYear = new Date(now).getUTCFullYear()
  return {
    lastYear,
    ends: Date.UTC(lastYear + 1, 0) - now < NOTICE,
    uncompared: years.filter((year) => year >= thisYear && !HOLIDAYS[year]?.compared),
  }
}
