import { commit } from '@stem/jobs/commit'
import { fail, ok, type Result } from '@stem/web/result'
import type { Item } from '../publish/save-item.ts'
import type { Advice, Recommendation } from './recommendation.ts'

type Deps = { db: D1Database }
type Of = Pick<Item, 'id'>

/** Statement that counts a change of an instrument's recommendations; put it into the batch of the change. */
const touch = (db: D1Database, itemId: string, who: string): D1PreparedStatement =>
  db.prepare('UPDATE instruments SET edits = edits + 1, edited_by = ? WHERE item_id = ?').bind(who, itemId)

/** Adds a recommendation at the end. The same form (`key`) sent again adds nothing. */
export async function addRecommendation(
  { db }: Deps,
  who: string,
  { id: itemId }: Of,
  { key, ...advice }: Advice & { key: string },
  now: number,
): Promise<string> {
  const id = `rec_${key}`
  const guard = db
    .prepare(
      `INSERT INTO recommendations (id, item_id, place, texts, addressee, organisation_id, due_on, version, created_at, updated_at)
       VALUES (?1, ?2, (SELECT coalesce(max(place), 0) + 1 FROM recommendations WHERE item_id = ?2), ?3, ?4, ?5, ?6, 1, ?7, ?7)
       ON CONFLICT (id) DO NOTHING`,
    )
    .bind(id, itemId, JSON.stringify(advice.texts), advice.addressee, advice.organisationId, advice.dueOn, now)
  await commit(db, [guard, touch(db, itemId, who)], { actor: who, action: 'recommendation.added', object: itemId, detail: { recommendation: id } }, now)
  return id
}

/** Changes a recommendation. When somebody changed it since `version`, nothing is written. */
export async function editRecommendation(
  { db }: Deps,
  who: string,
  { id, itemId }: Recommendation,
  { version, ...advice }: Advice & { version: number },
  now: number,
): Promise<Result<null, 'stale'>> {
  const guard = db
    .prepare(
      `UPDATE recommendations SET texts = ?3, addressee = ?4, organisation_id = ?5, due_on = ?6, updated_at = ?7, version = version + 1
       WHERE id = ?1 AND version = ?2 AND removed_at IS NULL`,
    )
    .bind(id, version, JSON.stringify(advice.texts), advice.addressee, advice.organisationId, advice.dueOn, now)
  const entry = { actor: who, action: 'recommendation.edited', object: itemId, detail: { recommendation: id } }
  return (await commit(db, [guard, touch(db, itemId, who)], entry, now)) === 'done' ? ok(null) : fail('stale')
}

/** Takes a recommendation off the list; what became of it is kept. */
export async function removeRecommendation(
  { db }: Deps,
  who: string,
  { id, itemId }: Recommendation,
  version: number,
  now: number,
): Promise<Result<null, 'stale'>> {
  const guard = db
    .prepare('UPDATE recommendations SET removed_at = ?3, updated_at = ?3, version = version + 1 WHERE id = ?1 AND version = ?2 AND removed_at IS NULL')
    .bind(id, version, now)
  const entry = { actor: who, action: 'recommendation.removed', object: itemId, detail: { recommendation: id } }
  return (await commit(db, [guard, touch(db, itemId, who)], entry, now)) === 'done' ? ok(null) : fail('stale')
}

/**
 * Changes places with the neighbour above or below. `place`: where it stood when the button was pressed; once it stands elsewhere, or
 * there is no neighbour, nothing happens.
 */
export async function orderRecommendation(
  { db }: Deps,
  who: string,
  list: readonly Recommendation[],
  { id, place, to }: { id: string; place: number; to: 'up' | 'down' },
  now: number,
): Promise<void> {
  const at = list.findIndex((one) => one.id === id)
  const [own, other] = [list[at], list[at + (to === 'up' ? -1 : 1)]]
  if (!own || !other || own.place !== place) return
  const guard = db
    .prepare('UPDATE recommendations SET place = ?3 WHERE id = ?1 AND place = ?2 AND EXISTS (SELECT 1 FROM recommendations WHERE id = ?4 AND place = ?3)')
    .bind(id, place, other.place, other.id)
  const swapped = db.prepare('UPDATE recommendations SET place = ? WHERE id = ?').bind(place, other.id)
  const entry = { actor: who, action: 'recommendation.moved', object: own.itemId, detail: { recommendation: id, to } }
  await commit(db, [guard, swapped, touch(db, own.itemId, who)], entry, now)
}
