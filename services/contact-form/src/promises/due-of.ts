import type { CaseEvent } from '../cases/event.ts'

/** What the coalition promises a requester: that somebody reads the request, and that an answer or a question comes. */
export type PromiseKind = 'read' | 'answer'

/** The promise that is due next, and when (epoch milliseconds). */
export type Due = { promise: PromiseKind; at: number }

const DAY = 24 * 60 * 60_000

/** The next promise of a case, from what happened to it (oldest first); null while nothing is due. */
export function dueOf(events: readonly Pick<CaseEvent, 'kind' | 'state' | 'at' | 'actor'>[]): Due | null {
  const first = events[0]
  if (!first) return null
  const now = events.at(-1)?.state
  if (now === 'new') return { promise: 'read', at: first.at + 2 * DAY }
  return now === 'triage' || now === 'in-progress' ? { promise: 'answer', at: first.at + 14 * DAY } : null
}
