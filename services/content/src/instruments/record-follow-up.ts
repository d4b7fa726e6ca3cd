import { commit } from '@stem/jobs/commit'
import { fail, ok, type Result } from '@stem/web/result'
import type { Item } from '../publish/save-item.ts'
import { dayOf, FOLLOWING, type FollowUpState, type Recommendation } from './recommendation.ts'
import { tell } from './tell-readers.ts'

/** What a country did. `version`: the last step of it that was seen, 0 for none. */
export type Step = { country: string; version: number; state: FollowUpState; on: string; source: string | null; note: string | null }

/** Why a step is refused. */
export type StepRefusal = 'stale' | 'forbidden' | 'too_early' | 'too_late' | 'no_source'

/**
 * Adds a step of a country. Days follow each other and are none to come; what a country did has a source, that it was asked needs none.
 * Readers of a published instrument see it at once. When somebody added one since `version`, nothing is written.
 */
export async function recordFollowUp(
  { db }: { db: D1Database },
  who: string,
  { item, recommendation }: { item: Item; recommendation: Pick<Recommendation, 'id'> },
  { country, version, state, on, source, note }: Step,
  now: number,
): Promise<Result<null, StepRefusal>> {
  const last = await db
    .prepare('SELECT version, state, happened_on AS "on" FROM follow_ups WHERE recommendation_id = ? AND country = ? ORDER BY version DESC LIMIT 1')
    .bind(recommendation.id, country)
    .first<{ version: number; state: FollowUpState; on: string }>()
  if ((last?.version ?? 0) !== version) return fail('stale')
  if (last && !FOLLOWING[last.state].includes(state)) return fail('forbidden')
  if (last && on < last.on) return fail('too_early')
  if (on > dayOf(now)) return fail('too_late')
  if (source === null && state !== 'open') return fail('no_source')
  const guard = db
    .prepare(
      `INSERT INTO follow_ups (recommendation_id, country, version, state, happened_on, source_url, note, who, at)
       SELECT ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9 FROM recommendations r WHERE r.id = ?1 AND r.removed_at IS NULL
         AND NOT EXISTS (SELECT 1 FROM follow_ups f WHERE f.recommendation_id = ?1 AND f.country = ?2 AND f.version >= ?3)`,
    )
    .bind(recommendation.id, country, version + 1, state, on, source, note, who, now)
  const entry = { actor: who, action: 'follow-up.recorded', object: item.id, detail: { recommendation: recommendation.id, country, state } }
  return (await commit(db, [guard, ...tell(db, item, now)], entry, now)) === 'done' ? ok(null) : fail('stale')
}
