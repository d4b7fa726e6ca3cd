import { COUNTRIES } from '@stem/contracts/countries'
import { FREQUENCIES, NEWSLETTER_TOPICS, type Frequency, type NewsletterTopic } from '@stem/contracts/newsletter'
import { formats } from '@stem/i18n/format'
import { LOCALES, SHIPPED, type ShippedLocale } from '@stem/i18n/locales'
import { translator } from '@stem/i18n/translate'
import { mailAddress } from '@stem/mail/message'
import * as v from 'valibot'
import { isCarried } from '../readers/carried.ts'
import { folded } from './header.ts'
import type { Import, ImportField, Reason } from './import.ts'

/** What a row says of a reader. `consentedAt`: epoch milliseconds, the beginning of the day in UTC where only a day is given. */
export type ImportRecord = {
  address: string
  consentedAt: number
  locale: ShippedLocale
  topics: NewsletterTopic[]
  countries: string[]
  frequency: Frequency
}

const DAY = 24 * 60 * 60_000
// What may stand between the items of a cell; a name may hold commas and spaces itself, so the strictest that fits counts.
const BETWEEN = [/[;|\n]/, /[;|,\n]/, /[;|,\s]/]
const MOST_KEPT = 254
const ISO = /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:\.\d{1,9})?)?(Z|[+-]\d{2}:?\d{2})?)?$/
// As people in Europe write it, the day first.
const DAY_FIRST = /^(\d{1,2})[./](\d{1,2})[./](\d{4})$/

/** The instant of a day, or of a day with a time; null for anything else, and for days that are in no calendar. */
export function readDay(text: string): number | null {
  const trimmed = text.trim()
  const [, day, month, year] = DAY_FIRST.exec(trimmed) ?? []
  const iso = year === undefined ? trimmed : `${year}-${(month ?? '').padStart(2, '0')}-${(day ?? '').padStart(2, '0')}`
  const [, y, m, d, hour = '00', minute = '00', second = '00', zone = 'Z'] = ISO.exec(iso) ?? []
  if (y === undefined) return null
  const midnight = Date.parse(`${y}-${m}-${d}T00:00:00Z`)
  if (Number.isNaN(midnight) || new Date(midnight).toISOString().slice(0, 10) !== `${y}-${m}-${d}`) return null
  const at = Date.parse(`${y}-${m}-${d}T${hour}:${minute}:${second}${zone.length === 5 ? `${zone.slice(0, 3)}:${zone.slice(3)}` : zone}`)
  return Number.isNaN(at) || at < 0 ? null : at
}

const named = <Code extends string>(codes: readonly Code[], names: (code: Code, locale: ShippedLocale) => string): Map<string, Code> =>
  new Map(codes.flatMap((code) => [code, ...SHIPPED.map((locale) => names(code, locale))].map((name) => [folded(name), code] as const)))

type Words = {
  topics: Map<string, NewsletterTopic>
  countries: Map<string, string>
  frequencies: Map<string, Frequency>
  languages: Map<string, ShippedLocale>
}
let known: Words | null = null

/** What cells may say: codes, and the names that the site itself shows, in each of its languages. Made once. */
const words = (): Words =>
  (known ??= {
    topics: named(NEWSLETTER_TOPICS, (topic, locale) => translator(locale)(`newsletter.topic.${topic}`)),
    countries: new Map([...named<string>(COUNTRIES, (code, locale) => formats(locale).countryName(code)), ['uk', 'GB']]),
    frequencies: named(FREQUENCIES, (frequency, locale) => translator(locale)(`newsletter.frequency.${frequency}`)),
    languages: new Map([
      ...named<ShippedLocale>(SHIPPED, (code, locale) => formats(locale).languageName(code)),
      ...SHIPPED.map((code) => [folded(LOCALES[code]), code] as const),
    ]),
  })

/** The codes that a cell lists; null when it says something else. */
function listed<Code extends string>(cell: string, codes: Map<string, Code>): Code[] | null {
  for (const between of BETWEEN) {
    const parts = cell.split(between).filter((part) => part.trim() !== '')
    const found = parts.map((part) => codes.get(folded(part)))
    if (!found.includes(undefined)) return [...new Set(found as Code[])]
  }
  return null
}

/** Reads a row. Refused, with the address as it was typed: the first thing that is wrong with it. */
export function readRecord(
  cells: readonly string[],
  { columns, defaults, consentedOn }: Pick<Import, 'columns' | 'defaults' | 'consentedOn'>,
): { record: ImportRecord } | { reason: Reason; typed: string } {
  const cell = (field: ImportField): string => cells[columns?.[field] ?? -1]?.trim() ?? ''
  const typed = cell('address').slice(0, MOST_KEPT)
  const refused = (reason: Reason) => ({ reason, typed })
  const address = v.safeParse(mailAddress, cell('address'))
  if (!address.success) return refused('address')
  if (!isCarried(address.output)) return refused('carried')
  const consentedAt = readDay(cell('consent'))
  if (consentedAt === null) return refused('consent')
  if (consentedAt >= Date.parse(consentedOn) + DAY) return refused('later')
  const { languages, topics, countries, frequencies } = words()
  // `en-GB` is English.
  const locale =
    cell('language') === '' ? defaults.locale : (languages.get(folded(cell('language'))) ?? languages.get(folded(cell('language').split(/[-_]/)[0] ?? '')))
  if (locale === undefined) return refused('language')
  const ownTopics = listed(cell('topics'), topics)
  if (ownTopics === null) return refused('topic')
  const ownCountries = listed(cell('countries'), countries)
  if (ownCountries === null) return refused('country')
  const frequency = cell('frequency') === '' ? defaults.frequency : frequencies.get(folded(cell('frequency')))
  if (frequency === undefined) return refused('frequency')
  return {
    record: {
      address: address.output,
      consentedAt,
      locale,
      topics: ownTopics.length === 0 ? defaults.topics : ownTopics,
      countries: ownCountries.length === 0 ? defaults.countries : ownCountries,
      frequency,
    },
  }
}
