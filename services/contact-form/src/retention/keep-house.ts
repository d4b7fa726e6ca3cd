import { forgetMails } from '@stem/mail/deliver'
import { forgetTurns } from '@stem/jobs/turns'
import { forgetCases } from './forget-cases.ts'

const DAY = 24 * 60 * 60_000
const SPAM = 90 * DAY
const CLOSED = 2 * 365 * DAY
const RECEIPTS = 90 * DAY
const TOLD = 30 * DAY
const AT_ONCE = 200

/** Cases past their time in which something is left. One that was merged goes with the case it became part of. */
async function casesPast(db: D1Database, now: number): Promise<string[]> {
  const { results } = await db
    .prepare(
      `SELECT id FROM cases c
       WHERE ((state = 'spam' AND updated_at < ?1) OR (state IN ('closed', 'withdrawn') AND closed_at < ?2)
           OR (state = 'merged' AND closed_at < ?2 AND NOT EXISTS (SELECT 1 FROM cases t WHERE t.id = c.merged_into AND t.requester IS NOT NULL)))
         AND (requester IS NOT NULL OR EXISTS (SELECT 1 FROM messages m WHERE m.case_id = c.id) OR EXISTS (SELECT 1 FROM notes n WHERE n.case_id = c.id)
           OR EXISTS (SELECT 1 FROM participants p WHERE p.case_id = c.id))
       LIMIT ${AT_ONCE}`,
    )
    .bind(now - SPAM, now - CLOSED)
    .all<{ id: string }>()
  return results.map(({ id }) => id)
}

/** Deletes what is past its time. Run by cron; running twice changes nothing more. */
export async function keepHouse({ db }: { db: D1Database }, now: number): Promise<void> {
  const past = await casesPast(db, now)
  await db.batch([
    ...forgetMails(db, now),
    forgetTurns(db, now),
    db.prepare('DELETE FROM leases WHERE until < ?').bind(now),
    db.prepare('DELETE FROM drafts WHERE expires_at < ?').bind(now),
    db.prepare('DELETE FROM receipts WHERE at < ?').bind(now - RECEIPTS),
    db.prepare('DELETE FROM webhook_deliveries WHERE settled_at < ?').bind(now - TOLD),
    ...(past.length === 0 ? [] : forgetCases(db, { sql: 'SELECT value FROM json_each(?1)', values: [JSON.stringify(past)] }, now)),
  ])
}
