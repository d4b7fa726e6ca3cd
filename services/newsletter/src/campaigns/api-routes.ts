import { campaignListSchema, campaignSchema, type CampaignOfApi } from '@stem/contracts/api-newsletter'
import { CONSOLE_PLACES } from '@stem/contracts/console'
import type { Principal, RequestContext } from '@stem/contracts/context'
import type { ServiceEnv } from '@stem/web/app'
import { problem } from '@stem/web/problem'
import { parseQuery, wholeNumber } from '@stem/web/query'
import { Hono } from 'hono'
import * as v from 'valibot'
import { open } from '../db/open.ts'
import { progressOf } from '../delivery/progress.ts'
import type { Env } from '../env.ts'
import { findCampaign, findCampaigns, type ListedCampaign } from './find-campaigns.ts'

const MOST = 100
const LAST = 100_000
const listQuery = v.strictObject({ limit: v.optional(wholeNumber(1, MOST), '50'), cursor: v.optional(wholeNumber(0, LAST), '0') })

const hasOne = (grants: Principal['roles']): boolean => grants.some(({ role }) => CONSOLE_PLACES.newsletter.roles.some((one) => one === role))

/** Why somebody may not look at campaigns; null for the secretariat. */
function refusalOf({ who, requestId }: RequestContext): Response | null {
  if (who === null) return problem(401, 'sign_in', 'Campaigns are for the secretariat. Sign in on the site first; its session is taken here.', requestId)
  if (hasOne(who.roles)) return null
  if (hasOne(who.asleep)) return problem(403, 'step_up', 'Use your passkey on the site first, then ask again.', requestId)
  return problem(403, 'role', 'Campaigns are for the secretariat.', requestId)
}

const timeOf = (at: number | null): string | null => (at === null ? null : new Date(at).toISOString())
const campaignOfApi = ({ scheduledAt, startedAt, finishedAt, ...own }: ListedCampaign): CampaignOfApi => ({
  ...own,
  scheduledAt: timeOf(scheduledAt),
  startedAt: timeOf(startedAt),
  finishedAt: timeOf(finishedAt),
})

/** Campaigns for programs that work with the session of somebody of the secretariat: what they are called, where they stand, their numbers. */
export const campaignsApi = new Hono<ServiceEnv<Env>>()
  .get('/api/v1/newsletter/campaigns', async (c) => {
    const { context } = c.env
    const refusal = refusalOf(context)
    if (refusal !== null) return refusal
    const parsed = parseQuery(new URL(c.req.url).searchParams, listQuery)
    if (!parsed.ok) return problem(400, 'bad_query', 'The query holds a parameter that is unknown or has a wrong value.', context.requestId, parsed.faults)
    const { limit, cursor } = parsed.value
    const { campaigns, more } = await findCampaigns(open(c.env), { limit, offset: cursor })
    const body: v.InferOutput<typeof campaignListSchema> = { data: campaigns.map(campaignOfApi), next: more ? String(cursor + limit) : null }
    return c.json(body)
  })
  .get('/api/v1/newsletter/campaigns/:id{cmp_[0-9a-z]+}', async (c) => {
    const { context } = c.env
    const refusal = refusalOf(context)
    if (refusal !== null) return refusal
    const db = open(c.env)
    const found = await findCampaign(db, c.req.param('id'))
    if (found === null) return problem(404, 'not_found', 'There is no campaign of this id.', context.requestId)
    const body: v.InferOutput<typeof campaignSchema> = { ...campaignOfApi(found), mails: (await progressOf(db, found.id)).all }
    return c.json(body)
  })
