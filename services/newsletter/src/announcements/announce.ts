import type { CampaignTopic, IssueTopic } from '@stem/contracts/webhooks'
import { newId } from '@stem/jobs/ids'
import type { CampaignState } from '../campaigns/campaign.ts'

/** Kind of the outbox rows that tell programs elsewhere. */
export const ANNOUNCEMENT = 'announcement'

const STATE_OF: Record<CampaignTopic, CampaignState> = {
  'campaign.started': 'running',
  'campaign.paused': 'paused',
  'campaign.resumed': 'running',
  'campaign.held': 'held',
  'campaign.finished': 'finished',
  'campaign.cancelled': 'cancelled',
}

/** Counted in the batch of the change, so that the numbers are those of that moment. */
const MAILS = `(SELECT json_object('prepared', count(*), 'accepted', count(*) FILTER (WHERE d.state = 'accepted'),
  'rejected', count(*) FILTER (WHERE d.state = 'rejected'), 'cancelled', count(*) FILTER (WHERE d.state = 'cancelled'),
  'unknown', count(*) FILTER (WHERE d.state = 'unknown')) FROM deliveries d WHERE d.campaign_id = c.id)`

const row = (db: D1Database, topic: CampaignTopic | IssueTopic, campaignId: string, now: number, { data, where }: { data: string; where: string }) =>
  db
    .prepare(
      `INSERT INTO outbox (id, kind, payload, created_at)
       SELECT ?1, '${ANNOUNCEMENT}', json_object('event', ?2, 'topic', ?3, 'at', ?4, 'data', ${data}), ?4 FROM campaigns c WHERE c.id = ?5 AND ${where}`,
    )
    .bind(newId('out', now), newId('evt', now), topic, now, campaignId)

/**
 * Statement that tells programs elsewhere what became of a campaign; put it behind the change in its batch. Says nothing when the campaign
 * is not in the state that the topic means, or was never released. `ifChanged`: only when the statement right before it changed a row.
 */
export const announceCampaign = (
  db: D1Database,
  topic: CampaignTopic,
  campaignId: string,
  now: number,
  { ifChanged = false }: { ifChanged?: boolean } = {},
): D1PreparedStatement =>
  row(db, topic, campaignId, now, {
    data: `json_object('id', c.id, 'kind', c.kind, 'state', c.state, 'mails', json(${MAILS}))`,
    where: `c.state = '${STATE_OF[topic]}' AND c.released_by IS NOT NULL${ifChanged ? ' AND changes() > 0' : ''}`,
  })

/** Statement that tells programs elsewhere that an issue is in the public archive, or no longer; put it behind the change in its batch. */
export const announceIssue = (db: D1Database, topic: IssueTopic, campaignId: string, now: number): D1PreparedStatement =>
  row(db, topic, campaignId, now, { data: `json_object('id', c.id, 'slug', c.slug)`, where: 'c.slug IS NOT NULL' })
