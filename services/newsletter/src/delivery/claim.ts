import { insist } from '@stem/jobs/lost'
import { mayReceive, whyNot, type Audience } from '../audience/audience.ts'
import { fillBucket, inBucket, takeFromBucket, type Pace } from './pace.ts'

/** Milliseconds that a claim lasts without being handed over. */
export const CLAIM = 60_000
/** Milliseconds after which nobody waits for the answer to a mail any more. */
export const CALL = 120_000
const AT_ONCE = 50

/** What a claim is for: the campaign, whom it means, and the run that claims. */
export type Claiming = { db: D1Database; campaignId: string; audience: Audience; lease: string }

// `+state`: rows are found by their keys; the index by state would read every row that waits.
const RUNS = `EXISTS (SELECT 1 FROM campaigns c JOIN instance i ON i.id = 1 WHERE c.id = ?1 AND c.state = 'running' AND c.fence = i.fence)`
const MAY = `EXISTS (SELECT 1 FROM subscribers s WHERE s.id = deliveries.subscriber_id AND ${mayReceive('s', '?3', '?2')})`
// One more look at the reader: the reason is a word of the state they are in.
const WHY = `coalesce((SELECT ${whyNot('s', '?2')} FROM subscribers s WHERE s.id = deliveries.subscriber_id), 'erased')`

/**
 * Claims what is due, at most fifty and no more than the bucket of the provider holds. The statement itself asks whether the campaign runs,
 * in this installation, and whether each reader may still receive; who may not is cancelled in the same batch. The keys of all rows that
 * this run holds claimed.
 */
export async function claim({ db, campaignId, audience, lease }: Claiming, pace: Pace, now: number): Promise<string[]> {
  const filter = JSON.stringify(audience)
  const due = `SELECT address_key FROM deliveries WHERE campaign_id = ?1 AND state = 'pending' AND next_at > 0 AND next_at <= ?2 ORDER BY next_at`
  const results = await insist(() =>
    db.batch<{ k: string }>([
      db
        .prepare(
          `UPDATE deliveries SET state = 'cancelled', why = ${WHY}, settled_at = ?2
           WHERE campaign_id = ?1 AND +state = 'pending' AND address_key IN (${due} LIMIT ${AT_ONCE}) AND ${RUNS} AND NOT ${MAY}`,
        )
        .bind(campaignId, now, filter),
      fillBucket(db, pace, now),
      db
        .prepare(
          `UPDATE deliveries SET state = 'claimed', lease = ?4, lease_until = ?2 + ${CLAIM}
           WHERE campaign_id = ?1 AND +state = 'pending' AND address_key IN (${due} LIMIT (SELECT max(0, min(${AT_ONCE}, ${inBucket('?2')})))) AND ${RUNS} AND ${MAY}`,
        )
        .bind(campaignId, now, filter, lease),
      takeFromBucket(db),
      db.prepare("SELECT address_key AS k FROM deliveries WHERE campaign_id = ?1 AND state = 'claimed' AND lease = ?2").bind(campaignId, lease),
    ]),
  )
  return (results.at(-1)?.results ?? []).map(({ k }) => k)
}

/** A mail that is about to be handed over. `locale` is that of the reader when it was prepared. */
export type Called = { k: string; subscriberId: string; address: string; locale: string; attempts: number; linkEpoch: number }

/** Statements that come between claim and hand-over: asks everything again, right before, and notes on which entry of the ledger it rests. The last one gives the rows. */
export function callStatements({ db, campaignId, audience, lease }: Claiming, keys: readonly string[], now: number): D1PreparedStatement[] {
  const mine = `campaign_id = ?1 AND address_key IN (SELECT value FROM json_each(?5)) AND +state = 'claimed' AND lease = ?4`
  const bound = [campaignId, now, JSON.stringify(audience), lease, JSON.stringify(keys)]
  return [
    db
      .prepare(
        `UPDATE deliveries SET state = 'calling', attempts = attempts + 1, lease_until = ?2 + ${CALL}, called_at = ?2,
           called_seq = (SELECT coalesce(max(seq), 0) FROM consents)
         WHERE ${mine} AND lease_until > ?2 AND ${RUNS} AND ${MAY}`,
      )
      .bind(...bound),
    db
      .prepare(`UPDATE deliveries SET state = 'cancelled', why = ${WHY}, settled_at = ?2, lease = NULL, lease_until = NULL WHERE ${mine} AND NOT ${MAY}`)
      .bind(...bound),
    giveBack({ db, campaignId, lease }, keys),
    db
      .prepare(
        `SELECT d.address_key AS k, d.subscriber_id AS subscriberId, s.address, d.locale, d.attempts, s.link_epoch AS linkEpoch
         FROM deliveries d JOIN subscribers s ON s.id = d.subscriber_id
         WHERE d.campaign_id = ?1 AND d.address_key IN (SELECT value FROM json_each(?3)) AND +d.state = 'calling' AND d.lease = ?2 AND s.address IS NOT NULL`,
      )
      .bind(campaignId, lease, JSON.stringify(keys)),
  ]
}

/** Statement that gives claimed rows back, unused. */
export const giveBack = ({ db, campaignId, lease }: Pick<Claiming, 'db' | 'campaignId' | 'lease'>, keys: readonly string[]): D1PreparedStatement =>
  db
    .prepare(
      `UPDATE deliveries SET state = 'pending', lease = NULL, lease_until = NULL
       WHERE campaign_id = ?1 AND address_key IN (SELECT value FROM json_each(?3)) AND +state = 'claimed' AND lease = ?2`,
    )
    .bind(campaignId, lease, JSON.stringify(keys))
