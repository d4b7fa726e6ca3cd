import type { Principal } from '@stem/contracts/context'
import type { ServiceEnv } from '@stem/web/app'
import { seeOther } from '@stem/web/page'
import { personOf } from '@stem/web/personal'
import type { Context } from 'hono'
import type { Env } from '../env.ts'
import { isFresh } from '@stem/web/fresh'

type C = Context<ServiceEnv<Env>>

/** The person who asks, or the way to the sign-in page. */
export const signedIn = (c: C): Promise<Principal | Response> => personOf(c.env.context, c.req.raw)

/** The way to show oneself again when the last proof is too old, else null. `back`: where to go on. */
export const stepUp = (c: C, who: Principal, back: string): Response | null =>
  isFresh(who, c.env.context.now) ? null : seeOther(c.env.context, `/account/step-up?back=${encodeURIComponent(back)}`)
