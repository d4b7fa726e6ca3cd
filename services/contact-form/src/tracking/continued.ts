import { DONE, type Case } from '../cases/case.ts'
import { caseById, LINK_LIFE, type Reading } from '../cases/read-case.ts'

/** Where a merged request goes on. `case`: null when somebody else asked for that one, so that nothing of it may be shown. */
export type Continued = { case: Case | null }

const MOST_MERGES = 10

const isSamePerson = async (db: D1Database, one: string, other: string): Promise<boolean> =>
  (await db
    .prepare('SELECT 1 FROM cases a JOIN cases b ON b.id = ?2 WHERE a.id = ?1 AND (a.requester_key = b.requester_key OR a.person_id = b.person_id)')
    .bind(one, other)
    .first()) !== null

/** Where a request goes on that was merged into another; null when it was not. */
export async function continuedIn(reading: Reading, found: Case, now: number): Promise<Continued | null> {
  let last = found
  for (let merges = 0; last.state === 'merged' && last.mergedInto !== null && merges < MOST_MERGES; merges++) {
    const next = await caseById(reading, last.mergedInto)
    if (next === null) return { case: null }
    last = next
  }
  if (last.id === found.id) return null
  const isOver = DONE.includes(last.state) && last.closedAt !== null && now - last.closedAt > LINK_LIFE
  return { case: !isOver && (await isSamePerson(reading.db, found.id, last.id)) ? last : null }
}
