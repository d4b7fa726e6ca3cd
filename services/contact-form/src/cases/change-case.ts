import { commit } from '@stem/jobs/commit'
import { fail, ok, type Result } from '@stem/web/result'
import { dueOf } from '../promises/due-of.ts'
import { announce } from '../webhooks/announce.ts'
import { DONE, type Case } from './case.ts'
import { asEvent, eventRow, eventsOf, type Before, type CaseEvent, type EventKind } from './event.ts'

/** What a change sets; what is left out stays. */
type Settable = Pick<Case, 'state' | 'assignee' | 'mergedInto' | 'linkEpoch' | 'satisfaction' | 'spamReason' | 'possiblyOf' | 'closedAt'>

/** A change of a case, as one event. */
export type Change = {
  kind: EventKind
  /** A person's id, `requester`, `system`, or a participant's id. */
  actor: string
  set?: Partial<Settable>
  /** What undoing needs beside state and assignee. */
  before?: Before
  /** Other id it is about. */
  about?: string
  /** Shared by the changes of one bulk action. */
  groupId?: string
  /** What must be written in the same batch. */
  rest?: D1PreparedStatement[]
  /**
   * An event of a second case in the same batch, e.g. of the one that was merged into. Its `version` is one more than the second case
   * had when it was read: when that case has moved on, nothing at all is written.
   */
  beside?: CaseEvent
}

const closedAtOf = ({ state, closedAt }: Pick<Case, 'state' | 'closedAt'>, now: number): number | null => (DONE.includes(state) ? (closedAt ?? now) : null)

/** How things were, as far as `next` changes them. */
const beforeOf = ({ state, assignee, closedAt, spamReason }: Case, next: Case): Before => ({
  state,
  assignee,
  ...(closedAt !== null && !DONE.includes(next.state) ? { closedAt } : {}),
  ...(spamReason !== null && next.spamReason === null ? { spamReason } : {}),
})

/** Statements of the event of a second case. A version nobody has any more leaves `at` empty, which the table refuses with the whole batch. */
const besideRows = (db: D1Database, { id, caseId, at, kind, actor, state, before, version, about, groupId }: CaseEvent): D1PreparedStatement[] => [
  db.prepare('UPDATE cases SET version = ?2, updated_at = ?3 WHERE id = ?1 AND version = ?2 - 1').bind(caseId, version, at),
  db
    .prepare(
      `INSERT INTO events (id, case_id, at, kind, actor, state, before, version, about, group_id)
       SELECT ?1, ?2, CASE WHEN changes() > 0 THEN ?3 END, ?4, ?5, ?6, ?7, ?8, ?9, ?10`,
    )
    .bind(id, caseId, at, kind, actor, state, JSON.stringify(before), version, about, groupId),
]

const hasMovedOn = (thrown: unknown): boolean => thrown instanceof Error && thrown.message.includes('NOT NULL constraint failed: events.at')

/**
 * Changes a case by one event: row, event, due time, audit entry, what programs are told, and `rest` stand together or not at all.
 * `stale`: the case is not what it was when `found` was read, and nothing was written.
 */
export async function changeCase(db: D1Database, found: Case, change: Change, now: number): Promise<Result<CaseEvent, 'stale'>> {
  const next = { ...found, ...change.set }
  const before: Before = { ...beforeOf(found, next), ...change.before }
  const { kind, actor, about = null, groupId = null, rest = [], beside } = change
  const event = asEvent({ caseId: found.id, at: now, kind, actor, state: next.state, before, version: found.version + 1, about, groupId })
  const due = dueOf([...(await eventsOf(db, found.id)), event])
  const guard = db
    .prepare(
      `UPDATE cases SET state = ?3, assignee = ?4, merged_into = ?5, link_epoch = ?6, satisfaction = ?7, spam_reason = ?8, possibly_of = ?9,
         promise = ?10, due_at = ?11, closed_at = ?12, updated_at = ?13, version = version + 1
       WHERE id = ?1 AND version = ?2`,
    )
    .bind(
      found.id,
      found.version,
      next.state,
      next.assignee,
      next.mergedInto,
      next.linkEpoch,
      next.satisfaction,
      next.spamReason,
      next.possiblyOf,
      due?.promise ?? null,
      due?.at ?? null,
      closedAtOf(next, now),
      now,
    )
  const outcome = await commit(
    db,
    [guard, eventRow(db, event), ...announce(db, event), ...(beside ? besideRows(db, beside) : []), ...rest],
    { actor, action: `request.${kind}`, object: found.id, detail: { state: next.state, about } },
    now,
  ).catch((thrown: unknown) => {
    if (beside && hasMovedOn(thrown)) return 'stale' as const
    throw thrown
  })
  return outcome === 'done' ? ok(event) : fail('stale')
}
