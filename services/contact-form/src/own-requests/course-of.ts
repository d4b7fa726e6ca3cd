import { eventsOf, type EventKind } from '../cases/event.ts'

/** What a requester may know of the course of a request. What staff do among themselves is not among it. */
const OWN: readonly EventKind[] = ['received', 'moved', 'said', 'replied', 'withdrawn', 'merged', 'reopened', 'rated']

/** How a request went, for its requester: what happened, by which side, and in which roles others took part. */
export type Course = {
  events: { at: string; what: EventKind; by: 'requester' | 'participant' | 'secretariat'; state: string }[]
  participants: { role: string; since: string; until: string | null }[]
}

const dateOf = (at: number): string => new Date(at).toISOString()
const sideOf = (actor: string, personId: string | null) =>
  actor === 'requester' || actor === personId ? 'requester' : actor.startsWith('par_') ? 'participant' : 'secretariat'

/** The course of a request as its requester may take it along. Names of others are theirs and stay here. */
export async function courseOf(db: D1Database, { id, personId }: { id: string; personId: string | null }): Promise<Course> {
  const { results } = await db
    .prepare('SELECT role, added_at AS addedAt, removed_at AS removedAt FROM participants WHERE case_id = ? ORDER BY added_at, id')
    .bind(id)
    .all<{ role: string; addedAt: number; removedAt: number | null }>()
  const events = (await eventsOf(db, id)).filter(({ kind }) => OWN.includes(kind))
  return {
    events: events.map(({ at, kind, actor, state }) => ({ at: dateOf(at), what: kind, by: sideOf(actor, personId), state })),
    participants: results.map(({ role, addedAt, removedAt }) => ({ role, since: dateOf(addedAt), until: removedAt === null ? null : dateOf(removedAt) })),
  }
}
