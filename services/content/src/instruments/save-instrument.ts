import { commit } from '@stem/jobs/commit'
import { fail, ok, type Result } from '@stem/web/result'
import { keepItem } from '../publish/save-item.ts'
import { withContent, type Content, type Instrument } from './instrument.ts'
import { agreesTo } from './may-show.ts'
import { hide } from './publish-instrument.ts'

type Shown = { visibility: 'public' | 'members'; country: string | null; organisation: string | null }

/** Whether what readers see now is more than the requester agreed to from now on. */
async function isTooMuch(db: D1Database, itemId: string, agreed: Content['agreed']): Promise<boolean> {
  const shown = await db
    .prepare("SELECT visibility, country, doc ->> '$.organisation' AS organisation FROM published WHERE item_id = ?")
    .bind(itemId)
    .first<Shown>()
  return shown !== null && !agreesTo(agreed, { visibility: shown.visibility, tells: shown.country !== null || shown.organisation !== null })
}

/**
 * Keeps what staff wrote. Readers see it once somebody else has published it; only when the requester agrees to less than they see
 * already, it is taken out of their sight in the same batch (`hidden`). When somebody saved since `version`, nothing is written.
 */
export async function saveInstrument(
  { db }: { db: D1Database },
  who: string,
  found: Instrument,
  { content, version }: { content: Content; version: number },
  now: number,
): Promise<Result<{ hidden: boolean }, 'stale'>> {
  const { item } = found
  if (item.version !== version) return fail('stale')
  const hidden = item.state === 'published' && (await isTooMuch(db, item.id, content.agreed))
  const next = withContent(item, content)
  const guard = db
    .prepare(
      `UPDATE instruments SET edits = edits + 1, edited_by = ?2, agreed = ?3, country = ?4
       WHERE item_id = ?1 AND EXISTS (SELECT 1 FROM items WHERE id = ?1 AND version = ?5)`,
    )
    .bind(item.id, who, content.agreed, content.country, version)
  const kept = hidden ? hide(db, next, who, now) : keepItem(db, next, who, now)
  const entry = { actor: who, action: 'instrument.saved', object: item.id, detail: { version: next.version, hidden } }
  return (await commit(db, [guard, ...kept], entry, now)) === 'done' ? ok({ hidden }) : fail('stale')
}
