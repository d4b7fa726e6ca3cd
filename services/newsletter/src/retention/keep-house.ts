import { forgetTurns } from '@stem/jobs/turns'
import { forgetMails } from '@stem/mail/deliver'
import { forgetFeedback } from '../feedback/forget-feedback.ts'
import { forgetImports } from '../imports/forget-imports.ts'
import { countsOf } from '../delivery/progress.ts'
import { eraseReader } from '../own-data/erase-reader.ts'
import { readerById } from '../readers/reader.ts'
import { record } from '../ledger/record.ts'
import type { NewConsent } from '../ledger/entry.ts'

const AT_ONCE = 50
const ROWS_AT_ONCE = 5000
const YEAR = 365 * 24 * 60 * 60_000
/** Milliseconds that rows of readers are kept after the end of their campaign. */
export const DELIVERIES_KEPT = 2 * YEAR
/** Milliseconds that the address of a reader is kept after they left. */
export const WITHDRAWN_KEPT = 3 * YEAR

/** Wishes that nobody confirmed in seven days are deleted, and the ledger says so; pauses that are over end. */
async function expireWishes(db: D1Database, now: number): Promise<void> {
  const { results } = await db
    .prepare('SELECT id, address_key AS addressKey, used_at AS usedAt FROM opt_ins WHERE expires_at < ? LIMIT ?')
    .bind(now, AT_ONCE)
    .all<{ id: string; addressKey: string; usedAt: number | null }>()
  if (results.length === 0) return
  const remove = db.prepare('DELETE FROM opt_ins WHERE id IN (SELECT value FROM json_each(?))').bind(JSON.stringify(results.map(({ id }) => id)))
  const [first, ...rest] = results
    .filter(({ usedAt }) => usedAt === null)
    .map(({ id, addressKey }): NewConsent => ({ kind: 'expired', addressKey, subscriberId: null, detail: { optIn: id } }))
  if (first) await record(db, [remove], [first, ...rest], now)
  else await remove.run()
}

/** Ends pauses that are over, and writes it down. */
async function endPauses(db: D1Database, now: number): Promise<void> {
  const { results } = await db
    .prepare("SELECT id, address_key AS addressKey FROM subscribers WHERE state = 'paused' AND paused_until <= ? LIMIT ?")
    .bind(now, AT_ONCE)
    .all<{ id: string; addressKey: string }>()
  for (const { id, addressKey } of results) {
    const guard = db
      .prepare(
        "UPDATE subscribers SET state = 'active', paused_until = NULL, version = version + 1, updated_at = ?2 WHERE id = ?1 AND state = 'paused' AND paused_until <= ?2",
      )
      .bind(id, now)
    await record(db, [guard], [{ kind: 'resumed', addressKey, subscriberId: id, detail: { way: 'time' } }], now)
  }
}

/**
 * Rows of readers go two years after their campaign; its numbers stay. They are written once, before the first row goes; rows go some at a
 * time.
 */
async function forgetDeliveries(db: D1Database, now: number): Promise<void> {
  const old = await db
    .prepare(
      `SELECT id FROM campaigns WHERE totals IS NULL AND state IN ('finished', 'cancelled') AND coalesce(finished_at, updated_at) < ?
         AND EXISTS (SELECT 1 FROM deliveries d WHERE d.campaign_id = campaigns.id) LIMIT 1`,
    )
    .bind(now - DELIVERIES_KEPT)
    .first<{ id: string }>()
  if (old) {
    const totals = JSON.stringify(await countsOf(db, old.id))
    await db.prepare('UPDATE campaigns SET totals = ?2 WHERE id = ?1 AND totals IS NULL').bind(old.id, totals).run()
  }
  await db
    .prepare(
      `DELETE FROM deliveries WHERE rowid IN (SELECT d.rowid FROM campaigns c JOIN deliveries d ON d.campaign_id = c.id WHERE c.totals IS NOT NULL LIMIT ${ROWS_AT_ONCE})`,
    )
    .run()
}

/** The address of who left three years ago goes: nothing is sent there, and the proof of consent needs the hash alone. */
async function forgetWithdrawn(db: D1Database, now: number): Promise<void> {
  const { results } = await db
    .prepare("SELECT id FROM subscribers WHERE state = 'withdrawn' AND ended_at < ? LIMIT ?")
    .bind(now - WITHDRAWN_KEPT, AT_ONCE)
    .all<{ id: string }>()
  for (const { id } of results) {
    const reader = await readerById(db, id)
    if (reader) await eraseReader({ db }, reader, 'time', now)
  }
}

/** Deletes what is past its time. Run by cron; running twice changes nothing more. */
export async function keepHouse({ db }: { db: D1Database }, now: number): Promise<void> {
  await expireWishes(db, now)
  await endPauses(db, now)
  await forgetDeliveries(db, now)
  await forgetWithdrawn(db, now)
  await forgetImports({ db }, now)
  await db.batch([
    db.prepare('DELETE FROM address_changes WHERE expires_at < ?').bind(now),
    ...forgetMails(db, now),
    forgetTurns(db, now),
    forgetFeedback(db, now),
  ])
}
