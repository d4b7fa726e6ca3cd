import { localPath, SHIPPED, type ShippedLocale } from '@stem/i18n/locales'

/** One address of every kind of page, without language. */
export const PAGES = [
  '/',
  '/about',
  '/how-we-work',
  '/members',
  '/members/platform-talent-voor-technologie-ptvt',
  '/countries/dk',
  '/countries/mt',
  '/practices',
  '/practices?country=DK&topic=gender',
  '/practices/jet-net-technet-jntn',
  '/knowledge',
  '/publications',
  '/publications?publication=monitoring-instrument&year=2024',
  '/publications/technology-pact-monitor',
  '/news',
  '/news/towards-a-future-proof-europe',
  '/policy',
  '/policy/digital-decade-policy-programme-2030',
  '/projects',
  '/projects/towards-a-european-ste-a-m-platform-eusteam',
  '/events',
  '/events?country=DK',
  '/events?month=2025-11',
  '/events/eu-stem-coalition-general-assembly-germany',
  '/practices/adoption',
  '/adoptions/jet-net-in-the-basque-country',
  '/taskforces',
  '/taskforces/danish-technology-pact',
  '/working-groups/nordic-node',
  '/roundtables',
  '/data',
  '/data/stem-tertiary-graduates-per-1000',
  '/data/stem-tertiary-graduates-per-1000?year=2015',
  '/data/stem-tertiary-graduates-per-1000/table',
  '/data/stem-tertiary-graduates-per-1000/vintages',
  '/data/women-among-ict-students',
  '/data/target-stem-vet',
  '/data/compare',
  '/data/compare?country=DK&country=GR&country=IE&country=MT&country=NL&country=SE&indicator=stem-tertiary-graduates-per-1000',
  '/data/targets',
  '/data/download',
  '/search',
  '/search?q=girls',
  '/search?country=DK&q=technology+pact&type=event',
  '/search?q=zzzzqqqq',
  '/languages',
  '/accessibility',
  '/privacy',
  '/api/v1',
  '/support',
  '/support/figures',
  '/newsletter/archive',
] as const

/** Forms anybody can fill in: each visitor's own, so found by no search engine and kept in no cache. */
export const FORMS = ['/support/request', '/contact', '/join', '/newsletter'] as const

/** Addresses that answer an error page. */
export const ERROR_PAGES = ['/nowhere', '/practices/nothing-of-that-name', '/events/nothing-of-that-name'] as const

const prefixOf = (locale: ShippedLocale): string => localPath(locale, '/').replace(/\/$/, '')
/** The languages of the site, as they stand in the path. */
const LANGUAGES = SHIPPED.map(prefixOf)
/** The plainest, the one with the longest words, and another script. */
const SOME_LANGUAGES = (['en', 'de', 'el'] as const).map(prefixOf)

/** `page` in the language of `prefix`. */
export const inLanguage = (prefix: string, page: string): string => (prefix === '' ? page : page === '/' ? prefix : prefix + page)

const inLanguages = (prefixes: readonly string[]): string[] =>
  prefixes.flatMap((prefix) => [...PAGES, ...FORMS, ...ERROR_PAGES].map((page) => inLanguage(prefix, page)))

/** Every page kind, form and error page in every language. */
export const EVERY_PAGE: readonly string[] = inLanguages(LANGUAGES)

/** The same in those languages that show what a language can do to a page: for what takes a browser long. */
export const PAGES_IN_SOME_LANGUAGES: readonly string[] = inLanguages(SOME_LANGUAGES)
