import { WorkerEntrypoint } from 'cloudflare:workers'
import { timeOrdered } from '@stem/jobs/ids'
import { beside } from '@stem/web/bindings'
import { app } from './app.ts'
import { consumePurges } from './cache/purge.ts'
import { fromMemory, store, type Make } from './cache/serve-page.ts'
import type { Env } from './env.ts'
import { answerPage } from './pages.ts'

const REQUEST_ID = 'x-request-id'

/**
 * Public pages. Where the platform has a cache it stands before this entrypoint, so nothing about the visitor may come in:
 * the door asks with a canonical address and a request id, and nothing else.
 */
export class Pages extends WorkerEntrypoint<Env> {
  override fetch(request: Request): Promise<Response> {
    return answerPage(request, this.env, this.ctx, request.headers.get(REQUEST_ID) || timeOrdered(Date.now()))
  }

  /** Takes pages with one of `tags` (at most 100) out of the platform's cache; all of them when that is refused. */
  async purge(tags: string[]): Promise<boolean> {
    const { cache } = this.ctx
    if (!cache) return true
    const { success } = await cache.purge({ tags })
    return success || (await cache.purge({ purgeEverything: true })).success
  }
}

/** Entrypoints of this Worker as it calls itself. */
type Own = { Pages: Pick<Pages, 'fetch' | 'purge'> }
const own = (ctx: ExecutionContext): Own => ctx.exports as unknown as Own

const makeFrom =
  (ctx: ExecutionContext, env: Env) =>
  (requestId: string): Make =>
  (request) => {
    const { pathname, search } = new URL(request.url)
    return own(ctx).Pages.fetch(new Request(env.PUBLIC_ORIGIN + pathname + search, { redirect: 'manual', headers: { [REQUEST_ID]: requestId } }))
  }

/** The only public door of the platform. */
export default {
  fetch(request, env, ctx) {
    const make = makeFrom(ctx, env)
    const reads = request.method === 'GET' || request.method === 'HEAD'
    if (reads && request.headers.get('sec-fetch-site') !== 'cross-site') {
      const kept = fromMemory(request.url.slice(request.url.indexOf('/', 8)), request, ctx, make(''))
      if (kept) return kept
    }
    return app.fetch(request, beside(env, { make }), ctx)
  },
  async queue(batch, env, ctx) {
    await consumePurges(
      batch,
      env,
      async (tags) => {
        store.purge(tags)
        return own(ctx).Pages.purge(tags)
      },
      Date.now(),
    )
  },
} satisfies ExportedHandler<Env>
