import type { RequestContext } from '@stem/contracts/context'
import { Hono } from 'hono'
import { log, messageOf } from './log.ts'
import { problem } from './problem.ts'

/** What every route of a service has at hand: the Worker's bindings, and who asks in which language. */
export type ServiceEnv<Env extends object> = { Bindings: Env & { context: RequestContext } }

/** An app whose failures are logged with the request id and say nothing else; the gateway draws the page. */
export function createApp<Env extends object>(service: string): Hono<ServiceEnv<Env>> {
  const app = new Hono<ServiceEnv<Env>>()
  app.onError((thrown, c) => {
    const { requestId, path } = c.env.context
    log('error', 'request.failed', { service, requestId, path, why: messageOf(thrown) })
    return path.startsWith('/api/')
      ? problem(500, 'internal', 'Something failed on our side. Try again later; name the request id when you write to us.', requestId)
      : new Response(null, { status: 500, headers: { 'cache-control': 'no-store' } })
  })
  app.notFound((c) => {
    const { requestId, path } = c.env.context
    return path.startsWith('/api/')
      ? problem(404, 'not_found', 'There is nothing at this address.', requestId)
      : new Response(null, { status: 404, headers: { 'cache-control': 'no-store' } })
  })
  return app
}
