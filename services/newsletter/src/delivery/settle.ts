import { insist } from '@stem/jobs/lost'
import { keyLifeOf, type Sent, type Transport } from '@stem/mail/transport'
import { refusalOf, type Refusal } from '../feedback/refused.ts'
import type { Called } from './claim.ts'

/**
 * What became of a row that was handed over. `nextAt`: when a mail that was not taken is tried again; `inDoubt`: it may have arrived all the
 * same; `refusal`: what the server of the receiver said to one that never is.
 */
export type Settled = {
  k: string
  state: 'accepted' | 'rejected' | 'unknown' | 'pending'
  why: string | null
  reference: string | null
  nextAt: number
  inDoubt: boolean
  refusal: Refusal | null
}

const FIRST_WAIT = 15_000
const LONGEST_WAIT = 60 * 60_000
const MOST_ATTEMPTS = 20

/** Milliseconds to wait after so many attempts: doubled each time, up to an hour, each a little different so that they do not come back together. */
export const backoff = (attempts: number, chance: () => number = Math.random): number =>
  Math.round(Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** Math.min(attempts - 1, 20)) * (1 + chance() / 4))

/**
 * What the answers of a call mean for its rows, in their order. A mail whose answer was lost is never sent again by itself, unless the other
 * side takes the same key only once and still remembers it: then the whole call is made again, so its rows come due together.
 */
export function settledOf(
  call: readonly Pick<Called, 'k' | 'attempts' | 'calledAt' | 'doubtSince'>[],
  sent: readonly Sent[],
  keyLife: number,
  now: number,
): Settled[] {
  const nextAt = now + backoff(Math.max(...call.map(({ attempts }) => attempts)))
  return call.map(({ k, attempts, calledAt, doubtSince }, index): Settled => {
    const answer = sent[index] ?? { outcome: 'unknown', why: 'no answer' }
    const settled = { k, why: null, reference: null, nextAt: 0, inDoubt: false, refusal: null }
    const refusal = 'failure' in answer && answer.failure !== undefined ? refusalOf(answer.failure, attempts, now) : null
    if (answer.outcome === 'sent') return { ...settled, state: 'accepted', reference: answer.reference }
    if (answer.outcome === 'refused') return { ...settled, state: 'rejected', why: answer.why, refusal }
    // Not taken this time; an earlier time may have been another matter.
    const inDoubt = answer.outcome === 'unknown' || (doubtSince !== null && doubtSince < calledAt)
    const isOver = attempts >= MOST_ATTEMPTS
    if (inDoubt && (isOver || now - (doubtSince ?? now) >= keyLife)) return { ...settled, state: 'unknown', why: answer.why }
    return isOver
      ? { ...settled, state: 'rejected', why: `gave up: ${answer.why}`, refusal }
      : { ...settled, state: 'pending', why: answer.why, nextAt, inDoubt }
  })
}

/** A row that was called and certainly not handed over: it is due at once, and in doubt if it was before. */
export const waited = ({ k, calledAt, doubtSince }: Called, now: number): Settled => ({
  k,
  state: 'pending',
  why: 'waited',
  reference: null,
  nextAt: now,
  inDoubt: doubtSince !== null && doubtSince < calledAt,
  refusal: null,
})

/**
 * Statement that settles rows which this run handed over; each of its own, so one never changes its neighbours. What was taken for lost
 * meanwhile is put right by the answer. Running it twice changes nothing more.
 */
export const settleStatement = (db: D1Database, campaignId: string, lease: string, settled: readonly Settled[], now: number): D1PreparedStatement =>
  db
    .prepare(
      `WITH o AS MATERIALIZED (
         SELECT value ->> 'k' AS k, value ->> 'why' AS why, value ->> 'reference' AS reference, value ->> 'nextAt' AS next_at, value ->> 'inDoubt' AS in_doubt,
           CASE WHEN value ->> 'state' = 'pending' AND (SELECT state FROM campaigns WHERE id = ?1) = 'cancelled'
             THEN CASE WHEN value ->> 'inDoubt' THEN 'unknown' ELSE 'cancelled' END ELSE value ->> 'state' END AS state
         FROM json_each(?3))
       UPDATE deliveries SET state = o.state, why = o.why, reference = o.reference, lease_until = NULL,
         lease = CASE WHEN o.state = 'unknown' THEN lease END,
         next_at = CASE WHEN o.state = 'pending' THEN o.next_at ELSE deliveries.next_at END,
         doubt_key = CASE WHEN o.in_doubt THEN doubt_key END, doubt_since = CASE WHEN o.in_doubt THEN doubt_since END,
         settled_at = CASE WHEN o.state = 'pending' THEN NULL ELSE ?4 END
       FROM o
       WHERE deliveries.campaign_id = ?1 AND deliveries.address_key IN (SELECT k FROM o) AND deliveries.address_key = o.k AND deliveries.lease = ?2 AND +deliveries.state IN ('calling', 'unknown')`,
    )
    .bind(campaignId, lease, JSON.stringify(settled), now)

/**
 * Settles leases that ran out: a row nobody had begun to hand over is due again; one in between may have arrived, so it is unknown, and sent
 * again only to who takes a key once and still remembers it.
 */
export async function settleLeases({ db, ...transport }: { db: D1Database } & Pick<Transport, 'keyed' | 'keyLife'>, now: number): Promise<void> {
  const life = Math.min(now, keyLifeOf(transport))
  await insist(() =>
    db.batch([
      db.prepare("UPDATE deliveries SET state = 'pending', lease = NULL, lease_until = NULL WHERE state = 'claimed' AND lease_until < ?").bind(now),
      db
        .prepare(
          `UPDATE deliveries SET state = 'pending', next_at = ?1, lease = NULL, lease_until = NULL
           WHERE state = 'calling' AND lease_until < ?1 AND ?1 - doubt_since < ?2
             AND EXISTS (SELECT 1 FROM campaigns c WHERE c.id = deliveries.campaign_id AND c.state <> 'cancelled')`,
        )
        .bind(now, life),
      db
        .prepare(
          "UPDATE deliveries SET state = 'unknown', why = 'interrupted', settled_at = ?1, lease_until = NULL WHERE state = 'calling' AND lease_until < ?1",
        )
        .bind(now),
    ]),
  )
}
