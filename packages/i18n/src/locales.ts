/** The 24 official languages of the EU, by ISO 639-1 code, with the name each gives itself. */
export const LOCALES = {
  bg: 'български',
  cs: 'čeština',
  da: 'dansk',
  de: 'Deutsch',
  el: 'ελληνικά',
  en: 'English',
  es: 'español',
  et: 'eesti',
  fi: 'suomi',
  fr: 'français',
  ga: 'Gaeilge',
  hr: 'hrvatski',
  hu: 'magyar',
  it: 'italiano',
  lt: 'lietuvių',
  lv: 'latviešu',
  mt: 'Malti',
  nl: 'Nederlands',
  pl: 'polski',
  pt: 'português',
  ro: 'română',
  sk: 'slovenčina',
  sl: 'slovenščina',
  sv: 'svenska',
} as const

/** A language of the EU. */
export type Locale = keyof typeof LOCALES

/** Languages whose catalogue is complete: the ones that have addresses, in the order of the menu. */
export const SHIPPED = ['en', 'de', 'el', 'es', 'fr', 'nl'] as const satisfies readonly Locale[]

/** A language the site is served in. */
export type ShippedLocale = (typeof SHIPPED)[number]

/** The language whose addresses carry no prefix, and in which every text exists. */
export const DEFAULT_LOCALE = 'en' satisfies ShippedLocale

/** Whether `code` names a language the site is served in. */
export const isShipped = (code: string): code is ShippedLocale => (SHIPPED as readonly string[]).includes(code)

/** Whether `code` names an official language of the EU. */
export const isLocale = (code: string): code is Locale => Object.hasOwn(LOCALES, code)

/**
 * The languages of something that really exists in `codes`, each with its name in `hreflang`, and `x-default`: English, else the first.
 * Empty when there are fewer than two: a page in one language names no others. The head of a page and the sitemap say the same.
 */
export function alternatesOf(codes: readonly string[]): [hreflang: string, locale: ShippedLocale][] {
  const real = SHIPPED.filter((code) => codes.includes(code))
  const [first] = real
  if (first === undefined || real.length < 2) return []
  return [
    ...real.map((code): [string, ShippedLocale] => [code, code]),
    ['x-default', (real as ShippedLocale[]).includes(DEFAULT_LOCALE) ? DEFAULT_LOCALE : first],
  ]
}

/** The path of `path` (canonical, without language) in `locale`: English has no prefix. */
export const localPath = (locale: ShippedLocale, path: string): string => (locale === DEFAULT_LOCALE ? path : path === '/' ? `/${locale}` : `/${locale}${path}`)
