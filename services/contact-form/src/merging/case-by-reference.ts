import type { Case } from '../cases/case.ts'
import { caseById, type Reading } from '../cases/read-case.ts'
import { readReference } from '../cases/reference.ts'

/** The case with a reference as somebody typed it, or null. Rights are the caller's business: a reference opens nothing. */
export async function caseByReference(reading: Reading, typed: string): Promise<Case | null> {
  const reference = readReference(typed)
  const row = reference === null ? null : await reading.db.prepare('SELECT id FROM cases WHERE reference = ?').bind(reference).first<{ id: string }>()
  return row && caseById(reading, row.id)
}
