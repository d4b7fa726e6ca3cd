import { type RequestContext } from '@stem/contracts/context'
import { localPath, SHIPPED } from '@stem/i18n/locales'
import { Body, documentOf, scriptSource, type Frame } from '@stem/ui/layout'
import { speechOf } from '@stem/ui/speech'
import { GREEK, styleSheetFor } from '@stem/ui/style-sheet'
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
  /** Whether it frames pages of our own site. */
  frames?: boolean
  /** Seconds a cache may keep it; 60 without it, 0 means not at all. */
  maxAge?: number
}

/** Content-Security-Policy of a page: only the styles with this source, no script but the one named, and no frames but of our own site if any. */
export const pagePolicy = (styleSource: string, script = '', frames = false): string =>
  `default-src 'none'; ${script === '' ? '' : `script-src ${script}; `}style-src 'self' ${styleSource}; ${frames ? "frame-src 'self'; " : ''}img-src 'self'; font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'`

/** Renders a page with the styles it uses, its policy and its cache headers. */
export async function page(context: RequestContext, spec: PageSpec): Promise<Response> {
  const { query = '', translated = SHIPPED, image = '/og/site.png', status = 200, tags = [], maxAge = 60, frames = false, ...rest } = spec
  const speech = speechOf(context.locale)
  const frame: Frame = {
    ...rest,
    path: query === '' ? context.path : `${context.path}?${query}`,
    origin: context.origin,
    translated,
    image,
  }
  const body = (<Body speech={speech} frame={frame} />).toString()
  const { css, source } = await styleSheetFor(body, [...(frame.console ? ['con'] : []), ...(context.locale === 'el' ? [GREEK] : [])])
  const keeping: Record<string, string> = maxAge === 0 ? { 'cache-control': 'no-store' } : kept({ tags, maxAge })
  return new Response(documentOf(speech, frame, body, css), {
    status,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-language': context.locale,
      'content-security-policy': pagePolicy(source, rest.script === undefined ? '' : scriptSource(context.origin, rest.script), frames),
      ...keeping,
    },
  })
}

/** A page for one person: kept nowhere, found by no search engine. `secretLink`: its address is a secret and must not travel on. */
export async function privatePage(context: RequestContext, { secretLink = false, ...spec }: PageSpec & { secretLink?: boolean }): Promise<Response> {
  const answer = await page(context, { signedIn: context.who !== null, ...spec, noindex: true, maxAge: 0 })
  // Not `no-referrer`: with it browsers send `Origin: null`, and a form could not show where it comes from.
  if (secretLink) answer.headers.set('referrer-policy', 'same-origin')
  return answer
}

/** Leads on after a change was made (303), to a path of this site in the language of the request. */
export const seeOther = (context: RequestContext, path: string, cookies: string[] = []): Response => {
  const headers = new Headers({ location: localPath(context.locale, path), 'cache-control': 'no-store' })
  for (const cookie of cookies) headers.append('set-cookie', cookie)
  return new Response(null, { status: 303, headers })
}
