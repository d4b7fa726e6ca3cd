import { letGoOfFiles } from '../files/sweep-files.ts'

/** Cases, as a query that gives their ids, with its values. */
export type These = { sql: string; values: readonly (string | number | null)[] }

const WAITING = "state IN ('queued', 'working', 'handing')"

/** Statement that forgets mails; what waits is not sent any more. `which`: condition on `mails`. */
export const dropMails = (db: D1Database, which: string, now: number, values: These['values']): D1PreparedStatement =>
  db
    .prepare(
      `UPDATE mails SET address = NULL, facts = NULL, person_id = NULL,
         settled_at = CASE WHEN ${WAITING} THEN ?${values.length + 1} ELSE settled_at END, state = CASE WHEN ${WAITING} THEN 'dropped' ELSE state END
       WHERE ${which}`,
    )
    .bind(...values, now)

/**
 * Statements that forget cases: who asked, what was said in public and among staff, by which words it is found, who took part. What is
 * left says that there was one, of which kind, and when what happened to it, by ids alone.
 */
export function forgetCases(db: D1Database, { sql, values }: These, now: number): D1PreparedStatement[] {
  const from = (table: string, more = '') => db.prepare(`DELETE FROM ${table} WHERE case_id IN (${sql})${more}`).bind(...values)
  return [
    letGoOfFiles(db, `case_id IN (${sql})`, values),
    dropMails(db, `facts ->> '$.case' IN (${sql}) OR facts ->> '$.participant' IN (SELECT id FROM participants WHERE case_id IN (${sql}))`, now, values),
    from('messages'),
    from('notes'),
    from('participants'),
    from('case_terms'),
    from('leases'),
    from('case_links', " AND kind <> 'instrument'"),
    db.prepare(`UPDATE case_links SET added_by = 'system' WHERE case_id IN (${sql})`).bind(...values),
    db
      .prepare(
        `UPDATE cases SET requester = NULL, requester_key = NULL, subject = NULL, person_id = NULL, country = NULL, satisfaction = NULL, spam_reason = NULL,
           locale = 'en', link_epoch = link_epoch + 1
         WHERE id IN (${sql})`,
      )
      .bind(...values),
  ]
}
