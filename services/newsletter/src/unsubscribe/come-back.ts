import { record } from '../ledger/record.ts'
import { UNDO_LIFE } from '../readers/links.ts'
import { readerById, type Desk, type Reader } from '../readers/reader.ts'
import { notSuppressed } from '../suppressions/suppress.ts'

// Only what the reader did themselves: whom staff took off, or who complained, comes back by a new consent alone.
const LAST_END = `(SELECT e.detail FROM consents e WHERE e.address_key = subscribers.address_key AND e.kind IN ('withdrawn', 'objected') ORDER BY e.seq DESC LIMIT 1)`

/** Until when who left can undo it by the button of the page, epoch milliseconds; null when that is over, or was never theirs to undo. */
export async function undoableUntil({ db }: Pick<Desk, 'db'>, { id, state, endedAt }: Reader, now: number): Promise<number | null> {
  if (state !== 'withdrawn' || endedAt === null || endedAt + UNDO_LIFE < now) return null
  const own = await db.prepare(`SELECT ${LAST_END} ->> 'by' AS by FROM subscribers WHERE id = ?`).bind(id).first<{ by: string | null }>()
  return own?.by === 'reader' ? endedAt + UNDO_LIFE : null
}

/**
 * The reader did not mean it: as they were before, a break too, with an entry of the ledger. `until`: of the link, which belongs to this one leaving;
 * so it works once. Pressed twice says the same. False when there is nothing to undo.
 */
export async function comeBack({ db }: Pick<Desk, 'db'>, reader: Reader, until: number, now: number): Promise<boolean> {
  const { id, addressKey } = reader
  const leftAt = until - UNDO_LIFE
  const guard = db
    .prepare(
      `UPDATE subscribers SET paused_until = ${LAST_END} ->> 'pausedUntil', state = CASE WHEN ${LAST_END} ->> 'pausedUntil' IS NULL THEN 'active' ELSE 'paused' END,
         ended_at = NULL, version = version + 1, updated_at = ?2
       WHERE id = ?1 AND state = 'withdrawn' AND ended_at = ?3 AND ?2 <= ?4 AND ${LAST_END} ->> 'by' = 'reader' AND ${notSuppressed('subscribers.address_key', '?2')}`,
    )
    .bind(id, now, leftAt, until)
  const outcome = await record(db, [guard], [{ kind: 'resumed', addressKey, subscriberId: id, detail: { way: 'undo', leftAt } }], now)
  if (outcome === 'done') return true
  const undone = await db
    .prepare("SELECT 1 AS yes FROM consents WHERE address_key = ?1 AND kind = 'resumed' AND detail ->> 'way' = 'undo' AND detail ->> 'leftAt' = ?2")
    .bind(addressKey, leftAt)
    .first()
  const after = await readerById(db, id)
  return undone !== null && (after?.state === 'active' || after?.state === 'paused')
}
