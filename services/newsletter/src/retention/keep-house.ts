import { forgetTurns } from '@stem/jobs/turns'
import { forgetMails } from '@stem/mail/deliver'
import type { Jobs } from '@stem/web/in-rounds'
import { forgetFeedback } from '../feedback/forget-feedback.ts'
import { forgetImports } from '../imports/forget-imports.ts'
import { countsOf } from '../delivery/progress.ts'
import { eraseReader } from '../own-data/erase-reader.ts'
import { readerById } from '../readers/reader.ts'
import { OPT_IN_LIFE } from '../subscribe/ask-to-subscribe.ts'
import { record } from '../ledger/record.ts'
import type { NewConsent } from '../ledger/entry.ts'

const AT_ONCE = 50
const ROWS_AT_ONCE = 5000
const DAY = 24 * 60 * 60_000
const YEAR = 365 * DAY
/** Milliseconds that rows of readers are kept after the end of their campaign. */
export const DELIVERIES_KEPT = 2 * YEAR
/** Milliseconds that the address of a reader is kept after they left. */
export const WITHDRAWN_KEPT = 3 * YEAR
/** Milliseconds that it is kept how fast mails went to a domain, and that a suppression is kept after its end. */
const [RATES_KEPT, EXPIRED_KEPT] = [7 * DAY, 90 * DAY]

/** Letters that ask somebody to confirm something: what is in them goes with the wish. */
const ASKING = "('confirm', 'reminder', 'change-old', 'change-new')"

/** Wishes that nobody confirmed in seven days are deleted with the mails about them, and the ledger says so. */
async function expireWishes(db: D1Database, now: number): Promise<void> {
  const { results } = await db
    .prepare('SELECT id, address_key AS addressKey, used_at AS usedAt FROM opt_ins WHERE expires_at < ? LIMIT ?')
    .bind(now, AT_ONCE)
    .all<{ id: string; addressKey: string; usedAt: number | null }>()
  if (results.length === 0) return
  const ids = JSON.stringify(results.map(({ id }) => id))
  const remove = db.prepare('DELETE FROM opt_ins WHERE id IN (SELECT value FROM json_each(?))').bind(ids)
  const mails = db.prepare("DELETE FROM mails WHERE id IN (SELECT value || way.column1 FROM json_each(?), (VALUES ('.confirm'), ('.reminder')) way)").bind(ids)
  const [first, ...rest] = results
    .filter(({ usedAt }) => usedAt === null)
    .map(({ id, addressKey }): NewConsent => ({ kind: 'expired', addressKey, subscriberId: null, detail: { optIn: id } }))
  if (first) await record(db, [remove, mails], [first, ...rest], now)
  else await db.batch([remove, mails])
}

/** Changes of address that nobody agreed to in seven days go; and whatever the reason why such a mail is still there, it holds no address after that. */
const expireAsking = (db: D1Database, now: number): Promise<unknown> =>
  db.batch([
    db.prepare('DELETE FROM address_changes WHERE expires_at < ?').bind(now),
    db.prepare(`DELETE FROM mails WHERE kind IN ${ASKING} AND address IS NOT NULL AND created_at < ?`).bind(now - OPT_IN_LIFE),
  ])

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
 * Rows of readers go two years after their campaign, and the counts of its links; its numbers stay. They are written once, before the first
 * row goes; rows go some at a time. One that was never taken up again in all this time is over.
 */
async function forgetDeliveries(db: D1Database, now: number): Promise<void> {
  const before = now - DELIVERIES_KEPT
  const old = await db
    .prepare(
      `SELECT id FROM campaigns WHERE totals IS NULL AND state IN ('finished', 'cancelled', 'paused', 'held') AND coalesce(finished_at, updated_at) < ?
         AND EXISTS (SELECT 1 FROM deliveries d WHERE d.campaign_id = campaigns.id) LIMIT 1`,
    )
    .bind(before)
    .first<{ id: string }>()
  if (old) {
    const totals = JSON.stringify(await countsOf(db, old.id))
    await db
      .prepare(
        `UPDATE campaigns SET totals = ?2, state = CASE state WHEN 'finished' THEN state ELSE 'cancelled' END
         WHERE id = ?1 AND totals IS NULL AND coalesce(finished_at, updated_at) < ?3`,
      )
      .bind(old.id, totals, before)
      .run()
  }
  await db.batch([
    db.prepare(
      `DELETE FROM deliveries WHERE rowid IN (SELECT d.rowid FROM campaigns c JOIN deliveries d ON d.campaign_id = c.id WHERE c.totals IS NOT NULL LIMIT ${ROWS_AT_ONCE})`,
    ),
    db
      .prepare(
        "DELETE FROM link_counts WHERE campaign_id IN (SELECT id FROM campaigns WHERE state IN ('finished', 'cancelled') AND coalesce(finished_at, updated_at) < ?)",
      )
      .bind(before),
  ])
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

/** How fast mails went to a domain is of no use a week later; suppressions that ended go some time after their end. */
const forgetRates = (db: D1Database, now: number): Promise<unknown> =>
  db.batch([
    db.prepare("DELETE FROM rates WHERE key <> '*' AND at < ?1 AND not_before < ?1").bind(now - RATES_KEPT),
    db.prepare('DELETE FROM suppressions WHERE expires_at < ?').bind(now - EXPIRED_KEPT),
  ])

/** What deletes what is past its time, each part by itself. Run by cron; running twice changes nothing more. */
export const houseJobs = (db: D1Database, now: number): Jobs => ({
  wishes: () => expireWishes(db, now),
  asking: () => expireAsking(db, now),
  pauses: () => endPauses(db, now),
  deliveries: () => forgetDeliveries(db, now),
  withdrawn: () => forgetWithdrawn(db, now),
  imports: () => forgetImports({ db }, now),
  rates: () => forgetRates(db, now),
  mails: () => db.batch([...forgetMails(db, now), forgetTurns(db, now), forgetFeedback(db, now)]),
})

/** Does all of it, one after the other; the first failure is thrown. */
export async function keepHouse({ db }: { db: D1Database }, now: number): Promise<void> {
  for (const run of Object.values(houseJobs(db, now))) await run()
}
