import { insist } from '@stem/jobs/lost'
import { mayReceive, whyNot, type Audience } from '../audience/audience.ts'
import { fillBucket, inBucket, takeFromBucket, type Pace } from './pace.ts'

/** Milliseconds that a claim lasts without being handed over. */
export const CLAIM = 60_000
/** Milliseconds after which nobody waits for the answer to a mail any more. */
export const CALL = 120_000
const AT_ONCE = 50

/**
 * What a claim is for: the campaign, whom it means, and the run that claims. `keyLife`: milliseconds for which the other side remembers a
 * key, 0 for none. `batch`: the most mails of one call, where the other side takes many at once under one key.
 */
export type Claiming = { db: D1Database; campaignId: string; audience: Audience; lease: string; keyLife: number; batch: number | null }

// `+state`: rows are found by their keys; the index by state would read every row that waits.
const RUNS = `EXISTS (SELECT 1 FROM campaigns c JOIN instance i ON i.id = 1 WHERE c.id = ?1 AND c.state = 'running' AND c.fence = i.fence)`
const MAY = `EXISTS (SELECT 1 FROM subscribers s WHERE s.id = deliveries.subscriber_id AND ${mayReceive('s', '?3', '?2')})`
// One more look at the reader: the reason is a word of the state they are in.
const WHY = `coalesce((SELECT ${whyNot('s', '?2')} FROM subscribers s WHERE s.id = deliveries.subscriber_id), 'erased')`
/** A row that gets no more: what was never handed over is cancelled, what may have arrived stays unknown. */
export const ENDED = `CASE WHEN doubt_key IS NULL THEN 'cancelled' ELSE 'unknown' END`

/**
 * Claims what is due, at most fifty or one batch, and no more than the bucket of the provider holds. The statement itself asks whether the
 * campaign runs, in this installation, and whether each reader may still receive; who may not is cancelled in the same batch. A batch whose
 * answer was lost is claimed as a whole and alone, as long as its key is remembered; it has been paid for. The keys of all rows that this
 * run holds claimed.
 */
export async function claim({ db, campaignId, audience, lease, keyLife, batch }: Claiming, pace: Pace, now: number): Promise<string[]> {
  const filter = JSON.stringify(audience)
  const most = batch ?? AT_ONCE
  const due = `SELECT address_key FROM deliveries WHERE campaign_id = ?1 AND state = 'pending' AND next_at > 0 AND next_at <= ?2 ORDER BY next_at`
  const taken = `UPDATE deliveries SET state = 'claimed', lease = ?4, lease_until = ?2 + ${CLAIM} WHERE campaign_id = ?1 AND +state = 'pending' AND ${RUNS} AND ${MAY}`
  const inDoubt = `SELECT doubt_key FROM deliveries INDEXED BY deliveries_in_doubt WHERE campaign_id = ?1 AND doubt_key IS NOT NULL AND +state = 'pending' AND +next_at <= ?2 LIMIT 1`
  const looked =
    batch === null
      ? `${due} LIMIT ${most}`
      : `SELECT address_key FROM (${due} LIMIT ${most}) UNION SELECT address_key FROM deliveries INDEXED BY deliveries_in_doubt WHERE campaign_id = ?1 AND doubt_key = (${inDoubt})`
  const bound = [campaignId, now, filter, lease]
  const results = await insist(() =>
    db.batch<{ k: string }>([
      db
        .prepare(
          `UPDATE deliveries SET state = ${ENDED}, why = CASE WHEN ${MAY} THEN 'interrupted' ELSE ${WHY} END, settled_at = ?2
           WHERE campaign_id = ?1 AND +state = 'pending' AND address_key IN (${looked}) AND ${RUNS} AND (NOT ${MAY} OR ?2 - doubt_since >= ?4)`,
        )
        .bind(campaignId, now, filter, Math.min(keyLife, now)),
      fillBucket(db, pace, now),
      ...(batch === null ? [] : [db.prepare(`${taken} AND doubt_key = (${inDoubt})`).bind(...bound)]),
      db
        .prepare(
          batch === null
            ? `${taken} AND address_key IN (${due} LIMIT (SELECT max(0, min(${most}, ${inBucket('?2')}))))`
            : `${taken} AND doubt_key IS NULL AND address_key IN (${due} LIMIT (SELECT CASE WHEN changes() > 0 THEN 0 ELSE max(0, min(${most}, ${inBucket('?2')})) END))`,
        )
        .bind(...bound),
      takeFromBucket(db),
      db.prepare("SELECT address_key AS k FROM deliveries WHERE campaign_id = ?1 AND state = 'claimed' AND lease = ?2").bind(campaignId, lease),
    ]),
  )
  return (results.at(-1)?.results ?? []).map(({ k }) => k)
}

