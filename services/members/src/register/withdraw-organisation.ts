import { newId } from '@stem/jobs/ids'
import { outboxRow } from '@stem/jobs/outbox'
import { fail, ok, type Result } from '@stem/web/result'
import { tagsOf } from './save-organisation.ts'

/** Takes an organisation out of public for good: its address answers 410. A change made meanwhile wins over it. */
export async function withdrawOrganisation(
  { db }: { db: D1Database },
  id: string,
  version: number,
  who: string,
  now: number,
): Promise<Result<null, 'not_found' | 'changed_meanwhile'>> {
  const kept = await db.prepare('SELECT country FROM organisations WHERE id = ?').bind(id).first<{ country: string | null }>()
  if (!kept) return fail('not_found')
  try {
    await db.batch([
      db
        .prepare("UPDATE organisations SET visibility = 'hidden', withdrawn_at = ?, version = version + 1, updated_at = ? WHERE id = ? AND version = ?")
        .bind(now, now, id, version),
      db
        .prepare("INSERT INTO organisation_revisions (organisation_id, version, at, who, snapshot) SELECT ?, CASE WHEN changes() = 1 THEN ? END, ?, ?, '{}'")
        .bind(id, version + 1, now, who),
      db.prepare('UPDATE memberships SET ended_at = ? WHERE organisation_id = ? AND ended_at IS NULL').bind(now, id),
      db.prepare('DELETE FROM published_organisations WHERE id = ?').bind(id),
      outboxRow(db, { id: newId('out', now), kind: 'purge', payload: { tags: tagsOf({ id, country: kept.country }), withdrawn: true } }, now),
    ])
  } catch {
    return fail('changed_meanwhile')
  }
  return ok(null)
}
