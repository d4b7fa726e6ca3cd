import { alternatesOf, DEFAULT_LOCALE, localPath, SHIPPED, type ShippedLocale } from '@stem/i18n/locales'

/** A page: canonical path, the languages it really exists in, when it was last changed (epoch milliseconds; null when not known). */
export type Entry = { path: string; locales: readonly string[]; updatedAt: number | null }
/** A file of the sitemap. */
export type Part = { file: string; updatedAt: number | null }

const HEAD = '<?xml version="1.0" encoding="UTF-8"?>'
const NAMESPACE = 'http://www.sitemaps.org/schemas/sitemap/0.9'
const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const escape = (text: string): string => text.replaceAll(/[&<>"]/g, (letter) => ESCAPES[letter] ?? letter)
const changed = (at: number | null): string => (at === null ? '' : `<lastmod>${new Date(at).toISOString()}</lastmod>`)

/** One `<url>` for each language an entry exists in, each naming all of them. */
function urlOf(origin: string, { path, locales, updatedAt }: Entry): string {
  const at = (code: ShippedLocale) => escape(origin + localPath(code, encodeURI(path)))
  const others = alternatesOf(locales).map(([name, code]) => `<xhtml:link rel="alternate" hreflang="${name}" href="${at(code)}"/>`)
  const real: readonly ShippedLocale[] = SHIPPED.filter((code) => locales.includes(code))
  const shown: readonly ShippedLocale[] = real.length === 0 ? [DEFAULT_LOCALE] : real
  return shown.map((code) => `<url><loc>${at(code)}</loc>${changed(updatedAt)}${others.join('')}</url>`).join('')
}

/** A file of the sitemap. */
export const urlsOf = (origin: string, entries: Entry[]): string =>
  `${HEAD}<urlset xmlns="${NAMESPACE}" xmlns:xhtml="http://www.w3.org/1999/xhtml">${entries.map((entry) => urlOf(origin, entry)).join('')}</urlset>`

/** The index of its files. */
export const indexOf = (origin: string, parts: Part[]): string =>
  `${HEAD}<sitemapindex xmlns="${NAMESPACE}">${parts
    .map(({ file, updatedAt }) => `<sitemap><loc>${escape(`${origin}/sitemaps/${file}`)}</loc>${changed(updatedAt)}</sitemap>`)
    .join('')}</sitemapindex>`
