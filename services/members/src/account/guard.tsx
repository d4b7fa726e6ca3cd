import type { Principal } from '@stem/contracts/context'
import { speechOf } from '@stem/ui/speech'
import type { ServiceEnv } from '@stem/web/app'
import { privatePage, seeOther } from '@stem/web/page'
import type { Context } from 'hono'
import type { Env } from '../env.ts'
import { isFresh } from '../rights/rights.ts'
import { heldIn, SESSION_COOKIE } from '../sessions/session-cookie.ts'
import { ExpiredPage } from './expired-page.tsx'

type C = Context<ServiceEnv<Env>>

/** Where the request was, with its query, to come back to. */
const here = (c: C): string => c.env.context.path + new URL(c.req.url).search

/** A form that came after the session was over: what was typed stands in the answer, ready to be sent again after signing in. */
async function keepTyped(c: C): Promise<Response> {
  const { context } = c.env
  const speech = speechOf(context.locale)
  const form = await c.req.raw.formData().catch(() => new FormData())
  const typed = [...form.entries()].flatMap(([name, value]): [string, string][] => (typeof value === 'string' ? [[name, value]] : []))
  const title = speech.t('expired.title')
  return privatePage(context, { title, description: title, status: 401, main: <ExpiredPage speech={speech} path={context.path} typed={typed} /> })
}

/** The person who asks, or the way to the sign-in page. The same for every address, so nothing is told about what is there. */
export async function signedIn(c: C): Promise<Principal | Response> {
  const { context } = c.env
  if (context.who !== null) return context.who
  if (c.req.method === 'POST' && heldIn(c.req.header('cookie'), SESSION_COOKIE) !== null) return keepTyped(c)
  return seeOther(context, `/sign-in?back=${encodeURIComponent(c.req.method === 'GET' ? here(c) : '/account')}`)
}

/** The way to show oneself again when the last proof is too old, else null. `back`: where to go on. */
export const stepUp = (c: C, who: Principal, back: string): Response | null =>
  isFresh(who, c.env.context.now) ? null : seeOther(c.env.context, `/account/step-up?back=${encodeURIComponent(back)}`)
