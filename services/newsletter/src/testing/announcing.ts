import { announcementMessageSchema, type AnnouncementMessage, type CampaignTopic, type IssueTopic } from '@stem/contracts/webhooks'
import * as v from 'valibot'
import { ANNOUNCEMENT } from '../announcements/announce.ts'
import { DB } from './reading.ts'

/** What stands in the outbox, as it would arrive: every message passes the contract, which knows ids and numbers alone. */
export async function told(): Promise<AnnouncementMessage[]> {
  const { results } = await DB.prepare('SELECT id, payload FROM outbox WHERE kind = ? ORDER BY rowid').bind(ANNOUNCEMENT).all<{ id: string; payload: string }>()
  return results.map(({ id, payload }) => v.parse(announcementMessageSchema, { outboxId: id, ...(JSON.parse(payload) as object) }))
}

/** What should have been told of the only campaign, by what the audit log says was done with it. */
export async function shouldBeTold(): Promise<(CampaignTopic | IssueTopic)[]> {
  const { results } = await DB.prepare('SELECT action, detail FROM audit ORDER BY seq').all<{ action: string; detail: string }>()
  const topics: (CampaignTopic | IssueTopic)[] = []
  let [isReleased, isFrozen, isOver] = [false, false, false]
  for (const { action, detail } of results) {
    const again = action === 'campaign.unknown-settled' && (JSON.parse(detail) as { as: string }).as === 'again'
    if (action === 'campaign.released') isReleased = true
    else if (action === 'campaign.saved') isReleased = false
    else if (action === 'campaign.archived') topics.push('issue.published')
    else if (action === 'campaign.frozen') topics.push('campaign.started')
    else if (action === 'campaign.taken-over' && isFrozen) topics.push('campaign.paused')
    else if (action === 'campaign.taken-over') isReleased = false
    else if (again && isOver) topics.push('campaign.resumed')
    else if (['campaign.paused', 'campaign.resumed', 'campaign.held', 'campaign.finished', 'campaign.cancelled'].includes(action) && isReleased)
      topics.push(action as CampaignTopic)
    isFrozen ||= action === 'campaign.frozen'
    isOver = action === 'campaign.finished' || (isOver && !again)
  }
  return topics
}
