import { COUNTRY_NAMES, DATE_PATTERNS, LANGUAGE_NAMES } from './hand-tables.ts'
import type { Locale } from './locales.ts'

/** Numbers, dates and names as a language writes them. */
export type Formats = {
  /** `digits`: exact number of decimals; without it up to three. */
  number: (value: number, options?: { digits?: number }) => string
  /** `value` in per cent, 45 for 45 %. */
  percent: (value: number) => string
  /** A number with its sign, a real minus for less than zero. */
  signed: (value: number, options?: { digits?: number }) => string
  /** An ISO date known to the year (4 characters), month (7) or day (10). */
  date: (iso: string) => string
  /** From `start` to `end`, collapsed where they share month or year. */
  dateRange: (start: string, end: string | null) => string
  /** An instant (epoch milliseconds) as a day in Brussels. */
  day: (instant: number) => string
  /** An instant (epoch milliseconds) as date and time in Brussels, or in another zone (IANA). */
  dateTime: (instant: number, zone?: string) => string
  /** Name of a country by ISO 3166-1 alpha-2; `EU` is the union of 27. */
  countryName: (code: string) => string
  /** The same inside a sentence, with the article that English wants before some. */
  countryInText: (code: string) => string
  /** Name of a language by its code. */
  languageName: (code: string) => string
  /** The items as one enumeration: a, b and c. */
  list: (items: string[]) => string
}

const WITH_ARTICLE = new Set(['EU', 'GB', 'NL', 'US'])
const BRUSSELS = 'Europe/Brussels'
// English of Europe: day before month.
const tagOf = (locale: Locale): string => (locale === 'en' ? 'en-GB' : locale)

function write(locale: Locale, iso: string, month: 'short' | 'long'): string {
  const [year, monthNumber, day] = iso.split('-')
  if (year === undefined || monthNumber === undefined) return iso
  const hand = DATE_PATTERNS[locale]
  if (hand) {
    const name = hand[month][Number(monthNumber) - 1] ?? monthNumber
    return day === undefined ? `${name} ${year}` : hand.day(String(Number(day)), name, year)
  }
  const instant = new Date(`${year}-${monthNumber}-${day ?? '01'}T00:00:00Z`)
  const options: Intl.DateTimeFormatOptions = { year: 'numeric', month, timeZone: 'UTC' }
  return new Intl.DateTimeFormat(tagOf(locale), day === undefined ? options : { ...options, day: 'numeric' }).format(instant)
}

function writeRange(locale: Locale, start: string, end: string | null): string {
  if (end === null || end === start) return write(locale, start, 'short')
  if (DATE_PATTERNS[locale] || start.length < 10 || end.length < 10) {
    return `${write(locale, start, 'short')} – ${write(locale, end, 'short')}`
  }
  const format = new Intl.DateTimeFormat(tagOf(locale), { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' })
  return format.formatRange(new Date(`${start}T00:00:00Z`), new Date(`${end}T00:00:00Z`)).replaceAll('\u2009', '')
}

function makeFormats(locale: Locale): Formats {
  const tag = tagOf(locale)
  const plain = new Intl.NumberFormat(tag, { maximumFractionDigits: 3 })
  const byDigits = [0, 1, 2, 3].map((digits) => new Intl.NumberFormat(tag, { minimumFractionDigits: digits, maximumFractionDigits: digits }))
  const share = new Intl.NumberFormat(tag, { style: 'percent', maximumFractionDigits: 1 })
  const regions = new Intl.DisplayNames(tag, { type: 'region' })
  const languages = new Intl.DisplayNames(tag, { type: 'language' })
  const enumeration = new Intl.ListFormat(tag, { type: 'conjunction' })
  const clockIn = (timeZone: string) => new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', timeZone })
  const calendarIn = (timeZone: string) => new Intl.DateTimeFormat('sv', { timeZone })
  const [clock, calendar] = [clockIn(BRUSSELS), calendarIn(BRUSSELS)]
  const countryName: Formats['countryName'] = (code) => {
    if (code === 'EU') return COUNTRY_NAMES[locale]?.['EU'] ?? regions.of('EU') ?? 'EU'
    if (code === 'CZ' && locale === 'en') return 'Czechia'
    return COUNTRY_NAMES[locale]?.[code] ?? regions.of(code) ?? code
  }
  const number: Formats['number'] = (value, { digits } = {}) => (digits === undefined ? plain : (byDigits[digits] ?? plain)).format(value)
  return {
    number,
    percent: (value) => share.format(value / 100),
    signed: (value, options) => (value > 0 ? '+' : value < 0 ? '−' : '') + number(Math.abs(value), options),
    date: (iso) => write(locale, iso, 'short'),
    dateRange: (start, end) => writeRange(locale, start, end),
    day: (instant) => write(locale, calendar.format(instant), 'short'),
    dateTime: (instant, zone = BRUSSELS) => {
      const [day, time] = zone === BRUSSELS ? [calendar, clock] : [calendarIn(zone), clockIn(zone)]
      return `${write(locale, day.format(instant), 'long')}, ${time.format(instant)}`
    },
    countryName,
    countryInText: (code) => (locale === 'en' && WITH_ARTICLE.has(code) ? `the ${countryName(code)}` : countryName(code)),
    languageName: (code) => LANGUAGE_NAMES[locale]?.[code] ?? languages.of(code) ?? code,
    list: (items) =>
      LANGUAGE_NAMES[locale] && items.length > 1
        ? `${items.slice(0, -1).join(', ')} ${LANGUAGE_NAMES[locale]['and'] ?? ''} ${items.at(-1)}`
        : enumeration.format(items),
  }
}

// Intl objects cost milliseconds to make and never change: one set for each language and isolate.
const made = new Map<Locale, Formats>()

/** The formats of `locale`. */
export function formats(locale: Locale): Formats {
  const known = made.get(locale)
  if (known) return known
  const fresh = makeFormats(locale)
  made.set(locale, fresh)
  return fresh
}
