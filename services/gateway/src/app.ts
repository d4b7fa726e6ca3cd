import { timeOrdered } from '@stem/jobs/ids'
import type { RequestContext } from '@stem/contracts/context'
import { log, messageOf } from '@stem/web/log'
import { Hono } from 'hono'
import { methodsOf } from '@stem/contracts/addresses'
import { canonicalOf, splitLocale, type Canonical } from './cache/canonical.ts'
import { servePage, type Make } from './cache/serve-page.ts'
import type { Env } from './env.ts'
import { fallbackPage, type FallbackStatus } from './fallback/fallback-page.tsx'
import { clientNetwork } from './guard/client-network.ts'
import { isWelcome } from './guard/fetch-metadata.ts'
import { BODY_LIMIT, handOn, isTooDeep, readBody, textOf } from './guard/read-body.ts'
import { isOpen, secure } from './guard/security-headers.ts'
import { healthz } from './health.ts'
import { importBatch, mayImport } from './import/import-batch.ts'
import { chooseTheme } from './preferences/theme.ts'
import { answerPersonal } from './session/personal-pages.ts'
import { isStatic, serveAsset } from './site/assets.ts'

type Door = {
  Bindings: Env & { make: (requestId: string) => Make }
  Variables: { requestId: string; canonical: Canonical; context: RequestContext }
}

/** What a request meets before a service does, in this order. Everything a cache can answer never comes here. */
export const app = new Hono<Door>()

// 1. A number for the logs of all Workers, the headers of every answer, one line of log.
app.use(async (c, next) => {
  const start = Date.now()
  const requestId = timeOrdered(start)
  const url = new URL(c.req.url)
  const canonical = canonicalOf(url)
  const { locale, path } = canonical.kind === 'moved' ? splitLocale(url.pathname) : canonical
  c.set('requestId', requestId)
  c.set('canonical', canonical)
  c.set('context', {
    who: null,
    client: { network: '', agent: '', lapsed: false },
    locale,
    requestId,
    origin: c.env.PUBLIC_ORIGIN,
    path: encodeURI(path),
    now: start,
  })
  await next()
  const headers = new Headers(c.res.headers)
  secure(headers, { open: isOpen(url.pathname) })
  headers.set('x-request-id', requestId)
  c.res = new Response(c.res.body, { status: c.res.status, headers })
  log(c.res.status >= 500 ? 'error' : 'info', 'request', {
    requestId,
    method: c.req.method.slice(0, 10),
    path: url.pathname,
    status: c.res.status,
    ms: Date.now() - start,
  })
})

app.onError((thrown, c) => {
  log('error', 'request.failed', { requestId: c.get('requestId'), why: messageOf(thrown) })
  return fallbackPage(c.get('context'), 500)
})

// 2. Only methods that the address knows.
app.use(async (c, next) => {
  const canonical = c.get('canonical')
  const allowed = methodsOf(canonical.kind === 'here' ? canonical.address : null)
  if (c.req.method === 'OPTIONS') {
    const headers = new Headers({ allow: allowed.join(', ') })
    if (isOpen(new URL(c.req.url).pathname)) {
      headers.set('access-control-allow-methods', 'GET, HEAD, OPTIONS')
      headers.set('access-control-allow-headers', 'if-none-match')
      headers.set('access-control-max-age', '86400')
    }
    return new Response(null, { status: 204, headers })
  }
  if (canonical.kind === 'moved' && ['GET', 'HEAD'].includes(c.req.method)) {
    return new Response(null, { status: 308, headers: { location: canonical.to, 'cache-control': 'public, max-age=300' } })
  }
  if (allowed.includes(c.req.method)) return next()
  const answer = await fallbackPage(c.get('context'), 405)
  answer.headers.set('allow', allowed.join(', '))
  return answer
})

// 3. Nobody sends a visitor's browser here to change something, and nobody floods us.
app.use(async (c, next) => {
  const changes = !['GET', 'HEAD'].includes(c.req.method)
  const canonical = c.get('canonical')
  const programs = canonical.kind === 'here' && canonical.address.programs === true
  const open = isOpen(new URL(c.req.url).pathname)
  if (!isWelcome(c.req.raw, { origin: c.env.PUBLIC_ORIGIN, open, changes, programs })) return fallbackPage(c.get('context'), 403)
  // A static file costs next to nothing, and one visit asks for several.
  if (isStatic(c.req.path) || (canonical.kind === 'here' && canonical.address.proven)) return next()
  const limit = changes ? c.env.CHANGES : c.env.VISITS
  const { success } = await limit.limit({ key: clientNetwork(c.req.raw.headers) })
  return success ? next() : fallbackPage(c.get('context'), 429)
})

