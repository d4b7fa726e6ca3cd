import { fail, ok, type Result } from '@stem/web/result'
import type { Case } from '../cases/case.ts'
import { changeCase } from '../cases/change-case.ts'
import { asEvent, eventsOf, type CaseEvent } from '../cases/event.ts'
import { caseById, type Reading } from '../cases/read-case.ts'
import { undoneRow } from '../cases/undone-row.ts'

/** Whether a merge can be taken back: nothing came later on the case that was merged, and it was not the undoing of a split. */
export const canUnmerge = (found: Case, event: CaseEvent): boolean =>
  event.kind === 'merged' &&
  event.caseId === found.id &&
  event.undoneAt === null &&
  event.version === found.version &&
  found.state === 'merged' &&
  event.before.messages === undefined

/**
 * Takes a merge back: the case stands where it stood before, and both say so. `cannot`: something came later on it, or it was taken
 * back already. `stale`: somebody else was quicker, and nothing was written.
 */
export async function undoMerge(reading: Reading, who: string, found: Case, event: CaseEvent, now: number): Promise<Result<null, 'stale' | 'cannot'>> {
  const { db } = reading
  const into = found.mergedInto === null ? null : await caseById(reading, found.mergedInto)
  if (!into || !canUnmerge(found, event)) return fail('cannot')
  const joined = (await eventsOf(db, into.id)).findLast(({ kind, about, undoneAt }) => kind === 'joined' && about === found.id && undoneAt === null)
  if (!joined) return fail('cannot')
  const { state, assignee, version } = into
  const left = asEvent({
    caseId: into.id,
    at: now,
    kind: 'undone',
    actor: who,
    state,
    before: { state, assignee },
    version: version + 1,
    about: joined.id,
    groupId: null,
  })
  const done = await changeCase(
    db,
    found,
    {
      kind: 'undone',
      actor: who,
      about: event.id,
      set: { state: event.before.state ?? 'triage', assignee: event.before.assignee ?? null, mergedInto: null },
      beside: left,
      rest: [undoneRow(db, event.id, now), undoneRow(db, joined.id, now)],
    },
    now,
  )
  return done.ok ? ok(null) : done
}
