import { fail, type Result } from '@stem/web/result'
import type { Case } from '../cases/case.ts'
import { eventsOf, type CaseEvent } from '../cases/event.ts'
import { caseById, type Reading } from '../cases/read-case.ts'
import { isUndoable, undoEvent } from '../cases/undo.ts'
import { isKeepingApart, undoApart } from '../inbound/keep-apart.ts'
import { undoLink } from '../links/link.ts'
import { canUnsplit, undoSplit } from '../merging/split-case.ts'
import { canUnmerge, undoMerge } from '../merging/undo-merge.ts'

/** The event by which `found` was merged and still is, or null. */
export async function mergeOf(db: D1Database, found: Case): Promise<CaseEvent | null> {
  return (await eventsOf(db, found.id)).findLast(({ kind, undoneAt }) => kind === 'merged' && undoneAt === null) ?? null
}

/** What deciding about an event needs beside it: the other case it is about, and by which event that one was merged. */
export type Other = { found: Case; merge: CaseEvent | null }

/** Whether `event` can be undone now, as far as a page can know. */
export function canUndo(found: Case, event: CaseEvent, other: Other | undefined): boolean {
  if (event.undoneAt !== null) return false
  if (event.kind === 'merged') return canUnmerge(found, event)
  if (event.kind === 'joined')
    return other?.merge !== null && other !== undefined && other.found.mergedInto === found.id && canUnmerge(other.found, other.merge)
  if (event.kind === 'split') return other !== undefined && canUnsplit(found, event, other.found)
  return event.version === found.version && (isUndoable(event) || event.kind === 'linked' || event.kind === 'unlinked')
}

/** Undoes an event of a case, whatever kind it is of. `cannot`: it is no event of the case, was undone, or something came later. */
export async function undoAny(reading: Reading, who: string, found: Case, eventId: string, now: number): Promise<Result<null, 'stale' | 'cannot'>> {
  const event = (await eventsOf(reading.db, found.id)).find(({ id }) => id === eventId)
  if (!event) return fail('cannot')
  if (event.kind === 'merged') return undoMerge(reading, who, found, event, now)
  if (event.kind === 'split') return undoSplit(reading, who, found, event, now)
  if (isKeepingApart(event)) return undoApart(reading, who, found, event, now)
  if (event.kind === 'linked' || event.kind === 'unlinked') return undoLink(reading, who, found, event, now)
  if (event.kind !== 'joined') return undoEvent(reading, who, found, event, now)
  const other = event.about === null || event.undoneAt !== null ? null : await caseById(reading, event.about)
  const merge = other && (await mergeOf(reading.db, other))
  return other && merge && other.mergedInto === found.id ? undoMerge(reading, who, other, merge, now) : fail('cannot')
}
