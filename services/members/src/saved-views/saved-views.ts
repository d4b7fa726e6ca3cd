import type { NewView, SavedView } from '@stem/contracts/members'
import { newId } from '@stem/jobs/ids'

const MOST = 20
const LONGEST_NAME = 60
const LONGEST_QUERY = 600

type Deps = { db: D1Database }

/** A person's own views of a place of the console, oldest first, at most 20. */
export async function savedViewsOf({ db }: Deps, personId: string, place: string): Promise<SavedView[]> {
  const { results } = await db
    .prepare('SELECT id, name, query FROM saved_views WHERE person_id = ? AND place = ? ORDER BY created_at, id LIMIT ?')
    .bind(personId, place, MOST)
    .all<SavedView>()
  return results
}

/** Saves a view; one of the same name in the same place is replaced. `full`: there are 20 already, and nothing was saved. */
export async function saveView({ db }: Deps, personId: string, place: string, { name, query }: NewView, now: number): Promise<'saved' | 'full'> {
  const [short, whole] = [name.slice(0, LONGEST_NAME), query.slice(0, LONGEST_QUERY)]
  const [replaced, added] = await db.batch([
    db.prepare('UPDATE saved_views SET query = ?4 WHERE person_id = ?1 AND place = ?2 AND name = ?3').bind(personId, place, short, whole),
    db
      .prepare(
        `INSERT INTO saved_views (id, person_id, place, name, query, created_at) SELECT ?1, ?2, ?3, ?4, ?5, ?6
         WHERE NOT EXISTS (SELECT 1 FROM saved_views WHERE person_id = ?2 AND place = ?3 AND name = ?4)
           AND (SELECT count(*) FROM saved_views WHERE person_id = ?2 AND place = ?3) < ?7`,
      )
      .bind(newId('viw', now), personId, place, short, whole, now, MOST),
  ])
  return (replaced?.meta.changes ?? 0) + (added?.meta.changes ?? 0) > 0 ? 'saved' : 'full'
}

/** Deletes a person's own view; nobody else's, and twice is once. */
export async function deleteView({ db }: Deps, personId: string, id: string): Promise<void> {
  await db.prepare('DELETE FROM saved_views WHERE id = ? AND person_id = ?').bind(id, personId).run()
}
