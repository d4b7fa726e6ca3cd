import type { RequestContext } from '@stem/contracts/context'
import { localPath } from '@stem/i18n/locales'
import { beside } from '@stem/web/bindings'
import { log, messageOf } from '@stem/web/log'
import type { Owner } from '@stem/contracts/addresses'
import { canonicalOf, type Canonical } from './cache/canonical.ts'
import { entityTagOf } from './cache/kept-page.ts'
import { lastGood, rememberGood } from './cache/last-good.ts'
import { TooLate, within } from './cache/within.ts'
import type { Env } from './env.ts'
import { fallbackPage, isForPrograms } from './fallback/fallback-page.tsx'
import { site } from './site/app.ts'

/** Milliseconds that a service may take before the visitor gets the last good copy. */
export const DEADLINE = 2000

class ServiceFailed extends Error {
  override name = 'ServiceFailed'
  readonly status: number
  constructor(status: number) {
    super(`service answered ${status}`)
    this.status = status
  }
}

type Here = Extract<Canonical, { kind: 'here' }>

/** What the owner of an address answers. */
async function ask(owner: Owner, request: Request, env: Env, context: RequestContext): Promise<Response> {
  switch (owner) {
    case 'members':
      return env.MEMBERS.handle(request, context)
    case 'content':
      return env.CONTENT.handle(request, context)
    case 'newsletter':
      return env.NEWSLETTER.handle(request, context)
    case 'contact-form':
      return env.CONTACT_FORM.handle(request, context)
    case 'site':
      return site.fetch(request, beside(env, { context }))
    case 'soon':
      return fallbackPage(context, 404, { soon: true })
    case 'door':
      return fallbackPage(context, 404)
  }
}

/** Where an unknown address of the former site points today; the page of 404 when nowhere. */
async function lostPage(env: Env, context: RequestContext): Promise<Response> {
  const former = isForPrograms(context.path) ? null : await env.CONTENT.formerAddress(context.path, context)
  if (former === null) return fallbackPage(context, 404)
  return new Response(null, { status: 308, headers: { location: localPath(context.locale, former), 'cache-control': 'public, max-age=300' } })
}

async function answerOf(here: Here, env: Env, context: RequestContext): Promise<Response> {
  const search = here.query === '' ? '' : `?${here.query}`
  const answer = await ask(here.address.owner, new Request(context.origin + encodeURI(here.path) + search), env, context)
  if (answer.status >= 500) throw new ServiceFailed(answer.status)
  const drawn = answer.headers.has('content-type')
  if (answer.status === 410 && !drawn) return fallbackPage(context, 410)
  if (answer.status === 404 && !drawn) return lostPage(env, context)
  return answer
}

/** Reads a page to its end, names its version, and leaves a copy for bad days. */
async function settle(answer: Response, address: string, env: Env, ctx: ExecutionContext, now: number): Promise<Response> {
  if (!answer.ok || !answer.headers.get('content-type')?.startsWith('text/html') || answer.headers.get('cache-control') === 'no-store') return answer
  const bytes = new Uint8Array(await answer.arrayBuffer())
  const etag = await entityTagOf(bytes)
  const headers = new Headers(answer.headers)
  headers.set('etag', etag)
  const copy = {
    html: new TextDecoder().decode(bytes),
    policy: headers.get('content-security-policy') ?? '',
    etag,
    tags: (headers.get('cache-tag') ?? '').split(',').filter(Boolean),
  }
  ctx.waitUntil(rememberGood(env.LAST_GOOD, address, copy, now).catch((thrown: unknown) => log('warn', 'copy.not-kept', { why: messageOf(thrown) })))
  return new Response(bytes, { status: answer.status, headers })
}

/**
 * Answers a canonical GET: the page of its owner, the page that says why there is none, or the last good copy when the
 * owner fails or does not answer in two seconds. `requestId` stands in the logs of every Worker that takes part.
 */
export async function answerPage(request: Request, env: Env, ctx: ExecutionContext, requestId: string): Promise<Response> {
  const now = Date.now()
  const url = new URL(request.url)
  const canonical = canonicalOf(url)
  const { locale, path } = canonical.kind === 'moved' ? { locale: 'en' as const, path: url.pathname } : canonical
  const context: RequestContext = {
    who: null,
    client: { network: '', agent: '', lapsed: false },
    locale,
    requestId,
    origin: env.PUBLIC_ORIGIN,
    path: encodeURI(path),
    now,
  }
  const address = url.pathname + url.search
  try {
    const work = canonical.kind === 'here' ? answerOf(canonical, env, context) : lostPage(env, context)
    return await settle(await within(DEADLINE, work), address, env, ctx, now)
  } catch (thrown) {
    log('error', 'page.failed', { requestId, path: url.pathname, why: messageOf(thrown) })
    const copy = isForPrograms(path) ? null : await within(DEADLINE, lastGood(env.LAST_GOOD, address, locale)).catch(() => null)
    const ownFault = thrown instanceof ServiceFailed && !(thrown instanceof TooLate)
    return copy ?? fallbackPage(context, ownFault ? 500 : 503)
  }
}
