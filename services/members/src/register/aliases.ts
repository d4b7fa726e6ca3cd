import { fold } from '@stem/i18n/fold'
import { SHIPPED } from '@stem/i18n/locales'
import { formats } from '@stem/i18n/format'

/**
 * Spellings under which other records name an organisation: the full name, the name without its bracket, what stands in
 * the bracket, and an acronym before a dash (`FORTH - Foundation …`).
 */
export function aliasesOf(name: string): string[] {
  const bracket = /\(([^)]+)\)/.exec(name)?.[1]
  const bare = name.replace(/\s*\([^)]*\)/, '').trim()
  const parts = bare.split(/\s+-\s+/)
  return [...new Set([name, bare, ...(bracket === undefined ? [] : [bracket, ...bracket.split('/')]), ...(parts.length > 1 ? parts : [])])].filter(
    (alias) => alias.length > 2,
  )
}

/** What text search looks through: every alias, region, and the country in each language. */
export const searchTextOf = ({ name, region, country }: { name: string; region: string | null; country: string | null }): string =>
  fold([...aliasesOf(name), region ?? '', ...(country === null ? [] : [country, ...SHIPPED.map((locale) => formats(locale).countryName(country))])].join(' '))
