import { commit } from '@stem/jobs/commit'
import { fail, ok, type Result } from '@stem/web/result'
import { NEEDED, type Columns, type Import } from './import.ts'

/** Somebody said which column is which. `columns`: one is missing that is needed, or one is chosen twice. */
export async function chooseColumns(
  { db }: { db: D1Database },
  { id, header }: Import,
  columns: Columns,
  who: string,
  now: number,
): Promise<Result<null, 'columns' | 'stale'>> {
  const chosen = Object.values(columns)
  const isSound = NEEDED.every((field) => columns[field] !== undefined) && new Set(chosen).size === chosen.length && chosen.every((at) => at < header.length)
  if (!isSound) return fail('columns')
  const guard = db
    .prepare("UPDATE imports SET columns = ?2, updated_at = ?3 WHERE id = ?1 AND state = 'uploaded' AND columns IS NULL")
    .bind(id, JSON.stringify(columns), now)
  return (await commit(db, [guard], { actor: who, action: 'import.columns', object: id }, now)) === 'done' ? ok(null) : fail('stale')
}
