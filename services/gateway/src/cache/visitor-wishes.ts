import { isShipped, localPath, SHIPPED, type ShippedLocale } from '@stem/i18n/locales'
import { translator } from '@stem/i18n/translate'
import { splitLocale } from './canonical.ts'
import type { KeptPage } from './page-store.ts'

/** Themes a visitor can choose; without a choice the system decides. */
export const THEMES = ['light', 'dark'] as const
/** A chosen theme. */
export type Theme = (typeof THEMES)[number]
/** Name of the cookie that holds the theme. Set only when a visitor chose one. */
export const THEME_COOKIE = '__Host-theme'

/** What of a request changes the look of a page, not its content. `offer`: another language that the visitor reads better. */
export type Wishes = { theme: Theme | null; offer: ShippedLocale | null }

/** The theme that a `Cookie` header asks for. */
export const themeOf = (cookies: string | null): Theme | null =>
  cookies === null ? null : ((/(?:^|; ?)__Host-theme=(light|dark)(?:;|$)/.exec(cookies)?.[1] as Theme | undefined) ?? null)

const favourites = new Map<string, ShippedLocale | null>()
const MOST_KNOWN = 1000

/** The shipped language that an `Accept-Language` header prefers (RFC 9110, 12.5.4), or null when it names none. */
export function favouriteOf(accept: string): ShippedLocale | null {
  const known = favourites.get(accept)
  if (known !== undefined) return known
  const wanted = accept
    .slice(0, 300)
    .split(',')
    .map((part) => {
      const [tag = '', ...rest] = part.trim().toLowerCase().split(';')
      const weight = rest.map((one) => /^\s*q=([\d.]+)$/.exec(one)?.[1]).find((one) => one !== undefined)
      return { language: tag.split('-')[0] ?? '', weight: weight === undefined ? 1 : Number(weight) }
    })
    .filter(({ language, weight }) => isShipped(language) && weight > 0)
    .sort((a, b) => b.weight - a.weight)
  const first = wanted[0]?.language ?? ''
  const found = isShipped(first) ? first : null
  if (favourites.size >= MOST_KNOWN) favourites.clear()
  favourites.set(accept, found)
  return found
}

/** The wishes of a request for a page in `locale`. Another language is offered on arrival only, not inside the site. */
export function wishesOf(headers: Headers, locale: ShippedLocale): Wishes {
  const accept = headers.get('accept-language')
  const arriving = accept !== null && headers.get('sec-fetch-site') !== 'same-origin'
  const favourite = arriving ? favouriteOf(accept) : null
  return { theme: themeOf(headers.get('cookie')), offer: favourite === locale ? null : favourite }
}

const MAIN = '<main id="main" tabindex="-1">'

/** `html` with a notice before everything else in its main part. */
export const withNotice = (html: string, notice: string): string => html.replace(MAIN, `${MAIN}<div class="w crumbs"><div class="al tn">${notice}</div></div>`)

function withOffer(html: string, offer: ShippedLocale, path: string): string {
  const translate = translator(offer)
  return withNotice(html, `<p lang="${offer}"><a href="${localPath(offer, path)}" hreflang="${offer}">${translate('chrome.offer')}</a></p>`)
}

/** `html` in the chosen theme. */
export const withTheme = (html: string, theme: Theme): string =>
  html
    .replace(/^(<!doctype html><html [^>]*)>/, `$1 data-theme="${theme}">`)
    .replace('name="theme" value="system" aria-pressed="true"', 'name="theme" value="system" aria-pressed="false"')
    .replace(`name="theme" value="${theme}" aria-pressed="false"`, `name="theme" value="${theme}" aria-pressed="true"`)

/** A page as a visitor with `wishes` sees it. `address` is its path and query with language. */
export function asWished(page: KeptPage, { theme, offer }: Wishes, address: string): KeptPage {
  let html = new TextDecoder().decode(page.bytes)
  if (theme !== null) html = withTheme(html, theme)
  if (offer !== null && SHIPPED.includes(offer)) html = withOffer(html, offer, splitLocale(address).path.replaceAll('&', '&amp;'))
  const etag = page.etag.replace(/"$/, `.${theme ?? ''}.${offer ?? ''}"`)
  return {
    ...page,
    bytes: new TextEncoder().encode(html) as Uint8Array<ArrayBuffer>,
    etag,
    headers: page.headers.map(([name, value]) => [name, name === 'etag' ? etag : value]),
  }
}
