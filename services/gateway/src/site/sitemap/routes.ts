import { LIST_NAMES, LISTS } from '@stem/contracts/lists'
import { PROFILED } from '@stem/contracts/countries'
import { listTag } from '@stem/contracts/purge'
import { DEFAULT_LOCALE, localPath, SHIPPED, type ShippedLocale } from '@stem/i18n/locales'
import type { ServiceEnv } from '@stem/web/app'
import { file } from '@stem/web/file'
import { Hono } from 'hono'
import type { Env } from '../../env.ts'

type Entry = { path: string; locales: readonly string[]; updatedAt: number | null }

const FIXED = [
  '/',
  '/about',
  '/how-we-work',
  '/members',
  '/knowledge',
  ...LIST_NAMES.map((name) => `/${name}`),
  '/data',
  '/data/compare',
  '/data/targets',
  '/support',
  '/support/figures',
  '/newsletter/archive',
  '/api/v1',
  '/languages',
  '/accessibility',
  '/privacy',
]
const HOUR = 60 * 60
const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const escape = (text: string): string => text.replaceAll(/[&<>"]/g, (letter) => ESCAPES[letter] ?? letter)

/** One `<url>` for each language an entry exists in, each naming the others. */
function urlsOf(origin: string, { path, locales, updatedAt }: Entry): string {
  const real: readonly ShippedLocale[] = SHIPPED.filter((code) => locales.includes(code))
  const at = (code: ShippedLocale) => escape(origin + localPath(code, encodeURI(path)))
  const others = real.length < 2 ? '' : real.map((code) => `<xhtml:link rel="alternate" hreflang="${code}" href="${at(code)}"/>`).join('')
  const changed = updatedAt === null ? '' : `<lastmod>${new Date(updatedAt).toISOString()}</lastmod>`
  const shown: readonly ShippedLocale[] = real.length === 0 ? [DEFAULT_LOCALE] : real
  return shown.map((code) => `<url><loc>${at(code)}</loc>${changed}${others}</url>`).join('')
}

/** The sitemap (sitemaps.org 0.9) of everything public, and robots.txt that names it. */
export const sitemap = new Hono<ServiceEnv<Env>>()
  .get('/sitemap.xml', async (c) => {
    const { context, CONTENT, MEMBERS } = c.env
    const [items, organisations] = await Promise.all([CONTENT.sitemap(), MEMBERS.sitemap()])
    const entries: Entry[] = [
      ...[...FIXED, ...PROFILED.map((code) => `/countries/${code.toLowerCase()}`)].map((path) => ({ path, locales: SHIPPED, updatedAt: null })),
      ...items,
      ...organisations.map(({ path, updatedAt }) => ({ path, locales: [DEFAULT_LOCALE], updatedAt })),
    ]
    const body = entries.map((entry) => urlsOf(context.origin, entry)).join('')
    return file(
      `<?xml version="1.0" encoding="UTF-8"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">${body}</urlset>`,
      'application/xml; charset=utf-8',
      { tags: [...LIST_NAMES.flatMap((name) => LISTS[name].types.map(listTag)), listTag('indicator'), listTag('organisation')], maxAge: HOUR },
    )
  })
  .get('/robots.txt', (c) =>
    file(`User-agent: *\nDisallow: /preferences/\nDisallow: /console\n\nSitemap: ${c.env.context.origin}/sitemap.xml\n`, 'text/plain; charset=utf-8', {
      tags: [],
      maxAge: HOUR,
    }),
  )
