import { insist } from '@stem/jobs/lost'
import type { Sent } from '@stem/mail/transport'
import { refusalOf, type Refusal } from '../feedback/refused.ts'

/** What became of a row that was handed over. `nextAt`: when a mail that was not taken is tried again; `refusal`: what the server of the receiver said to one that never is. */
export type Settled = {
  k: string
  state: 'accepted' | 'rejected' | 'unknown' | 'pending'
  why: string | null
  reference: string | null
  nextAt: number
  refusal: Refusal | null
}

const FIRST_WAIT = 15_000
const LONGEST_WAIT = 60 * 60_000
const MOST_ATTEMPTS = 20

/** Milliseconds to wait after so many attempts: doubled each time, up to an hour, each a little different so that they do not come back together. */
export const backoff = (attempts: number, chance: () => number = Math.random): number =>
  Math.round(Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** Math.min(attempts - 1, 20)) * (1 + chance() / 4))

/**
 * What an answer of the transport means for a row. A mail whose answer was lost is never sent again by itself, unless the other side takes
 * the same key only once.
 */
export function settledOf({ k, attempts }: { k: string; attempts: number }, sent: Sent, keyed: boolean, now: number): Settled {
  const as = (state: Settled['state'], rest: Partial<Settled> = {}): Settled => ({ k, state, why: null, reference: null, nextAt: 0, refusal: null, ...rest })
  const refusal = 'failure' in sent && sent.failure !== undefined ? refusalOf(sent.failure, attempts, now) : null
  const again = (why: string): Settled =>
    attempts >= MOST_ATTEMPTS ? as('rejected', { why: `gave up: ${why}`, refusal }) : as('pending', { why, nextAt: now + backoff(attempts) })
  if (sent.outcome === 'sent') return as('accepted', { reference: sent.reference })
  if (sent.outcome === 'refused') return as('rejected', { why: sent.why, refusal })
  if (sent.outcome === 'later') return again(sent.why)
  return keyed && attempts < MOST_ATTEMPTS ? again(sent.why) : as('unknown', { why: sent.why })
}

/**
 * Statement that settles rows which this run handed over; each of its own, so one never changes its neighbours. What was taken for lost
 * meanwhile is put right by the answer. Running it twice changes nothing more.
 */
export const settleStatement = (db: D1Database, campaignId: string, lease: string, settled: readonly Settled[], now: number): D1PreparedStatement =>
  db
    .prepare(
      `UPDATE deliveries SET state = o.state, why = o.why, reference = o.reference, lease_until = NULL,
         lease = CASE WHEN o.state = 'unknown' THEN lease END,
         next_at = CASE WHEN o.state = 'pending' THEN o.next_at ELSE deliveries.next_at END,
         settled_at = CASE WHEN o.state = 'pending' THEN NULL ELSE ?4 END
       FROM (SELECT value ->> 'k' AS k, value ->> 'why' AS why, value ->> 'reference' AS reference, value ->> 'nextAt' AS next_at,
               CASE WHEN value ->> 'state' = 'pending' AND (SELECT state FROM campaigns WHERE id = ?1) = 'cancelled' THEN 'cancelled' ELSE value ->> 'state' END AS state
             FROM json_each(?3)) o
       WHERE deliveries.campaign_id = ?1 AND deliveries.address_key IN (SELECT value ->> 'k' FROM json_each(?3)) AND deliveries.address_key = o.k AND deliveries.lease = ?2 AND +deliveries.state IN ('calling', 'unknown')`,
    )
    .bind(campaignId, lease, JSON.stringify(settled), now)

/**
 * Settles leases that ran out: a row nobody had begun to hand over is due again; one in between may have arrived, so it is unknown, and sent
 * again only to who takes a key once.
 */
export async function settleLeases({ db, keyed }: { db: D1Database; keyed: boolean }, now: number): Promise<void> {
  await insist(() =>
    db.batch([
      db.prepare("UPDATE deliveries SET state = 'pending', lease = NULL, lease_until = NULL WHERE state = 'claimed' AND lease_until < ?").bind(now),
      keyed
        ? db
            .prepare(
              `UPDATE deliveries SET state = CASE (SELECT c.state FROM campaigns c WHERE c.id = deliveries.campaign_id) WHEN 'cancelled' THEN 'cancelled' ELSE 'pending' END,
                 next_at = ?1, lease = NULL, lease_until = NULL
               WHERE state = 'calling' AND lease_until < ?1`,
            )
            .bind(now)
        : db
            .prepare(
              "UPDATE deliveries SET state = 'unknown', why = 'interrupted', settled_at = ?1, lease_until = NULL WHERE state = 'calling' AND lease_until < ?1",
            )
            .bind(now),
    ]),
  )
}
