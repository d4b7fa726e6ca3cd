import { insist } from '@stem/jobs/lost'
import type { Outcome, Reason } from './import.ts'

/** Rows that one page shows. */
export const ROWS_SHOWN = 50

/** A row of an import. `address`: null once it is settled, and of rows that nothing is kept of. */
export type FoundRow = { number: number; outcome: Outcome; reason: Reason | null; address: string | null }

// Of a refused row the address alone is kept, as a text; of a waiting one all that was read, as an object.
const COLUMNS = "number, outcome, reason, CASE json_type(record) WHEN 'text' THEN record ->> '$' WHEN 'object' THEN record ->> 'address' END AS address"

/** Rows with an outcome, from the `page`th fifty on; page 1 is the first. */
export async function rowsWith(db: D1Database, importId: string, outcome: Outcome, page: number): Promise<FoundRow[]> {
  const { results } = await db
    .prepare(`SELECT ${COLUMNS} FROM import_rows WHERE import_id = ? AND outcome = ? ORDER BY number LIMIT ${ROWS_SHOWN} OFFSET ?`)
    .bind(importId, outcome, (page - 1) * ROWS_SHOWN)
    .all<FoundRow>()
  return results
}

const AT_ONCE = 2000

/** All rows that are not added, page by page, by number. */
export async function* rowsLeftOut(db: D1Database, importId: string): AsyncGenerator<FoundRow[]> {
  for (let last = 0; ;) {
    const { results } = await insist(() =>
      db
        .prepare(`SELECT ${COLUMNS} FROM import_rows WHERE import_id = ? AND number > ? AND outcome NOT IN ('ready', 'added') ORDER BY number LIMIT ${AT_ONCE}`)
        .bind(importId, last)
        .all<FoundRow>(),
    )
    yield results
    if (results.length < AT_ONCE) return
    last = results.at(-1)?.number ?? 0
  }
}
