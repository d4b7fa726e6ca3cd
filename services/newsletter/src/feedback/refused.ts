import { newId } from '@stem/jobs/ids'
import type { Failure } from '@stem/mail/failure'
import { consequences } from './consequences.ts'

/** A refusal at hand-over: id of its row, what the server said, and at which attempt. */
export type Refusal = Failure & { id: string; attempt: number }

/** A refusal as it will be kept. */
export const refusalOf = (failure: Failure, attempt: number, now: number): Refusal => ({ ...failure, id: newId('fbk', now), attempt })

/**
 * Statements that keep what servers said when they refused, and draw the consequences; in one batch right after the rows were settled. Only for
 * rows that were settled as rejected in it; twice is once.
 */
export function refusalStatements(
  db: D1Database,
  campaignId: string,
  settled: readonly { k: string; refusal: Refusal | null }[],
  now: number,
): D1PreparedStatement[] {
  const refused = settled.flatMap(({ k, refusal }) => (refusal === null ? [] : [{ k, ...refusal }]))
  if (refused.length === 0) return []
  const rows = db
    .prepare(
      `INSERT INTO feedback (id, event_key, campaign_id, address_key, kind, code, source, at)
       SELECT value ->> 'id', 'smtp:' || ?1 || ':' || (value ->> 'k') || ':' || (value ->> 'attempt'), ?1, value ->> 'k', value ->> 'kind', value ->> 'code', 'smtp', ?3
       FROM json_each(?2)
       WHERE EXISTS (SELECT 1 FROM deliveries d WHERE d.campaign_id = ?1 AND d.address_key = value ->> 'k' AND d.state = 'rejected' AND d.settled_at = ?3)
       ON CONFLICT (event_key) DO NOTHING`,
    )
    .bind(campaignId, JSON.stringify(refused), now)
  return [
    rows,
    ...consequences(
      db,
      refused.map(({ id }) => id),
      now,
    ),
  ]
}
