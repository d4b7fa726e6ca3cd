import type { Stage } from '@stem/contracts/content'
import { commit } from '@stem/jobs/commit'
import { fail, ok, type Result } from '@stem/web/result'
import type { Instrument } from './instrument.ts'
import { NEXT } from './instrument.ts'
import { tell } from './tell-readers.ts'

/**
 * Moves an instrument from the stage that was seen to another. Readers of a published one see it at once: a stage is a fact, not a
 * text. Following up needs something to follow up.
 */
export async function moveStage(
  { db }: { db: D1Database },
  who: string,
  { item }: Instrument,
  { from, to }: { from: Stage; to: Stage },
  now: number,
): Promise<Result<null, 'stale' | 'forbidden' | 'no_recommendation'>> {
  if (!NEXT[from].includes(to)) return fail('forbidden')
  if (to === 'follow-up') {
    const one = await db.prepare('SELECT 1 AS yes FROM recommendations WHERE item_id = ? AND removed_at IS NULL').bind(item.id).first()
    if (one === null) return fail('no_recommendation')
  }
  const guard = db.prepare('UPDATE instruments SET stage = ? WHERE item_id = ? AND stage = ?').bind(to, item.id, from)
  const entry = { actor: who, action: 'instrument.moved', object: item.id, detail: { from, to } }
  return (await commit(db, [guard, ...tell(db, item, now)], entry, now)) === 'done' ? ok(null) : fail('stale')
}
