import { forgetMails } from '@stem/mail/deliver'
import { forgetTurns } from '@stem/jobs/turns'
import { letGoOfFiles } from '../files/sweep-files.ts'

const DAY = 24 * 60 * 60_000
const SPAM = 90 * DAY
const CLOSED = 2 * 365 * DAY

/** Statements that forget a case: what was said, who asked. What is left says that there was one. */
const forget = (db: D1Database, which: string, before: number): D1PreparedStatement[] => [
  letGoOfFiles(db, which, before),
  db.prepare(`DELETE FROM messages WHERE case_id IN (SELECT id FROM cases WHERE ${which})`).bind(before),
  db.prepare(`DELETE FROM notes WHERE case_id IN (SELECT id FROM cases WHERE ${which})`).bind(before),
  db.prepare(`DELETE FROM case_terms WHERE case_id IN (SELECT id FROM cases WHERE ${which})`).bind(before),
  db.prepare(`UPDATE cases SET requester = NULL, subject = NULL, requester_key = NULL, person_id = NULL WHERE requester IS NOT NULL AND ${which}`).bind(before),
]

/** Deletes what is past its time. Run by cron; running twice changes nothing more. */
export async function keepHouse({ db }: { db: D1Database }, now: number): Promise<void> {
  await db.batch([
    ...forgetMails(db, now),
    forgetTurns(db, now),
    ...forget(db, "state = 'spam' AND updated_at < ?", now - SPAM),
    ...forget(db, "state IN ('closed', 'withdrawn') AND closed_at < ?", now - CLOSED),
  ])
}

/** Statements that forget a person: everything said in their cases, and who they are. */
export const forgetPerson = (db: D1Database, personId: string): D1PreparedStatement[] => [
  letGoOfFiles(db, 'person_id = ?', personId),
  db.prepare('DELETE FROM messages WHERE case_id IN (SELECT id FROM cases WHERE person_id = ?)').bind(personId),
  db.prepare('DELETE FROM notes WHERE case_id IN (SELECT id FROM cases WHERE person_id = ?)').bind(personId),
  db.prepare('DELETE FROM case_terms WHERE case_id IN (SELECT id FROM cases WHERE person_id = ?)').bind(personId),
  db.prepare('UPDATE mails SET address = NULL, facts = NULL, person_id = NULL WHERE person_id = ?').bind(personId),
  db.prepare('UPDATE cases SET assignee = NULL WHERE assignee = ?').bind(personId),
  db
    .prepare(
      "UPDATE cases SET requester = NULL, subject = NULL, requester_key = NULL, person_id = NULL, state = CASE WHEN state IN ('closed', 'spam') THEN state ELSE 'withdrawn' END WHERE person_id = ?",
    )
    .bind(personId),
]
