import { midnightOf } from '../promises/calendar.ts'

const DAY = 24 * 60 * 60_000
const MOST_YEARS = 10
const MOST_QUARTERS = 8
const MONTHS = 3

/** A stretch of time in Brussels, from `starts` to just before `ends`. */
export type Period = { name: string; starts: number; ends: number }

const firstOf = (year: number, month: number): number => midnightOf(Date.UTC(year, month) / DAY)

/** The years and quarters from that of `first` to that of `now`, the newest first: at most ten years and eight quarters. */
export function periodsOf(first: number, now: number): { years: Period[]; quarters: Period[] } {
  const years: Period[] = []
  const quarters: Period[] = []
  for (let year = new Date(now).getUTCFullYear() + 1; years.length < MOST_YEARS; year--) {
    const whole = { name: String(year), starts: firstOf(year, 0), ends: firstOf(year + 1, 0) }
    if (whole.ends <= first) break
    if (whole.starts > now) continue
    years.push(whole)
    for (let quarter = 4; quarter > 0; quarter--) {
      const part = { name: `${year}-Q${quarter}`, starts: firstOf(year, (quarter - 1) * MONTHS), ends: firstOf(year, quarter * MONTHS) }
      if (part.starts <= now && part.ends > first && quarters.length < MOST_QUARTERS) quarters.push(part)
    }
  }
  return { years, quarters }
}
