import { DEFAULT_LOCALE, SHIPPED, localPath, type ShippedLocale } from '@stem/i18n/locales'
import { raw } from 'hono/html'
import type { Child } from 'hono/jsx'
import { ASSETS } from '../generated/assets.ts'
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
  alternates?: { type: string; title: string; path: string }[]
  main: Child
}

const OG_LOCALES: Record<ShippedLocale, string> = { en: 'en_GB', fr: 'fr_FR', el: 'el_GR' }
const FONT_OF: Partial<Record<ShippedLocale, string>> = { el: ASSETS['text-greek.woff2'] }

/** JSON for a data block: no text in it can end the block. */
export const jsonBlock = (data: object): string => JSON.stringify(data).replaceAll('<', '\\u003c')

const shipped = (codes: readonly string[]): ShippedLocale[] => SHIPPED.filter((code) => codes.includes(code))

/** The addresses of a page in each language it really exists in. */
const Languages = ({ frame }: { frame: Frame }) => {
  const real = shipped(frame.translated)
  if (real.length < 2 || frame.noindex) return null
  return (
    <>
      {real.map((code) => (
        <link rel="alternate" hreflang={code} href={frame.origin + localPath(code, frame.path)} />
      ))}
      <link
        rel="alternate"
        hreflang="x-default"
        href={frame.origin + localPath(real.includes(DEFAULT_LOCALE) ? DEFAULT_LOCALE : (real[0] ?? DEFAULT_LOCALE), frame.path)}
      />
    </>
  )
}

/** The body of a page as markup, without the document around it. */
export const Body = ({ speech, frame }: { speech: Speech; frame: Frame }) => (
  <>
    <Header speech={speech} path={frame.path} section={frame.section} translated={frame.translated} />
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

/** The whole document around `body`, with `css` in its head. */
export function documentOf(speech: Speech, frame: Frame, body: string, css: string): string {
  const { locale } = speech
  const real = shipped(frame.translated)
  const own = real.includes(locale) ? locale : (real.find((code) => code === DEFAULT_LOCALE) ?? real[0] ?? locale)
  const canonical = frame.origin + localPath(own, frame.path)
  const head = (
    <>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width,initial-scale=1" />
      <title>{frame.path === '/' ? frame.title : `${frame.title} – EU STEM Coalition`}</title>
      <meta name="description" content={frame.description} />
      {frame.noindex ? <meta name="robots" content="noindex" /> : <link rel="canonical" href={canonical} />}
      <Languages frame={frame} />
      {(frame.alternates ?? []).map(({ type, title, path }) => (
        <link rel="alternate" type={type} title={title} href={frame.origin + localPath(locale, path)} />
      ))}
      <meta property="og:title" content={frame.title} />
      <meta property="og:description" content={frame.description} />
      <meta property="og:type" content={frame.ogType ?? 'website'} />
      <meta property="og:url" content={canonical} />
      <meta property="og:site_name" content="EU STEM Coalition" />
      <meta property="og:locale" content={OG_LOCALES[locale]} />
      <meta property="og:image" content={frame.origin + frame.image} />
      <meta property="og:image:width" content="1200" />
      <meta property="og:image:height" content="630" />
      <meta name="theme-color" content="#0b1f4b" />
      <link rel="icon" href={ASSETS['mark.svg']} type="image/svg+xml" />
      <link rel="preload" href={FONT_OF[locale] ?? ASSETS['text-latin.woff2']} as="font" type="font/woff2" crossorigin="" />
      <style>{raw(css)}</style>
      {(frame.jsonLd ?? []).map((data) => (
        <script type="application/ld+json">{raw(jsonBlock(data))}</script>
      ))}
    </>
  )
  return `<!doctype html><html lang="${locale}" dir="ltr"><head>${head.toString()}</head><body>${body}<link rel="stylesheet" href="${ASSETS['enh.css']}"></body></html>`
}
