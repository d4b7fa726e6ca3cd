import type { Locale } from './locales.ts'
/** Plural categories of CLDR. */
export type PluralCategory = 'zero' | 'one' | 'two' | 'few' | 'many' | 'other'
/** The category of `n` in `locale`. */
export const pluralCategory = (locale: Locale, n: number): PluralCategory => new Intl.PluralRules(locale).select(n)
