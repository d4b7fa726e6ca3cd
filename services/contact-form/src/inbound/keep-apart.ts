import { fail, type Result } from '@stem/web/result'
import type { Case } from '../cases/case.ts'
import { changeCase } from '../cases/change-case.ts'
import type { Reading } from '../cases/read-case.ts'

/** A member of staff decides that a case does not belong to the one it was thought to belong to. `version`: what they saw. */
export async function keepApart({ db }: Reading, who: string, found: Case, version: number, now: number): Promise<Result<unknown, 'stale'>> {
  const target = found.possiblyOf
  if (target === null || version !== found.version) return fail('stale')
  return changeCase(db, found, { kind: 'unlinked', actor: who, about: target, set: { possiblyOf: null }, before: { target, linkKind: 'case' } }, now)
}
