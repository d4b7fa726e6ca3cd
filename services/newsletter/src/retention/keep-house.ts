import { forgetTurns } from '@stem/jobs/turns'
import { forgetMails } from '@stem/mail/deliver'
import { record } from '../ledger/record.ts'
import type { NewConsent } from '../ledger/entry.ts'

const AT_ONCE = 50

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

/** Deletes what is past its time. Run by cron; running twice changes nothing more. */
export async function keepHouse({ db }: { db: D1Database }, now: number): Promise<void> {
  await expireWishes(db, now)
  await endPauses(db, now)
  await db.batch([db.prepare('DELETE FROM address_changes WHERE expires_at < ?').bind(now), ...forgetMails(db, now), forgetTurns(db, now)])
}
