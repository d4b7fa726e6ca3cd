import { commit } from '@stem/jobs/commit'
import { onlyTurnRow } from '@stem/jobs/turns'
import type { Desk } from '../readers/reader.ts'

const LOOK = { name: 'reader looked at', window: 60 * 60_000 }

/** Writes down who looked at everything that is kept of a reader; looking again within the hour is the same look. */
export async function noteLook({ db, tokenKey }: Pick<Desk, 'db' | 'tokenKey'>, { who, reader }: { who: string; reader: string }, now: number): Promise<void> {
  const turn = await onlyTurnRow({ db, key: tokenKey }, LOOK, `${who} ${reader}`, now)
  await commit(db, [turn], { actor: who, action: 'reader.looked-at', object: reader }, now)
}
