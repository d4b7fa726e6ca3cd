import type { Principal } from '@stem/contracts/context'
import type { ServiceEnv } from '@stem/web/app'
import { seeOther } from '@stem/web/page'
import type { Context } from 'hono'
import { signedIn } from '../account/guard.tsx'
import type { Env } from '../env.ts'
import { RIGHTS, scopesFor, type Action } from '../rights/rights.ts'

/**
 * Lets in who has a right to `action` somewhere. Without being signed in, and with a role that sleeps, there is a way on; everybody
 * else learns nothing about what is there.
 */
export async function enter(c: Context<ServiceEnv<Env>>, action: Action): Promise<Principal | Response> {
  const who = await signedIn(c)
  if (who instanceof Response || scopesFor(who, action).length > 0) return who
  const allowed: readonly string[] = RIGHTS[action]
  const { path } = c.env.context
  if (who.asleep.some(({ role }) => allowed.includes(role)))
    return seeOther(c.env.context, `/account/step-up?back=${encodeURIComponent(c.req.method === 'GET' ? path : '/console')}`)
  return new Response(null, { status: 404 })
}
