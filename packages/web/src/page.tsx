import { type RequestContext } from '@stem/contracts/context'
import { SHIPPED } from '@stem/i18n/locales'
import { Body, documentOf, type Frame } from '@stem/ui/layout'
import { speechOf } from '@stem/ui/speech'
import { styleSheetFor } from '@stem/ui/style-sheet'
import { kept } from './file.ts'

/** A page: what it says and how it may be kept. */
export type PageSpec = Omit<Frame, 'path' | 'origin' | 'translated' | 'image'> & {
  /** Canonical query string without `?`. */
  query?: string
  /** Languages in which the main content really exists; all shipped ones without it. */
  translated?: readonly string[]
  /** Path of the picture for sharing; the coalition's own without it. */
  image?: string
  status?: number
  /** Ids by which a change takes the page out of the caches. */
  tags?: string[]
  /** Seconds a cache may keep it; 60 without it, 0 means not at all. */
  maxAge?: number
}

/** Content-Security-Policy of a page: no script of any kind, and only the styles with this source. */
export const pagePolicy = (styleSource: string): string =>
  `default-src 'none'; style-src 'self' ${styleSource}; img-src 'self'; font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'`

/** Renders a page with the styles it uses, its policy and its cache headers. */
export async function page(context: RequestContext, spec: PageSpec): Promise<Response> {
  const { query = '', translated = SHIPPED, image = '/og/site.png', status = 200, tags = [], maxAge = 60, ...rest } = spec
  const speech = speechOf(context.locale)
  const frame: Frame = {
    ...rest,
    path: query === '' ? context.path : `${context.path}?${query}`,
    origin: context.origin,
    translated,
    image,
  }
  const body = (<Body speech={speech} frame={frame} />).toString()
  const { css, source } = await styleSheetFor(body)
  const keeping: Record<string, string> = maxAge === 0 ? { 'cache-control': 'no-store' } : kept({ tags, maxAge })
  return new Response(documentOf(speech, frame, body, css), {
    status,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-language': context.locale,
      'content-security-policy': pagePolicy(source),
      ...keeping,
    },
  })
}