// 4. A body arrives whole, small and soon, or not at all.
const REFUSED: Record<'too_large' | 'too_slow', FallbackStatus> = { too_large: 413, too_slow: 408 }
app.use(async (c, next) => {
  if (['GET', 'HEAD'].includes(c.req.method)) return next()
  const canonical = c.get('canonical')
  const isJson = c.req.header('content-type')?.includes('json') ?? false
  const limit = canonical.kind === 'here' && !isJson ? canonical.address.bodyLimit : BODY_LIMIT
  const body = await readBody(c.req.raw.body, { limit })
  if (!body.ok) return fallbackPage(c.get('context'), REFUSED[body.code])
  if (isJson && isTooDeep(textOf(body.value))) return fallbackPage(c.get('context'), 400)
  c.req.raw = new Request(c.req.raw.url, { method: c.req.method, headers: c.req.raw.headers, body: handOn(body.value) })
  return next()
})

const operated = (outcome: object): Response => Response.json(outcome, { headers: { 'cache-control': 'no-store' } })

app.get('/healthz', (c) => healthz(c.env))
app.on(['GET', 'HEAD'], ['/assets/:file', '/og/:file'], async (c) => (await serveAsset(c.req.raw, c.env)) ?? fallbackPage(c.get('context'), 404))
app.post('/preferences/theme', async (c) => chooseTheme(new URLSearchParams(await c.req.text())) ?? fallbackPage(c.get('context'), 400))
app.post('/api/v1/imports', async (c) =>
  (await mayImport(c.req.raw, c.env)) ? importBatch(await c.req.text(), c.env, c.get('requestId'), Date.now()) : fallbackPage(c.get('context'), 404),
)

// For the operator alone, by the same token as imports: erase again after a restore, check the audit chain, prove a campaign.
app.post('/api/v1/erasures', async (c) =>
  (await mayImport(c.req.raw, c.env))
    ? operated({ ...(await c.env.MEMBERS.replayErasures(Date.now())), newsletter: await c.env.NEWSLETTER.replayLeft(Date.now()) })
    : fallbackPage(c.get('context'), 404),
)
app.post('/api/v1/audit', async (c) =>
  (await mayImport(c.req.raw, c.env)) ? operated(await c.env.MEMBERS.verifyAudit()) : fallbackPage(c.get('context'), 404),
)
// And after a new key for requests was added: one portion of everything is sealed with it.
app.post('/api/v1/reseal', async (c) =>
  (await mayImport(c.req.raw, c.env)) ? operated(await c.env.CONTACT_FORM.reseal((await c.req.text()) || null)) : fallbackPage(c.get('context'), 404),
)
// And when the search is to be made anew: one portion of it.
app.post('/api/v1/search/rebuild', async (c) =>
  (await mayImport(c.req.raw, c.env))
    ? operated(await c.env.CONTENT.rebuildSearch((await c.req.text()) || null, Date.now()))
    : fallbackPage(c.get('context'), 404),
)
app.post('/api/v1/campaigns/:id/proof', async (c) => {
  const proof = (await mayImport(c.req.raw, c.env)) ? await c.env.NEWSLETTER.verifyCampaign(c.req.param('id')) : null
  return proof ? operated(proof) : fallbackPage(c.get('context'), 404)
})

/** Everything that is a page or a file of a service: its own for each person, or the same for all. */
app.all('*', (c) => {
  const canonical = c.get('canonical')
  if (canonical.kind === 'here' && canonical.address.personal) {
    const { path, query } = canonical
    return answerPersonal(c.req.raw, canonical.address, encodeURI(path) + (query === '' ? '' : `?${query}`), c.env, c.get('context'))
  }
  const url = new URL(c.req.url)
  return servePage(url.pathname + url.search, c.req.raw, c.executionCtx as ExecutionContext, c.env.make(c.get('requestId')))
})
