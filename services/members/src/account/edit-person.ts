import { commit } from '@stem/jobs/commit'
import { fail, ok, type Result } from '@stem/web/result'
import type { Visibility } from '../persons/visibility.ts'

/** What a person can change about themselves. */
export type PersonEdit = { name: string; jobTitle: string | null; phone: string | null; locale: string; visibility: Visibility; version: number }

/** Keeps the edit when nobody changed the record since `version`; else `stale`, and nothing is lost because nothing is written. */
export async function editPerson({ db }: { db: D1Database }, personId: string, edit: PersonEdit, now: number): Promise<Result<null, 'stale'>> {
  const { name, jobTitle, phone, locale, visibility, version } = edit
  const outcome = await commit(
    db,
    [
      db
        .prepare(
          `UPDATE persons SET name = ?3, job_title = ?4, phone = ?5, locale = ?6, visibility = ?7, version = version + 1, updated_at = ?8
           WHERE id = ?1 AND version = ?2 AND state = 'active'`,
        )
        .bind(personId, version, name, jobTitle, phone, locale, JSON.stringify(visibility), now),
    ],
    { actor: personId, action: 'person.edited', object: personId },
    now,
  )
  return outcome === 'done' ? ok(null) : fail('stale')
}
