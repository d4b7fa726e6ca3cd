import type { Case } from '../cases/case.ts'
import { CASE_COLUMNS, openCase, type CaseRow, type Reading } from '../cases/read-case.ts'

const MOST = 20

/** Cases that were merged into a case, straight or by way of another, the oldest first. */
export async function joinedCases(reading: Reading, id: string): Promise<Case[]> {
  const { results } = await reading.db
    .prepare(
      `WITH RECURSIVE joined (id) AS (SELECT id FROM cases WHERE merged_into = ?1 UNION SELECT c.id FROM cases c JOIN joined j ON c.merged_into = j.id)
       SELECT ${CASE_COLUMNS} FROM cases WHERE id IN (SELECT id FROM joined) AND id <> ?1 ORDER BY created_at, id LIMIT ${MOST}`,
    )
    .bind(id)
    .all<CaseRow>()
  return Promise.all(results.map((row) => openCase(reading, row)))
}
