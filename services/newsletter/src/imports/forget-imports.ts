import { insist } from '@stem/jobs/lost'
import { cancelImport } from './steer-import.ts'

const DAY = 24 * 60 * 60_000
/** Milliseconds after which an import that nobody takes on is cancelled. */
export const WAITS = 30 * DAY
/** Milliseconds that the rows of an import are kept after its end, without addresses. */
export const ROWS_KEPT = 90 * DAY
const AT_ONCE = 5000

/** Statements that let go of a person in files that are on their way in: of a row that waits, and of one that was refused. */
export const forgetInImports = (db: D1Database, { address, addressKey }: { address: string | null; addressKey: string }): D1PreparedStatement[] => [
  db
    .prepare(
      "UPDATE import_rows SET outcome = CASE outcome WHEN 'ready' THEN 'suppressed' ELSE outcome END, record = NULL, address_key = NULL WHERE address_key = ?",
    )
    .bind(addressKey),
  db.prepare("UPDATE import_rows SET record = NULL WHERE outcome = 'refused' AND lower(record) = lower(json_quote(?))").bind(address),
]

const firstOf = (db: D1Database, sql: string, before: number) => db.prepare(sql).bind(before).first<{ id: string }>()

/**
 * Ends imports that wait for a person longer than thirty days; deletes the rows of those that ended ninety days ago, and the whole of one
 * that added nobody; deletes texts of files whose import never came to be. Some at a time; running twice changes nothing more.
 */
export async function forgetImports({ db }: { db: D1Database }, now: number): Promise<void> {
  const late = await firstOf(db, "SELECT id FROM imports WHERE state IN ('uploaded', 'checked') AND updated_at < ? LIMIT 1", now - WAITS)
  if (late) await cancelImport({ db }, late, 'system', now)
  const old = await firstOf(
    db,
    `SELECT i.id FROM imports i WHERE i.state IN ('applied', 'cancelled') AND i.ended_at < ?
       AND (coalesce(i.counts ->> 'added', 0) = 0 OR EXISTS (SELECT 1 FROM import_rows r WHERE r.import_id = i.id)) LIMIT 1`,
    now - ROWS_KEPT,
  )
  if (old)
    await insist(() =>
      db.batch([
        db
          .prepare(
            `DELETE FROM import_rows WHERE import_id = ?1 AND number IN (SELECT number FROM import_rows WHERE import_id = ?1 ORDER BY number LIMIT ${AT_ONCE})`,
          )
          .bind(old.id),
        db
          .prepare(
            "DELETE FROM imports WHERE id = ?1 AND coalesce(counts ->> 'added', 0) = 0 AND NOT EXISTS (SELECT 1 FROM import_rows r WHERE r.import_id = ?1)",
          )
          .bind(old.id),
      ]),
    )
  await db
    .prepare('DELETE FROM import_pieces WHERE created_at < ?1 AND NOT EXISTS (SELECT 1 FROM imports i WHERE i.id = import_pieces.import_id)')
    .bind(now - DAY)
    .run()
}