/** A mail that is about to be handed over. `locale` is that of the reader when it was prepared. `doubtKey`: under which key, since `doubtSince`, where keys mean something. */
export type Called = {
  k: string
  subscriberId: string
  address: string
  locale: string
  attempts: number
  linkEpoch: number
  calledAt: number
  doubtKey: string | null
  doubtSince: number | null
}

const MINE = `campaign_id = ?1 AND address_key IN (SELECT value FROM json_each(?5)) AND +state = 'claimed' AND lease = ?4`
const boundTo = ({ campaignId, audience, lease }: Claiming, keys: readonly string[], now: number) => [
  campaignId,
  now,
  JSON.stringify(audience),
  lease,
  JSON.stringify(keys),
]

/** Statements that come between claim and hand-over: asks everything again, right before, and notes on which entry of the ledger it rests. The last one gives the rows, always in the same order. */
export function callStatements(claiming: Claiming, keys: readonly string[], now: number): D1PreparedStatement[] {
  const { db, campaignId, lease, keyLife, batch } = claiming
  const key = batch === null ? `campaign_id || '.' || subscriber_id` : `'${crypto.randomUUID()}'`
  const doubt = keyLife === 0 ? '' : `, doubt_key = coalesce(doubt_key, ${key}), doubt_since = coalesce(doubt_since, ?2)`
  return [
    db
      .prepare(
        `UPDATE deliveries SET state = 'calling', attempts = attempts + 1, lease_until = ?2 + ${CALL}, called_at = ?2,
           called_seq = (SELECT coalesce(max(seq), 0) FROM consents)${doubt}
         WHERE ${MINE} AND lease_until > ?2 AND ${RUNS} AND ${MAY}`,
      )
      .bind(...boundTo(claiming, keys, now)),
    db
      .prepare(
        `SELECT d.address_key AS k, d.subscriber_id AS subscriberId, s.address, d.locale, d.attempts, s.link_epoch AS linkEpoch, d.called_at AS calledAt,
           d.doubt_key AS doubtKey, d.doubt_since AS doubtSince
         FROM deliveries d JOIN subscribers s ON s.id = d.subscriber_id
         WHERE d.campaign_id = ?1 AND d.address_key IN (SELECT value FROM json_each(?3)) AND +d.state = 'calling' AND d.lease = ?2 AND s.address IS NOT NULL
         ORDER BY d.address_key`,
      )
      .bind(campaignId, lease, JSON.stringify(keys)),
  ]
}

/** Statements for those of the keys that could not be called: who may not receive any more is cancelled, the others are given back. */
export const notCalledStatements = (claiming: Claiming, keys: readonly string[], now: number): D1PreparedStatement[] => [
  claiming.db
    .prepare(`UPDATE deliveries SET state = ${ENDED}, why = ${WHY}, settled_at = ?2, lease = NULL, lease_until = NULL WHERE ${MINE} AND NOT ${MAY}`)
    .bind(...boundTo(claiming, keys, now)),
  giveBack(claiming, keys),
]

/** Statement that gives claimed rows back, unused. */
export const giveBack = ({ db, campaignId, lease }: Pick<Claiming, 'db' | 'campaignId' | 'lease'>, keys: readonly string[]): D1PreparedStatement =>
  db
    .prepare(
      `UPDATE deliveries SET state = 'pending', lease = NULL, lease_until = NULL
       WHERE campaign_id = ?1 AND address_key IN (SELECT value FROM json_each(?3)) AND +state = 'claimed' AND lease = ?2`,
    )
    .bind(campaignId, lease, JSON.stringify(keys))
