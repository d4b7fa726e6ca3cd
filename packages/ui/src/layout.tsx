import { alternatesOf, DEFAULT_LOCALE, SHIPPED, localPath, type ShippedLocale } from '@stem/i18n/locales'
// Not by the name `html`: a formatter would put spaces into what is hashed.
import { html as markup, raw } from 'hono/html'
import type { Child } from 'hono/jsx'
import { ASSETS, INTEGRITY } from '../generated/assets.ts'
import { Breadcrumb, type Crumb } from './breadcrumb.tsx'
import { Footer } from './footer.tsx'
import { Header, type SectionName } from './header.tsx'
import type { Speech } from './speech.tsx'

/** What the head and frame of a page say. */
export type Frame = {
  title: string
  description: string
  /** Canonical path with query, without language. */
  path: string
  /** Origin of the site without trailing slash. */
  origin: string
  section?: SectionName
  crumbs?: Crumb[]
  /** Languages in which the content really exists: only these are offered to search engines. */
  translated: readonly string[]
  noindex?: boolean
  jsonLd?: object[]
  /** Path of the picture shown where the page is shared, 1200 by 630. */
  image: string
  ogType?: 'website' | 'article' | 'profile'
  /** Other faces of the page, or the description of a search. */
  alternates?: { type: string; title: string; path: string; rel?: 'search' }[]
  /** Whether the page is for somebody who is signed in. */
  signedIn?: boolean
  /** A script the page gets better by; it must be complete without it. */
  script?: ScriptName
  /** The frame of the console in place of the site's: its own navigation, no header and footer. */
  console?: Child
  main: Child
}

/** A script of the site, delivered with its integrity. */
export type ScriptName = keyof typeof INTEGRITY

const OG_LOCALES: Record<ShippedLocale, string> = {
  de: 'de_DE',
  el: 'el_GR',
  en: 'en_GB',
  es: 'es_ES',
  fr: 'fr_FR',
  nl: 'nl_NL',
}
const FONT_OF: Partial<Record<ShippedLocale, string>> = { el: ASSETS['text-greek.woff2'] }

/** JSON for a data block: no text in it can end the block. */
export const jsonBlock = (data: object): string => JSON.stringify(data).replaceAll('<', '\\u003c')

/** What search engines are told of a page: its own data, or that it is a page; and the way to it (schema.org). */
function dataOf({ locale, t }: Speech, frame: Frame, canonical: string): object[] {
  const own = frame.jsonLd ?? [
    { '@context': 'https://schema.org', '@type': 'WebPage', name: frame.title, description: frame.description, url: canonical, inLanguage: locale },
  ]
  if (!frame.crumbs || frame.noindex) return frame.noindex ? [] : own
  const steps = [{ label: t('chrome.home'), path: '/' }, ...frame.crumbs]
  const itemListElement = steps.map(({ label, path }, index) => ({
    '@type': 'ListItem',
    position: index + 1,
    name: label,
    item: path === undefined ? canonical : frame.origin + localPath(locale, path),
  }))
  return [...own, { '@context': 'https://schema.org', '@type': 'BreadcrumbList', itemListElement }]
}

const shipped = (codes: readonly string[]): ShippedLocale[] => SHIPPED.filter((code) => codes.includes(code))

/** The addresses of a page in each language it really exists in. */
const languagesOf = (frame: Frame): (readonly [string, string])[] =>
  frame.noindex ? [] : alternatesOf(frame.translated).map(([name, code]) => [name, frame.origin + localPath(code, frame.path)])

/** The body of a page as markup, without the document around it. */
export const Body = ({ speech, frame }: { speech: Speech; frame: Frame }) =>
  frame.console ? <ConsoleBody frame={frame} /> : <SiteBody speech={speech} frame={frame} />

const ConsoleBody = ({ frame }: { frame: Frame }) => (
  <>
    {frame.console}
    <main class="cm" id="main" tabindex={-1}>
      {frame.main}
    </main>
  </>
)

const SiteBody = ({ speech, frame }: { speech: Speech; frame: Frame }) => (
  <>
    <Header speech={speech} path={frame.path} section={frame.section} translated={frame.translated} signedIn={frame.signedIn ?? false} />
    <main id="main" tabindex={-1}>
      {frame.crumbs && (
        <div class="w crumbs">
          <Breadcrumb speech={speech} crumbs={frame.crumbs} />
        </div>
      )}
      {frame.main}
    </main>
    <Footer speech={speech} path={frame.path} />
  </>
)

const scriptOf = ({ script }: Frame): string =>
  script === undefined ? '' : `<script src="${ASSETS[script]}" integrity="${INTEGRITY[script]}" crossorigin="anonymous" defer></script>`

/** Address of a script, as a Content-Security-Policy allows it. */
export const scriptSource = (origin: string, script: ScriptName): string => origin + ASSETS[script]

/** The whole document around `body`, with `css` in its head. Written as text: elements of a head cost the renderer a search for doubles. */
export function documentOf(speech: Speech, frame: Frame, body: string, css: string): string {
  const { locale } = speech
  const real = shipped(frame.translated)
  const own = real.includes(locale) ? locale : (real.find((code) => code === DEFAULT_LOCALE) ?? real[0] ?? locale)
  const canonical = frame.origin + localPath(own, frame.path)
  const property = (name: string, content: string) => markup`<meta property="og:${name}" content="${content}">`
  const head = [
    markup`<meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">`,
    markup`<title>${frame.path === '/' ? frame.title : `${frame.title} – EU STEM Coalition`}</title>`,
    markup`<meta name="description" content="${frame.description}">`,
    frame.noindex ? markup`<meta name="robots" content="noindex">` : markup`<link rel="canonical" href="${canonical}">`,
    ...languagesOf(frame).map(([name, href]) => markup`<link rel="alternate" hreflang="${name}" href="${href}">`),
    ...(frame.alternates ?? []).map(
      ({ type, title, path, rel = 'alternate' }) =>
        markup`<link rel="${rel}" type="${type}" title="${title}" href="${frame.origin + localPath(locale, path)}">`,
    ),
    property('title', frame.title),
    property('description', frame.description),
    property('type', frame.ogType ?? 'website'),
    property('url', canonical),
    property('site_name', 'EU STEM Coalition'),
    property('locale', OG_LOCALES[locale]),
    property('image', frame.origin + frame.image),
    markup`<meta property="og:image:width" content="1200"><meta property="og:image:height" content="630">`,
    markup`<meta name="theme-color" content="#0b1f4b"><link rel="icon" href="${ASSETS['mark.svg']}" type="image/svg+xml">`,
    markup`<link rel="preload" href="${FONT_OF[locale] ?? ASSETS['text-latin.woff2']}" as="font" type="font/woff2" crossorigin>`,
    markup`<style>${raw(css)}</style>`,
    ...dataOf(speech, frame, canonical).map((data) => markup`<script type="application/ld+json">${raw(jsonBlock(data))}</script>`),
  ].join('')
  return `<!doctype html><html lang="${locale}" dir="ltr"><head>${head}</head><body${frame.console ? ' class="con"' : ''}>${body}<link rel="stylesheet" href="${ASSETS['enh.css']}">${scriptOf(frame)}</body></html>`
}
