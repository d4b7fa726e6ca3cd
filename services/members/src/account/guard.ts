import type { Principal } from '@stem/contracts/context'
import type { ServiceEnv } from '@stem/web/app'
import { seeOther } from '@stem/web/page'
import type { Context } from 'hono'
import type { Env } from '../env.ts'
import { isFresh } from '../rights/rights.ts'

type C = Context<ServiceEnv<Env>>

/** Where the request was, with its query, to come back to. */
const here = (c: C): string => c.env.context.path + new URL(c.req.url).search

/** The person who asks, or the way to the sign-in page. The same for every address, so nothing is told about what is there. */
export function signedIn(c: C): Principal | Response {
  const { context } = c.env
  return context.who ?? seeOther(context, `/sign-in?back=${encodeURIComponent(c.req.method === 'GET' ? here(c) : '/account')}`)
}

/** The way to show oneself again when the last proof is too old, else null. `back`: where to go on. */
export const stepUp = (c: C, who: Principal, back: string): Response | null =>
  isFresh(who, c.env.context.now) ? null : seeOther(c.env.context, `/account/step-up?back=${encodeURIComponent(back)}`)
