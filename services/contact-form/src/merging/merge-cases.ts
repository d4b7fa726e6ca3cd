import { fail, ok, type Result } from '@stem/web/result'
import { OPEN, type Case } from '../cases/case.ts'
import { changeCase } from '../cases/change-case.ts'
import { asEvent } from '../cases/event.ts'
import type { Reading } from '../cases/read-case.ts'
import { targetOf } from './target-of.ts'

/** Why two cases cannot become one. `same`: it is one case already. `finished`: one of them is not open. */
export type MergeRefusal = 'same' | 'finished'

/** Whether `found` may be merged into `into`. Both are open, so no circle can come of it. */
export async function mayMerge(reading: Reading, found: Case, into: Case): Promise<Result<null, MergeRefusal>> {
  if (found.id === into.id || (await targetOf(reading, into)).id === found.id) return fail('same')
  return OPEN.includes(found.state) && OPEN.includes(into.state) ? ok(null) : fail('finished')
}

/** What somebody saw when they decided: both versions. */
export type Seen = { version: number; intoVersion: number }

/**
 * Merges `found` into `into`: it stands still and points there, nothing of it moves. Texts stay sealed in their own case, so the
 * requester of one never reads the other. `stale`: one of both has changed, and nothing was written.
 */
export async function mergeCases(
  reading: Reading,
  who: string,
  { found, into, seen }: { found: Case; into: Case; seen: Seen },
  now: number,
): Promise<Result<null, MergeRefusal | 'stale'>> {
  if (seen.version !== found.version || seen.intoVersion !== into.version) return fail('stale')
  const may = await mayMerge(reading, found, into)
  if (!may.ok) return may
  const { id, state, assignee, version } = into
  const joined = asEvent({
    caseId: id,
    at: now,
    kind: 'joined',
    actor: who,
    state,
    before: { state, assignee },
    version: version + 1,
    about: found.id,
    groupId: null,
  })
  const set = { state: 'merged', mergedInto: id } as const
  const done = await changeCase(reading.db, found, { kind: 'merged', actor: who, set, about: id, beside: joined }, now)
  return done.ok ? ok(null) : done
}
