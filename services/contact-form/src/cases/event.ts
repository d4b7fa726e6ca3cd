import { newId } from '@stem/jobs/ids'
import type { State } from './case.ts'

/**
 * What can happen to a case. Changes of state: `received`, `moved` (by staff), `said` (by requester or participant), `replied`,
 * `withdrawn`, `merged`, `reopened`, `undone`. Without one: `assigned`, `noted`, `rated`, `split`, `joined` (another case was merged
 * into it), `linked`, `unlinked`, `drafted` (an instrument), `invited`, `removed` (participants), `revoked` (the requester's link),
 * `bounced` (a mail came back).
 */
export const EVENT_KINDS = [
  'received',
  'moved',
  'said',
  'replied',
  'withdrawn',
  'merged',
  'reopened',
  'undone',
  'assigned',
  'noted',
  'rated',
  'split',
  'joined',
  'linked',
  'unlinked',
  'drafted',
  'invited',
  'removed',
  'revoked',
  'bounced',
] as const
/** A kind of event. */
export type EventKind = (typeof EVENT_KINDS)[number]

/** What undoing an event needs: how things were. */
export type Before = {
  state?: State
  assignee?: string | null
  /** When it was closed, when the event opened it. */
  closedAt?: number
  /** Why it was taken for spam, when the event took it out of there. */
  spamReason?: string
  messages?: string[]
  target?: string
  label?: string
  linkKind?: string
  addedBy?: string
}

/** Something that happened to a case. */
export type CaseEvent = {
  id: string
  caseId: string
  at: number
  kind: EventKind
  /** A person's id, `requester`, `system`, or a participant's id. */
  actor: string
  /** State after it. */
  state: State
  before: Before
  /** Version of the case after it. */
  version: number
  about: string | null
  groupId: string | null
  undoneAt: number | null
}

/** An event that is about to happen. */
export type NewEvent = Omit<CaseEvent, 'id' | 'undoneAt'>

/** A new event with its id. */
export const asEvent = (event: NewEvent): CaseEvent => ({ ...event, id: newId('evt', event.at), undoneAt: null })

/** Statement that keeps an event; put it into the batch of the change. */
export const eventRow = (db: D1Database, { id, caseId, at, kind, actor, state, before, version, about, groupId }: CaseEvent): D1PreparedStatement =>
  db
    .prepare('INSERT INTO events (id, case_id, at, kind, actor, state, before, version, about, group_id) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)')
    .bind(id, caseId, at, kind, actor, state, JSON.stringify(before), version, about, groupId)

type Row = Omit<CaseEvent, 'before'> & { before: string }

const COLUMNS = 'id, case_id AS caseId, at, kind, actor, state, before, version, about, group_id AS groupId, undone_at AS undoneAt'
const fromRow = (row: Row): CaseEvent => ({ ...row, before: JSON.parse(row.before) as Before })

const MOST = 2000

/** What happened to a case, oldest first; of very much, how it arrived and what happened last. */
export async function eventsOf(db: D1Database, caseId: string): Promise<CaseEvent[]> {
  const { results } = await db
    .prepare(
      `SELECT ${COLUMNS} FROM events WHERE case_id = ?1 AND (kind = 'received' OR version > (SELECT max(version) FROM events WHERE case_id = ?1) - ${MOST})
       ORDER BY at, version, rowid`,
    )
    .bind(caseId)
    .all<Row>()
  return results.map(fromRow)
}

/** The events of one bulk action, one for each case it changed. */
export async function eventsOfGroup(db: D1Database, groupId: string): Promise<CaseEvent[]> {
  const { results } = await db.prepare(`SELECT ${COLUMNS} FROM events WHERE group_id = ? ORDER BY at, rowid LIMIT 500`).bind(groupId).all<Row>()
  return results.map(fromRow)
}
