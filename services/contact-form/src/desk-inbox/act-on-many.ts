import type { Case, State } from '../cases/case.ts'
import { eventsOfGroup } from '../cases/event.ts'
import { CASE_COLUMNS, openCase, type CaseRow, type Reading } from '../cases/read-case.ts'
import { staffWorks, type Work } from '../cases/say.ts'

/** Most cases that one action may change. */
export const MOST_AT_ONCE = 100

/** What is done to every selected case. */
export type Deed = { act: 'assign'; to: string | null } | { act: 'state'; state: State }

/** A selected case, as it was when it was selected. */
export type Picked = { id: string; version: number }

/** Why a selected case was left as it is: somebody else changed it (`stale`), its state does not lead there (`forbidden`), it was so already (`same`). */
export type Missed = { id: string; why: 'stale' | 'forbidden' | 'same' }

const isSo = (found: Case, deed: Deed): boolean => (deed.act === 'assign' ? found.assignee === deed.to : found.state === deed.state)

/** Selected cases by id. */
export async function casesById(reading: Reading, ids: readonly string[]): Promise<Map<string, Case>> {
  const { results } = await reading.db
    .prepare(`SELECT ${CASE_COLUMNS} FROM cases WHERE id IN (SELECT value FROM json_each(?)) LIMIT ?`)
    .bind(JSON.stringify(ids), MOST_AT_ONCE)
    .all<CaseRow>()
  const opened = await Promise.all(results.map((row) => openCase(reading, row)))
  return new Map(opened.map((found) => [found.id, found]))
}

async function doOne(reading: Reading, who: string, found: Case, work: Work, deed: Deed, now: number): Promise<Missed['why'] | 'done'> {
  if (work.version !== found.version) return 'stale'
  if (isSo(found, deed)) return 'same'
  const done = await staffWorks(reading, who, found, work, now)
  return done.ok ? 'done' : done.code === 'stale' ? 'stale' : 'forbidden'
}

/**
 * Does the same to every selected case, each by compare-and-set, as events of one group. What somebody else changed meanwhile stays
 * as it is and is told. The same group again changes nothing more and tells the same.
 */
export async function actOnMany(
  reading: Reading,
  who: string,
  { picked, deed, groupId }: { picked: readonly Picked[]; deed: Deed; groupId: string },
  now: number,
): Promise<Missed[]> {
  const cases = await casesById(
    reading,
    picked.map(({ id }) => id),
  )
  const missed: Missed[] = []
  // One after the other: the audit chain takes one entry at a time anyway.
  for (const { id, version } of picked) {
    const found = cases.get(id)
    if (!found) continue
    const why = await doOne(reading, who, found, { ...deed, version, groupId }, deed, now)
    if (why !== 'done') missed.push({ id, why })
  }
  const changed = new Set((await eventsOfGroup(reading.db, groupId)).map(({ caseId }) => caseId))
  return missed.filter(({ id }) => !changed.has(id))
}
