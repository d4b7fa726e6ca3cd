import { OPEN, type Case, type State } from '../cases/case.ts'
import type { CaseEvent } from '../cases/event.ts'
import { isOverdue } from '../promises/calendar.ts'

/** A state as its requester is told it: what staff take for spam has arrived, no more is said. */
export type PublicState = Exclude<State, 'spam'>
/** The state that a requester is told. */
export const publicState = (state: State): PublicState => (state === 'spam' ? 'new' : state)

/** Something that happened, as the requester sees it. */
export type Step = { at: number; what: PublicState | 'reopened' }

/**
 * What the requester may see of what happened, oldest first: states as they changed. What staff did among themselves, and what was
 * undone, is not in it.
 */
export function timelineOf(events: readonly Pick<CaseEvent, 'at' | 'kind' | 'state' | 'undoneAt'>[]): Step[] {
  const steps: Step[] = []
  let shown: PublicState | null = null
  for (const { at, kind, state, undoneAt } of events) {
    const now = publicState(state)
    if (undoneAt !== null || (shown !== null && (state === 'spam' || now === shown))) continue
    steps.push({ at, what: kind === 'reopened' ? 'reopened' : now })
    shown = now
  }
  return steps
}

/** What comes next: a promise, whose turn it is, or nothing any more. */
export type Next = { what: 'read' | 'answer'; by: number; late: boolean } | { what: 'answered' } | null

/** What the requester can wait for. While it is the requester's turn, nothing. */
export function nextOf({ state, promise, dueAt }: Pick<Case, 'state' | 'promise' | 'dueAt'>, now: number): Next {
  if (!OPEN.includes(state)) return null
  if (state === 'answered') return { what: 'answered' }
  return state !== 'waiting' && promise !== null && dueAt !== null ? { what: promise, by: dueAt, late: isOverdue(dueAt, now) } : null
}
