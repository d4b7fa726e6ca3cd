import { forgetMails } from '@stem/mail/deliver'
import { forgetTurns } from '@stem/jobs/turns'
import { forgetChallenges } from '../passkeys/challenge.ts'
import { LIFE } from '../sessions/limits.ts'

const DAY = 24 * 60 * 60_000
const REQUESTS = DAY
const OVER = 30 * DAY
const UNFINISHED = 7 * DAY
const DECIDED = 365 * DAY

/** Deletes what is past its time. Run by cron; running twice changes nothing more. */
export async function keepHouse({ db }: { db: D1Database }, now: number): Promise<void> {
  const remove = (sql: string, before: number) => db.prepare(sql).bind(before)
  await db.batch([
    ...forgetMails(db, now),
    forgetTurns(db, now),
    forgetChallenges(db, now),
    remove('DELETE FROM sign_in_requests WHERE created_at < ?', now - REQUESTS),
    remove('DELETE FROM sessions WHERE ended_at < ?', now - OVER),
    remove('DELETE FROM sessions WHERE created_at < ?', now - LIFE.member.absolute - OVER),
    remove('DELETE FROM invitations WHERE coalesce(settled_at, expires_at) < ?', now - OVER),
    remove("DELETE FROM joinings WHERE state <> 'open' AND settled_at < ?", now - OVER),
    remove("DELETE FROM applications WHERE state = 'unverified' AND created_at < ?", now - UNFINISHED),
    remove(
      `UPDATE applications SET contact_name = NULL, contact_job = NULL, contact_address = NULL, contact_key = NULL
       WHERE state IN ('accepted', 'refused', 'withdrawn') AND decided_at < ?`,
      now - DECIDED,
    ),
  ])
}
