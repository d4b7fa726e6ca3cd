import { DEFAULT_LOCALE, isShipped, localPath, type ShippedLocale } from '@stem/i18n/locales'
import { addressOf, type Address } from '@stem/contracts/addresses'

/** What an address means. `moved` names the canonical path with query; `path` never carries the language. */
export type Canonical =
  | { kind: 'here'; address: Address; locale: ShippedLocale; path: string; query: string }
  | { kind: 'moved'; to: string }
  | { kind: 'unknown'; locale: ShippedLocale; path: string }

// Control characters, backslashes, and what is left of an address that was encoded twice.
const NEVER = /[\u0000-\u001f\u007f\\%]/

const decode = (pathname: string): string | null => {
  try {
    const text = decodeURIComponent(pathname)
    return NEVER.test(text) || /%2f/i.test(pathname) ? null : text
  } catch {
    return null
  }
}

/** Splits the language from a path: `/fr/members` is `/members` in French. */
export function splitLocale(path: string): { locale: ShippedLocale; path: string; prefixed: boolean } {
  const [, first = '', ...rest] = path.split('/')
  return isShipped(first) ? { locale: first, path: `/${rest.join('/')}`, prefixed: true } : { locale: DEFAULT_LOCALE, path, prefixed: false }
}

/** Known parameters only, by name, values without space around them, sorted, once each, none empty. */
function canonicalQuery(given: URLSearchParams, known: readonly string[]): string {
  const kept = new URLSearchParams()
  for (const name of known.toSorted()) {
    const values = given.getAll(name).map((value) => value.normalize('NFC').trim())
    for (const value of [...new Set(values)].sort()) if (value !== '') kept.append(name, value)
  }
  return kept.toString()
}

/** What `url` means: lower-case, NFC, no trailing or double slash, English without prefix, only known parameters. */
export function canonicalOf(url: URL): Canonical {
  const decoded = decode(url.pathname)
  if (decoded === null) return { kind: 'unknown', locale: DEFAULT_LOCALE, path: '/' }
  const clean = `/${decoded.normalize('NFC').split('/').filter(Boolean).join('/')}`
  const lower = clean.startsWith('/assets/') ? clean : clean.toLowerCase()
  const { locale, path } = splitLocale(lower)
  const address = addressOf(path)
  if (!address || (!address.localised && locale !== DEFAULT_LOCALE)) return { kind: 'unknown', locale, path }
  const own = encodeURI(localPath(address.localised ? locale : DEFAULT_LOCALE, path))
  const query = address.parameters === 'strict' ? url.search.slice(1) : canonicalQuery(url.searchParams, address.parameters ?? [])
  const search = query === '' ? '' : `?${query}`
  if (own !== url.pathname || search !== url.search) return { kind: 'moved', to: own + search }
  return { kind: 'here', address, locale, path, query }
}
