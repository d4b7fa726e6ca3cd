import { timeOrdered } from '@stem/jobs/ids'
import { OPEN } from '../cases/case.ts'
import { letGoOfFiles } from '../files/sweep-files.ts'
import { announceThose } from '../webhooks/announce.ts'
import { dropMails, forgetCases } from './forget-cases.ts'

/** Requests of a person: signed in, or without that under their address. What others sent while signed in is theirs, whatever address it names. */
const OWN = 'SELECT id FROM cases WHERE person_id = ?1 OR (requester_key = ?2 AND person_id IS NULL)'
/** The places they had in the conversations of others. */
const PLACES = 'SELECT id FROM participants WHERE address_key = ?2'
const DRAFTS = 'SELECT id FROM drafts WHERE person_id = ?1 OR address_key = ?2'
const TIME_LENGTH = 10

/** Statements by which open requests are withdrawn, with an event as for every change of state. */
function withdrawOpen(db: D1Database, own: readonly (string | null)[], now: number): D1PreparedStatement[] {
  const open = `id IN (${OWN}) AND state IN (${OPEN.map((state) => `'${state}'`).join(', ')})`
  return [
    db
      .prepare(
        `INSERT INTO events (id, case_id, at, kind, actor, state, before, version)
         SELECT 'evt_' || ?4 || substr(lower(hex(randomblob(8))), 1, 16), id, ?3, 'withdrawn', 'system', 'withdrawn',
           json_object('state', state, 'assignee', assignee), version + 1
         FROM cases WHERE ${open}`,
      )
      .bind(...own, now, timeOrdered(now).slice(0, TIME_LENGTH)),
    announceThose(db, `e.case_id IN (${OWN}) AND e.kind = 'withdrawn' AND e.actor = 'system' AND e.at = ?3`, [...own, now], ['withdrawn']),
    db
      .prepare(`UPDATE cases SET state = 'withdrawn', promise = NULL, due_at = NULL, closed_at = ?3, updated_at = ?3, version = version + 1 WHERE ${open}`)
      .bind(...own, now),
  ]
}

/**
 * Statements that forget a person: their requests with everything in them, what they said in the conversations of others, their drafts,
 * and that they work on something. `addressKey`: keyed hash of the address they had, under which they may have asked without signing in.
 */
export function forgetPerson(db: D1Database, personId: string, addressKey: string | null = null, now: number = Date.now()): D1PreparedStatement[] {
  const own = [personId, addressKey]
  const run = (sql: string, values = own) => db.prepare(sql).bind(...values)
  return [
    ...withdrawOpen(db, own, now),
    ...forgetCases(db, { sql: OWN, values: own }, now),
    letGoOfFiles(db, `message_id IN (SELECT id FROM messages WHERE author IN (${PLACES}))`, own),
    letGoOfFiles(db, `form_key IN (SELECT form_key FROM drafts WHERE id IN (${DRAFTS}))`, own),
    dropMails(db, `person_id = ?1 OR facts ->> '$.participant' IN (${PLACES}) OR facts ->> '$.draft' IN (${DRAFTS})`, now, own),
    run(`DELETE FROM messages WHERE author IN (${PLACES})`),
    run('DELETE FROM participants WHERE address_key = ?2'),
    run(`DELETE FROM drafts WHERE id IN (${DRAFTS})`),
    run('DELETE FROM leases WHERE person_id = ?', [personId]),
    run('UPDATE cases SET assignee = NULL WHERE assignee = ?', [personId]),
  ]
}
