import { CONSOLE_PLACES } from '@stem/contracts/console'
import type { Principal } from '@stem/contracts/context'
import type { ServiceEnv } from '@stem/web/app'
import { drawConsole, type ConsolePage } from '@stem/web/console'
import { enterAs } from '@stem/web/personal'
import type { Context } from 'hono'
import { open } from '../db/open.ts'
import type { Env } from '../env.ts'

/** A request to a page of the secretariat. */
export type DeskContext = Context<ServiceEnv<Env>>

/** The member of staff who asks, or the answer for everybody else. */
export const enterDesk = (c: DeskContext) => enterAs(c.env.context, c.req.raw, CONSOLE_PLACES.requests.roles)

/** Draws a page of the desk in the frame of the console, with how many requests are open. */
export async function drawDesk(c: DeskContext, who: Principal, page: Omit<ConsolePage, 'place'> & Partial<Pick<ConsolePage, 'place'>>) {
  const row = await open(c.env).prepare("SELECT count(*) AS n FROM cases WHERE shelf = 'open'").first<{ n: number }>()
  return drawConsole(c.env.context, who, { requests: row?.n ?? 0 }, { place: 'requests', ...page })
}
