const DAY = 86_400_000
const FIRST = '2000-01'
const LAST = '2099-12'

/** A month as a reader may ask for it, like `2026-11`; null when it is none. */
export const readMonth = (text: string | null): string | null =>
  text !== null && /^\d{4}-(0[1-9]|1[0-2])$/.test(text) && text >= FIRST && text <= LAST ? text : null

/** The month of an instant in Brussels. */
export const monthOf = (now: number): string => new Intl.DateTimeFormat('sv', { timeZone: 'Europe/Brussels' }).format(now).slice(0, 7)

const isoDay = (instant: number): string => new Date(instant).toISOString().slice(0, 10)
const startOf = (month: string): number => Date.parse(`${month}-01T00:00:00Z`)

/** The month `by` months after `month`. */
export function monthAfter(month: string, by: number): string {
  const start = new Date(startOf(month))
  return isoDay(Date.UTC(start.getUTCFullYear(), start.getUTCMonth() + by)).slice(0, 7)
}

/** The weeks of a month, each from Monday to Sunday (ISO 8601), as days; those of other months at its edges included. */
export function weeksOf(month: string): string[][] {
  const first = startOf(month)
  const monday = first - ((new Date(first).getUTCDay() + 6) % 7) * DAY
  const weeks: string[][] = []
  for (let day = monday; isoDay(day).slice(0, 7) <= month; day += 7 * DAY) weeks.push(Array.from({ length: 7 }, (_, index) => isoDay(day + index * DAY)))
  return weeks
}
