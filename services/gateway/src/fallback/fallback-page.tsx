import type { RequestContext } from '@stem/contracts/context'
import { localPath } from '@stem/i18n/locales'
import { FallenTile } from '@stem/ui/locator'
import { speechOf } from '@stem/ui/speech'
import { page } from '@stem/web/page'
import { problem } from '@stem/web/problem'

const CODES = {
  400: 'bad_request',
  403: 'forbidden',
  404: 'not_found',
  405: 'method_not_allowed',
  408: 'request_timeout',
  410: 'gone',
  413: 'content_too_large',
  429: 'too_many_requests',
  500: 'internal',
  503: 'unavailable',
} as const
/** A status for which there is a page. */
export type FallbackStatus = keyof typeof CODES

/** Whether there is a page for a status. */
export const isFallback = (status: number): status is FallbackStatus => status in CODES

const WITH_REFERENCE: readonly FallbackStatus[] = [429, 500, 503]
const RETRY_AFTER: Partial<Record<FallbackStatus, number>> = { 429: 60, 503: 30 }

/** Whether what stands at `path` is read by programs, so that a refusal is no page. */
export const isForPrograms = (path: string): boolean => (path.startsWith('/api/') && path !== '/api/v1') || /\.(csv|json|atom|xml|txt|png)$/.test(path)

/**
 * The page that says why there is no page, with a way on; for programs the same as `application/problem+json`.
 * `soon`: the address is kept free for a part of the site that is not open yet.
 */
export async function fallbackPage(context: RequestContext, status: FallbackStatus, { soon = false } = {}): Promise<Response> {
  const { t, locale } = speechOf(context.locale)
  const kind = soon ? 'soon' : (String(status) as `${FallbackStatus}`)
  const title = t(`fallback.${kind}.title`)
  const answer = isForPrograms(context.path)
    ? problem(status, CODES[status], t(`fallback.${kind}.text`), context.requestId)
    : await page(context, {
        title,
        description: t(`fallback.${kind}.text`),
        status,
        noindex: true,
        maxAge: 0,
        main: (
          <div class="w top ctr">
            <div class="sb h2c">
              <div class="st g5">
                {!soon && (
                  <p class="big" aria-hidden="true">
                    {status}
                  </p>
                )}
                <h1>{title}</h1>
                <p class="lead">{t(`fallback.${kind}.text`)}</p>
                {(status === 404 || status === 410) && (
                  <form class="cl nw" method="get" action={localPath(locale, '/practices')} role="search">
                    <label class="vh" for="nf">
                      {t('fallback.search')}
                    </label>
                    <input class="in n" id="nf" name="q" type="search" size={28} maxlength={100} />
                    <button class="b">{t('fallback.search.button')}</button>
                  </form>
                )}
                <p class="cl g5">
                  {(['/', '/practices', '/members', '/contact'] as const).map((path) => (
                    <a href={localPath(locale, path)}>
                      {path === '/' ? t('chrome.home') : path === '/contact' ? t('contact.title') : t(`chrome.nav.${path.slice(1) as 'practices' | 'members'}`)}
                    </a>
                  ))}
                </p>
                {WITH_REFERENCE.includes(status) && <p class="s m">{t('fallback.reference', { id: context.requestId })}</p>}
              </div>
              <div class="only-w">
                <FallenTile />
              </div>
            </div>
          </div>
        ),
      })
  const wait = RETRY_AFTER[status]
  if (wait !== undefined) answer.headers.set('retry-after', String(wait))
  answer.headers.set('x-request-id', context.requestId)
  return answer
}
