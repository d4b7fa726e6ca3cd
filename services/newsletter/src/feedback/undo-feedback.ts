import { commit } from '@stem/jobs/commit'
import { insist } from '@stem/jobs/lost'
import { fail, ok, type Result } from '@stem/web/result'
import { isAsked } from '../suppressions/lift.ts'
import { counts, heardAs, lateSofts, SOFT } from './consequences.ts'
import type { FeedbackKind } from './feedback.ts'

// What else keeps the address out: a complaint before a lasting failure.
const CAUSE = `(SELECT other.kind FROM feedback other WHERE other.address_key = ?2 AND other.id <> ?1 AND other.kind IN ('complaint', 'hard') AND ${counts('other')}
  ORDER BY other.kind LIMIT 1)`

/**
 * Somebody of the secretariat says that what was heard is not so: it counts no more, and the suppression it caused ends unless something
 * else holds it. What a complaint caused is not lifted by one person: undoing it asks for that, and somebody else releases it. A subscription that it
 * ended stays ended; only its reader can subscribe anew. `lifted`: whether the address may get the newsletter again. `stale`: there is no such row, or it was undone before.
 */
export async function undoFeedback(
  { db }: { db: D1Database },
  { id, who }: { id: string; who: string },
  now: number,
): Promise<Result<{ lifted: boolean }, 'stale'>> {
  const row = await db
    .prepare('SELECT address_key AS addressKey, kind FROM feedback WHERE id = ? AND undone_at IS NULL')
    .bind(id)
    .first<{ addressKey: string; kind: FeedbackKind }>()
  if (!row) return fail('stale')
  const { addressKey, kind } = row
  const guard = db.prepare('UPDATE feedback SET undone_at = ?2 WHERE id = ?1 AND undone_at IS NULL').bind(id, now)
  const stillHeld = db
    .prepare(
      `UPDATE suppressions SET reason = ${CAUSE}, expires_at = NULL, lift_asked_by = NULL, lift_asked_at = NULL, lift_reason = NULL
       WHERE address_key = ?2 AND lifted_at IS NULL AND reason = ?3 AND ${CAUSE} IS NOT NULL`,
    )
    .bind(id, addressKey, kind)
  const lift = db
    .prepare(
      `UPDATE suppressions SET lifted_at = ?4, lifted_by = ?5
       WHERE address_key = ?2 AND lifted_at IS NULL AND reason = ?3 AND ${CAUSE} IS NULL AND (?3 <> 'soft' OR ${lateSofts('?2', '?4')} < ${SOFT.most})`,
    )
    .bind(id, addressKey, kind, now, who)
  const unheard = db
    .prepare(
      `UPDATE deliveries SET (heard, heard_at) = (SELECT ${heardAs('best.kind')}, best.at FROM feedback best
           WHERE best.campaign_id = deliveries.campaign_id AND best.address_key = deliveries.address_key AND best.undone_at IS NULL AND best.kind <> 'unsubscribe'
           ORDER BY CASE best.kind WHEN 'complaint' THEN 0 WHEN 'reply' THEN 2 ELSE 1 END LIMIT 1)
       WHERE address_key = ?2 AND campaign_id = (SELECT campaign_id FROM feedback WHERE id = ?1) AND heard IS NOT NULL`,
    )
    .bind(id, addressKey)
  const ask = db
    .prepare(
      `UPDATE suppressions SET lift_asked_by = ?2, lift_asked_at = ?3, lift_reason = 'mistake'
       WHERE address_key = ?1 AND lifted_at IS NULL AND reason = 'complaint' AND NOT ${isAsked('?3')}`,
    )
    .bind(addressKey, who, now)
  const outcome = await commit(
    db,
    [guard, ...(kind === 'complaint' ? [ask] : [stillHeld, lift]), unheard],
    { actor: who, action: 'feedback.undone', object: id, detail: { kind } },
    now,
  )
  if (outcome === 'stale') return fail('stale')
  const held = await insist(() =>
    db
      .prepare('SELECT 1 AS yes FROM suppressions WHERE address_key = ?1 AND lifted_at IS NULL AND (expires_at IS NULL OR expires_at > ?2)')
      .bind(addressKey, now)
      .first(),
  )
  return ok({ lifted: held === null })
}
