import type { RequestTopic } from '@stem/contracts/webhooks'
import type { CaseEvent } from '../cases/event.ts'

const TOLD: Partial<Record<CaseEvent['kind'], RequestTopic>> = {
  received: 'received',
  moved: 'moved',
  said: 'said',
  replied: 'replied',
  reopened: 'reopened',
  withdrawn: 'withdrawn',
  merged: 'merged',
  drafted: 'drafted',
  rated: 'rated',
}

/**
 * Under which topics an event is told, the most telling first; a program is told the first one it wants. A request that becomes closed
 * is `closed`, by whatever event; undoing is told when it moved the request; spam is not told as received.
 */
export function topicsOf({ kind, state, before }: Pick<CaseEvent, 'kind' | 'state' | 'before'>): RequestTopic[] {
  if (kind === 'received' && state === 'spam') return []
  const moved = before.state !== undefined && before.state !== state
  const own = kind === 'undone' ? (moved ? 'moved' : undefined) : TOLD[kind]
  return [...(moved && state === 'closed' ? (['closed'] as const) : []), ...(own === undefined ? [] : [own])]
}
