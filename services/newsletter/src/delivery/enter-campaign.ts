import { CONSOLE_PLACES } from '@stem/contracts/console'
import type { Principal } from '@stem/contracts/context'
import type { ServiceEnv } from '@stem/web/app'
import { enterAs } from '@stem/web/personal'
import type { Context } from 'hono'
import { campaignById, type Campaign } from '../campaigns/campaign.ts'
import { open } from '../db/open.ts'
import type { Env } from '../env.ts'

/** A request to a page on which the secretariat sends. */
export type SendingContext = Context<ServiceEnv<Env>>

/** Who asks, and the campaign of the address; or the answer for who may not, or when there is none. */
export async function enterCampaign(c: SendingContext): Promise<{ who: Principal; campaign: Campaign } | Response> {
  const who = await enterAs(c.env.context, c.req.raw, CONSOLE_PLACES.newsletter.roles)
  if (who instanceof Response) return who
  const campaign = await campaignById(open(c.env), c.req.param('id') ?? '')
  return campaign ? { who, campaign } : new Response(null, { status: 404 })
}
