import { countryTag, entityTag, listTag } from '@stem/contracts/purge'
import { commit } from '@stem/jobs/commit'
import { newId } from '@stem/jobs/ids'
import { outboxRow } from '@stem/jobs/outbox'
import { fail, ok, type Result } from '@stem/web/result'
import { showVerification } from '../publish/show-verification.ts'

const DAY = 86_400_000

/**
 * Somebody says that a public practice still holds, and until when. Twice on one day with the same next day is once. `unknown`: there is no such practice
 * in public. `reviewBy`: ISO day.
 */
export async function verifyPractice(
  { db }: { db: D1Database },
  who: string,
  { itemId, reviewBy }: { itemId: string; reviewBy: string },
  now: number,
): Promise<Result<null, 'unknown'>> {
  const item = await db
    .prepare("SELECT country FROM published WHERE item_id = ? AND type = 'practice' AND (visible_until IS NULL OR visible_until > ?)")
    .bind(itemId, now)
    .first<{ country: string | null }>()
  if (!item) return fail('unknown')
  const guard = db
    .prepare(
      `UPDATE items SET last_verified_at = ?2, review_by = ?3
       WHERE id = ?1 AND type = 'practice' AND state = 'published' AND NOT (coalesce(last_verified_at, 0) >= ?4 AND review_by IS ?3)`,
    )
    .bind(itemId, now, Date.parse(`${reviewBy}T00:00:00Z`), now - (now % DAY))
  const tags = [entityTag(itemId), listTag('practice'), ...(item.country === null ? [] : [countryTag(item.country)])]
  await commit(
    db,
    [guard, showVerification(db, itemId), outboxRow(db, { id: newId('out', now), kind: 'purge', payload: { tags, withdrawn: false } }, now)],
    { object: itemId, actor: who, action: 'practice.verified', detail: { reviewBy } },
    now,
  )
  return ok(null)
}
