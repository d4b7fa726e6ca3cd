import { commit } from '@stem/jobs/commit'
import { onlyTurnRow } from '@stem/jobs/turns'
import { fail, ok, type Result } from '@stem/web/result'
import type { Desk } from '../readers/reader.ts'

const WINDOW = 10_000

/** Writes into the audit log that addresses leave, before they do. `too_soon`: this person took an export within the last ten seconds. */
export async function noteExport(
  { db, tokenKey }: Pick<Desk, 'db' | 'tokenKey'>,
  { who, action, object, detail }: { who: string; action: 'readers.exported' | 'import.exported'; object: string; detail: Record<string, string | number> },
  now: number,
): Promise<Result<null, 'too_soon'>> {
  const turn = await onlyTurnRow({ db, key: tokenKey }, { name: 'newsletter export', window: WINDOW }, who, now)
  return (await commit(db, [turn], { actor: who, action, object, detail }, now)) === 'done' ? ok(null) : fail('too_soon')
}
