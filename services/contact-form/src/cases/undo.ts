import { fail, type Result, ok } from '@stem/web/result'
import type { Case } from './case.ts'
import { changeCase } from './change-case.ts'
import type { CaseEvent, EventKind } from './event.ts'
import type { Reading } from './read-case.ts'
import { undoneRow } from './undone-row.ts'

const UNDOABLE: readonly EventKind[] = ['moved', 'assigned', 'reopened']

/** Whether an event is of a kind that can be undone at all, and was not undone already. */
export const isUndoable = ({ kind, undoneAt }: Pick<CaseEvent, 'kind' | 'undoneAt'>): boolean => UNDOABLE.includes(kind) && undoneAt === null

/**
 * Takes back one event of `found`: state and owner are again what they were before it, as if it had never been opened or taken for
 * spam or out of there, and the event says when it was undone.
 * `cannot`: it is of another case or of a kind that is not undone here, or it was undone already. `stale`: something came after it,
 * and taking it back would undo that too. Nothing is written then.
 */
export async function undoEvent({ db }: Reading, who: string, found: Case, event: CaseEvent, now: number): Promise<Result<null, 'stale' | 'cannot'>> {
  if (event.caseId !== found.id || !isUndoable(event)) return fail('cannot')
  if (event.version !== found.version) return fail('stale')
  const { state = found.state, assignee = found.assignee, closedAt = null, spamReason = null } = event.before
  const done = await changeCase(
    db,
    found,
    {
      kind: 'undone',
      actor: who,
      set: { state, assignee, closedAt: closedAt ?? found.closedAt, ...(found.state === state ? {} : { spamReason }) },
      about: event.id,
      rest: [undoneRow(db, event.id, now)],
    },
    now,
  )
  return done.ok ? ok(null) : done
}
