import { eventsOfGroup, type CaseEvent } from '../cases/event.ts'
import { caseById, type Reading } from '../cases/read-case.ts'
import { isUndoable, undoEvent } from '../cases/undo.ts'

/** What became of a bulk action. `kept`: changed again since, so that it cannot be taken back. */
export type GroupOutcome = { changed: CaseEvent[]; undone: CaseEvent[]; kept: CaseEvent[] }

/** What became of a bulk action: what it changed, what of it was taken back, and what was changed again since. */
export async function outcomeOf({ db }: Pick<Reading, 'db'>, groupId: string): Promise<GroupOutcome> {
  const events = await eventsOfGroup(db, groupId)
  const { results } = await db
    .prepare('SELECT id, version FROM cases WHERE id IN (SELECT case_id FROM events WHERE group_id = ?)')
    .bind(groupId)
    .all<{ id: string; version: number }>()
  const versions = new Map(results.map(({ id, version }) => [id, version]))
  return {
    changed: events,
    undone: events.filter(({ undoneAt }) => undoneAt !== null),
    kept: events.filter((event) => event.undoneAt === null && versions.get(event.caseId) !== event.version),
  }
}

/** Takes back every change of a bulk action after which nothing else happened to the case. Twice is once. */
export async function undoGroup(reading: Reading, who: string, groupId: string, now: number): Promise<void> {
  for (const event of await eventsOfGroup(reading.db, groupId)) {
    const found = isUndoable(event) ? await caseById(reading, event.caseId) : null
    if (found) await undoEvent(reading, who, found, event, now)
  }
}
