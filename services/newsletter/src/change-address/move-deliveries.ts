import { domainOf } from '../readers/carried.ts'

/** Condition that no mail to the reader is being handed over: nobody could say yet whether it arrived at the old address. */
export const nothingCalled = (readerId: string): string => `NOT EXISTS (SELECT 1 FROM deliveries w WHERE w.subscriber_id = ${readerId} AND w.state = 'calling')`

type Move = { readerId: string; address: string; addressKey: string }

/**
 * Statements by which what waits to be sent to a reader follows to another address. One row for each campaign and address, and as many rows as were frozen:
 * what may have arrived at the old address stays unknown; an issue that went to the new one already is not sent again; a row of who had left under the
 * new one, which nothing was sent for, is the reader's from now on. What was sent stays under the address it was sent to, since the ledger proves it there.
 */
export function moveDeliveries(db: D1Database, { readerId, address, addressKey }: Move, now: number): D1PreparedStatement[] {
  const waits = "subscriber_id = ?1 AND address_key <> ?2 AND state IN ('pending', 'claimed')"
  const run = (sql: string, ...values: (string | number)[]) => db.prepare(sql).bind(readerId, addressKey, ...values)
  return [
    run(
      `UPDATE deliveries SET state = 'unknown', why = 'moved', settled_at = ?3, lease = NULL, lease_until = NULL WHERE ${waits} AND doubt_key IS NOT NULL`,
      now,
    ),
    run(
      `UPDATE deliveries SET state = 'pending', subscriber_id = ?1, domain = ?3, locale = o.locale, next_at = o.next_at, why = NULL, settled_at = NULL
       FROM (SELECT campaign_id, locale, next_at FROM deliveries WHERE ${waits}) o
       WHERE deliveries.campaign_id = o.campaign_id AND deliveries.address_key = ?2 AND deliveries.state = 'cancelled' AND deliveries.called_at IS NULL`,
      domainOf(address),
    ),
    run(
      `UPDATE deliveries SET state = 'cancelled', why = 'moved', settled_at = ?3, lease = NULL, lease_until = NULL
       WHERE ${waits} AND EXISTS (SELECT 1 FROM deliveries d WHERE d.campaign_id = deliveries.campaign_id AND d.address_key = ?2)`,
      now,
    ),
    run(`UPDATE deliveries SET address_key = ?2, domain = ?3, state = 'pending', lease = NULL, lease_until = NULL WHERE ${waits}`, domainOf(address)),
  ]
}
