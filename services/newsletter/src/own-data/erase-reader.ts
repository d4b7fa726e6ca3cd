import { forgetInImports } from '../imports/forget-imports.ts'
import { record } from '../ledger/record.ts'
import { cancelWaiting, type Desk, type Reader } from '../readers/reader.ts'
import { suppressRow } from '../suppressions/suppress.ts'

/**
 * Forgets a reader: the address goes, everywhere. What stays is a keyed hash with dates, which shows that consent was given and ended,
 * and keeps an import from bringing the address back. Twice is once.
 */
export async function eraseReader({ db }: Pick<Desk, 'db'>, reader: Reader, now: number): Promise<void> {
  const guard = db
    .prepare(
      `UPDATE subscribers SET state = 'erased', address = NULL, domain = NULL, topics = '[]', countries = '[]', locale = 'en', paused_until = NULL,
         ended_at = coalesce(ended_at, ?2), link_epoch = link_epoch + 1, version = version + 1, updated_at = ?2
       WHERE id = ?1 AND state <> 'erased'`,
    )
    .bind(reader.id, now)
  await record(
    db,
    [
      guard,
      cancelWaiting(db, reader.id, 'erased', now),
      db.prepare('DELETE FROM opt_ins WHERE address_key = ?').bind(reader.addressKey),
      ...forgetInImports(db, reader),
      db.prepare("UPDATE deliveries SET domain = '' WHERE subscriber_id = ?").bind(reader.id),
      db
        .prepare("UPDATE mails SET state = CASE WHEN state = 'queued' THEN 'dropped' ELSE state END, address = NULL, facts = NULL WHERE address = ?")
        .bind(reader.address),
      suppressRow(db, { addressKey: reader.addressKey, reason: 'objection', source: 'page' }, now),
    ],
    [{ kind: 'erased', addressKey: reader.addressKey, subscriberId: reader.id, detail: { way: 'page' } }],
    now,
  )
}
