import { formats, type Formats } from '@stem/i18n/format'
import type { ShippedLocale } from '@stem/i18n/locales'
import { translator, type Key, type Translate } from '@stem/i18n/translate'

/** How a page speaks: its language, its texts and its numbers, dates and names. */
export type Speech = { locale: ShippedLocale; t: Translate; f: Formats }

/** The speech of `locale`. */
export const speechOf = (locale: ShippedLocale): Speech => ({ locale, t: translator(locale), f: formats(locale) })

/** Countries to choose from, by their names in the language. */
export const countryOptions = ({ f, locale }: Speech, codes: readonly string[]): (readonly [string, string])[] =>
  codes.map((code) => [code, f.countryName(code)] as const).toSorted(([, a], [, b]) => a.localeCompare(b, locale))

/** `text` with a capital at its beginning, for a sentence that begins with a name. */
export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

const TAXONOMIES = [
  'topic',
  'level',
  'target',
  'form',
  'status',
  'kind',
  'role',
  'organisation-type',
  'event',
  'publication',
  'issuer',
  'programme',
  'grant',
] as const
/** A list of terms by which records are described. */
export type Taxonomy = (typeof TAXONOMIES)[number]

/** Name of a term; a term without a name shows its code as words, so a new code never breaks a page. */
export function termName({ t }: Speech, taxonomy: Taxonomy, code: string): string {
  const name = t(`terms.${taxonomy}.${code}` as Key)
  return name === '' ? code.replaceAll('-', ' ') : name
}
