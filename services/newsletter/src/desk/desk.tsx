import { CONSOLE_PLACES } from '@stem/contracts/console'
import type { Principal } from '@stem/contracts/context'
import type { ServiceEnv } from '@stem/web/app'
import { drawConsole } from '@stem/web/console'
import { enterAs } from '@stem/web/personal'
import type { Context } from 'hono'
import { campaignById, type Campaign } from '../campaigns/campaign.ts'
import { open } from '../db/open.ts'
import type { Env } from '../env.ts'

/** A request to a page on which the secretariat works on the newsletter. */
export type DeskContext = Context<ServiceEnv<Env>>

/** The member of staff who asks, or the answer for everybody else. */
export const enterDesk = (c: DeskContext) => enterAs(c.env.context, c.req.raw, CONSOLE_PLACES.newsletter.roles)

/** Draws a page in the frame of the console, at the newsletter. */
export const drawDesk = (c: DeskContext, who: Principal, page: Omit<Parameters<typeof drawConsole>[3], 'place'>): Promise<Response> =>
  drawConsole(c.env.context, who, {}, { place: 'newsletter', ...page })

/** What is not there, or not for who asks. */
export const notFound = (): Response => new Response(null, { status: 404 })

/** Who asks, and the campaign of the address; or the answer for who may not, or when there is none. */
export async function enterCampaign(c: DeskContext): Promise<{ who: Principal; campaign: Campaign } | Response> {
  const who = await enterDesk(c)
  if (who instanceof Response) return who
  const id = c.req.param('id') ?? ''
  const campaign = /^cmp_[0-9a-z]{26}$/.test(id) ? await campaignById(open(c.env), id) : null
  return campaign ? { who, campaign } : notFound()
}
