import { commit } from '@stem/jobs/commit'
import { fail, ok, type Result } from '@stem/web/result'
import { announceCampaign } from '../announcements/announce.ts'

const OPEN = "('pending', 'claimed', 'calling')"

/** Ends a campaign when no row of it is open any more. Unknown rows are settled by a person, before or after. */
export async function finish({ db }: { db: D1Database }, campaignId: string, now: number): Promise<boolean> {
  const over = `state = 'running' AND NOT EXISTS (SELECT 1 FROM deliveries d WHERE d.campaign_id = ?1 AND d.state IN ${OPEN})`
  if ((await db.prepare(`SELECT 1 AS yes FROM campaigns WHERE id = ?1 AND ${over}`).bind(campaignId).first()) === null) return false
  const guard = db.prepare(`UPDATE campaigns SET state = 'finished', finished_at = ?2, updated_at = ?2 WHERE id = ?1 AND ${over}`).bind(campaignId, now)
  const told = announceCampaign(db, 'campaign.finished', campaignId, now)
  return (await commit(db, [guard, told], { actor: 'system', action: 'campaign.finished', object: campaignId }, now)) === 'done'
}

/** What an operator makes of a mail of which nobody knows whether it arrived: it did, or it is sent once more. */
export const SETTLEMENTS = ['accepted', 'again'] as const
/** One of them. */
export type Settlement = (typeof SETTLEMENTS)[number]

/**
 * Settles unknown rows by a person's decision: one (by the reader's id), or all of a campaign. Those to be sent again go through every
 * question of a claim again; a finished campaign runs once more for them. How many.
 */
export async function settleUnknown(
  { db }: { db: D1Database },
  { campaignId, readerId, as, who }: { campaignId: string; readerId: string | null; as: Settlement; who: string },
  now: number,
): Promise<Result<{ settled: number }, 'stale'>> {
  const which = `campaign_id = ?1 AND state = 'unknown' AND (?2 IS NULL OR subscriber_id = ?2)`
  const before = await db.prepare(`SELECT count(*) AS n FROM deliveries WHERE ${which}`).bind(campaignId, readerId).first<{ n: number }>()
  const guard =
    as === 'accepted'
      ? db
          .prepare(`UPDATE deliveries SET state = 'accepted', why = 'operator', settled_at = ?3, lease = NULL, lease_until = NULL WHERE ${which}`)
          .bind(campaignId, readerId, now)
      : db
          .prepare(
            `UPDATE deliveries SET state = 'pending', why = 'operator', next_at = ?3, settled_at = NULL, lease = NULL, lease_until = NULL
             WHERE ${which} AND EXISTS (SELECT 1 FROM campaigns WHERE id = ?1 AND state IN ('running', 'paused', 'finished'))`,
          )
          .bind(campaignId, readerId, now)
  const rest =
    as === 'accepted'
      ? []
      : [
          db.prepare("UPDATE campaigns SET state = 'running', finished_at = NULL, updated_at = ?2 WHERE id = ?1 AND state = 'finished'").bind(campaignId, now),
          announceCampaign(db, 'campaign.resumed', campaignId, now, { ifChanged: true }),
        ]
  const detail = { as, reader: readerId, settled: before?.n ?? 0 }
  const outcome = await commit(db, [guard, ...rest], { actor: who, action: 'campaign.unknown-settled', object: campaignId, detail }, now)
  return outcome === 'done' ? ok({ settled: before?.n ?? 0 }) : fail('stale')
}
