import fc from 'fast-check'
import { NEXT, OPEN, STATES, type State } from '../cases/case.ts'
import type { EventKind } from '../cases/event.ts'
import type { Happened } from '../promises/due-of.ts'
import { pause } from './moments.ts'

const QUIET = ['noted', 'rated', 'split', 'joined', 'linked', 'drafted', 'invited', 'bounced'] as const
/** Something that happens to a case, after a while. `marked`: whether what is undone says so already. */
export const step = fc.record({
  wait: pause,
  what: fc.oneof(
    fc.record({ kind: fc.constantFrom('moved', 'replied', 'reopened', 'said') as fc.Arbitrary<EventKind>, state: fc.constantFrom(...STATES) }),
    fc.record({ kind: fc.constantFrom<EventKind>('assigned', ...QUIET), state: fc.constant(null) }),
    fc.constant({ kind: 'undone' as EventKind, state: null }),
    fc.constantFrom({ kind: 'withdrawn' as EventKind, state: 'withdrawn' as State }, { kind: 'merged' as EventKind, state: 'merged' as State }),
  ),
  to: fc.constantFrom(null, 'per_1'),
  marked: fc.boolean(),
})

/** Whether a case can come from one state to another by this event. */
const isLawful = (kind: EventKind, from: State, to: State): boolean => {
  if (kind === 'said' || kind === 'withdrawn' || kind === 'merged') return OPEN.includes(from) && to !== 'spam'
  if (kind === 'replied' && !OPEN.includes(from)) return false
  return from === to ? from !== 'merged' && from !== 'withdrawn' : NEXT[from].includes(to)
}

/** What happened to a case under several hands; undoing takes back the last thing that stands, as long as it is not the arrival. `lawful`: only what the desk and the requester can do. */
export function happenedIn(
  first: number,
  state: State,
  steps: readonly (typeof step extends fc.Arbitrary<infer One> ? One : never)[],
  { lawful = false }: { lawful?: boolean } = {},
): Happened[] {
  const events: Happened[] = [{ id: 'evt_0', at: first, kind: 'received', state, about: null, groupId: null, undoneAt: null }]
  let at = first
  for (const { wait, what, to, marked } of steps) {
    at += wait
    const standing = events.filter(
      (one) => one.undoneAt === null && one.kind !== 'undone' && !events.some((later) => later.kind === 'undone' && later.about === one.id),
    )
    const last = standing.at(-1) as Happened
    if (what.kind === 'undone') {
      if (standing.length === 1) continue
      const before = standing.at(-2) as Happened
      // Marked is how it stands afterwards, unmarked how it stands in the batch of the undoing itself.
      if (marked) events[events.indexOf(last)] = { ...last, undoneAt: at }
      events.push({ id: `evt_${events.length}`, at, kind: 'undone', state: before.state, about: last.id, groupId: null, undoneAt: null })
    } else if (!lawful || isLawful(what.kind, last.state, what.state ?? last.state)) {
      events.push({ id: `evt_${events.length}`, at, kind: what.kind, state: what.state ?? last.state, about: to, groupId: null, undoneAt: null })
    }
  }
  return events
}
