import type { Locale } from './locales.ts'

/** Plural categories of CLDR. */
export type PluralCategory = 'zero' | 'one' | 'two' | 'few' | 'many' | 'other'

const rules = new Map<Locale, Intl.PluralRules>()

/** The category of `n` in `locale`. */
export function pluralCategory(locale: Locale, n: number): PluralCategory {
  const known = rules.get(locale) ?? new Intl.PluralRules(locale)
  rules.set(locale, known)
  return known.select(n)
}
