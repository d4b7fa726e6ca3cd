import { countryTag, entityTag, listTag } from '@stem/contracts/purge'
import { fail, ok, type Result } from '@stem/web/result'
import { newId } from '@stem/jobs/ids'
import { outboxRow } from '@stem/jobs/outbox'
import { searchRow } from '../search/keep-index.ts'
import { removeFromPublic } from './project-item.ts'

/**
 * Takes an item out of public for good: its address answers 410, every face forgets it. `version` is the one the editor
 * saw; when somebody changed the item meanwhile nothing happens.
 */
export async function withdrawItem(
  { db }: { db: D1Database },
  id: string,
  version: number,
  who: string,
  now: number,
): Promise<Result<null, 'not_found' | 'changed_meanwhile'>> {
  const item = await db.prepare('SELECT type, country FROM items WHERE id = ?').bind(id).first<{ type: string; country: string | null }>()
  if (!item) return fail('not_found')
  const tags = [entityTag(id), listTag(item.type), ...(item.country === null ? [] : [countryTag(item.country)])]
  try {
    await db.batch([
      db.prepare("UPDATE items SET state = 'withdrawn', version = version + 1, updated_at = ? WHERE id = ? AND version = ?").bind(now, id, version),
      db
        .prepare("INSERT INTO revisions (item_id, version, at, who, snapshot) SELECT ?, CASE WHEN changes() = 1 THEN ? END, ?, ?, '{}'")
        .bind(id, version + 1, now, who),
      ...removeFromPublic(db, id),
      searchRow(db, id, now),
      outboxRow(db, { id: newId('out', now), kind: 'purge', payload: { tags, withdrawn: true } }, now),
    ])
  } catch {
    return fail('changed_meanwhile')
  }
  return ok(null)
}
