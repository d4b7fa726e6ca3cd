import { formats } from '@stem/i18n/format'
import { LOCALES, SHIPPED, type Locale } from '@stem/i18n/locales'
import { translator, type Key } from '@stem/i18n/translate'

const EVERY_LOCALE = Object.keys(LOCALES) as Locale[]

const once = <Value>(make: (key: string) => Value): ((key: string) => Value) => {
  const made = new Map<string, Value>()
  return (key) => {
    const known = made.get(key)
    if (known !== undefined) return known
    const fresh = make(key)
    made.set(key, fresh)
    return fresh
  }
}

/** Names of a country in every language of the EU, whether the site is served in it or not; each once. */
export const namesOfCountry: (code: string) => string[] = once((code) => [...new Set(EVERY_LOCALE.map((locale) => formats(locale).countryName(code)))])

/** Name of a country by language. */
export const countryTitles = (code: string): { locale: Locale; title: string }[] =>
  EVERY_LOCALE.map((locale) => ({ locale, title: formats(locale).countryName(code) }))

const inShipped = once((key) => [...new Set(SHIPPED.map((locale) => translator(locale)(key as Key)))].filter((label) => label !== ''))

/** Names of a term in every language the site is served in, and its code as words. */
export const labelsOfTerm = (taxonomy: string, code: string): string[] =>
  taxonomy === 'country'
    ? code === 'EU'
      ? ['EU', 'Europe', ...namesOfCountry('EU')]
      : namesOfCountry(code)
    : [...inShipped(`terms.${taxonomy}.${code}`), code.replaceAll('-', ' ')]

/** Names of a type of document in every language the site is served in. */
export const labelsOfType = (type: string): string[] => inShipped(`search.type.${type}`)
