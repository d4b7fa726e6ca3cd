import { fail, ok, type Result } from '@stem/web/result'
import type { Case } from '../cases/case.ts'
import { changeCase } from '../cases/change-case.ts'
import type { CaseEvent } from '../cases/event.ts'
import type { Reading } from '../cases/read-case.ts'
import { undoneRow } from '../cases/undone-row.ts'

/** A member of staff decides that a case does not belong to the one it was thought to belong to. `version`: what they saw. */
export async function keepApart({ db }: Reading, who: string, found: Case, version: number, now: number): Promise<Result<unknown, 'stale'>> {
  const target = found.possiblyOf
  if (target === null || version !== found.version) return fail('stale')
  return changeCase(db, found, { kind: 'unlinked', actor: who, about: target, set: { possiblyOf: null }, before: { target, linkKind: 'case' } }, now)
}

/** Whether an event is that a case was kept apart from another one. */
export const isKeepingApart = ({ kind, before }: Pick<CaseEvent, 'kind' | 'before'>): boolean => kind === 'unlinked' && before.linkKind === 'case'

/** Takes back that a case was kept apart: it may belong to the other one again. `cannot`: something came later, or it was undone already. */
export async function undoApart({ db }: Reading, who: string, found: Case, event: CaseEvent, now: number): Promise<Result<null, 'stale' | 'cannot'>> {
  if (!isKeepingApart(event) || event.version !== found.version || event.undoneAt !== null) return fail('cannot')
  const rest = [undoneRow(db, event.id, now)]
  const done = await changeCase(db, found, { kind: 'undone', actor: who, about: event.id, set: { possiblyOf: event.about }, rest }, now)
  return done.ok ? ok(null) : done
}
