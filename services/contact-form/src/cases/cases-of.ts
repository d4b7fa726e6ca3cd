import type { Case } from './case.ts'
import { CASE_COLUMNS, openCase, type CaseRow, type Reading } from './read-case.ts'
import { requesterKeyOf } from './receive.ts'

/** A person as their requests know them: by id when they were signed in, else by the address that their account proves. */
export type Asker = { personId: string; address: string | null }

/**
 * Everything a person asked for, the newest first: signed in, or without that under the address that is theirs. Requests that somebody
 * else sent while signed in are never among them, whatever address stands in them. Reading claims nothing.
 */
export async function casesOf(reading: Reading, { personId, address }: Asker): Promise<Case[]> {
  const { results } = await reading.db
    .prepare(`SELECT ${CASE_COLUMNS} FROM cases WHERE person_id = ?1 OR (requester_key = ?2 AND person_id IS NULL) ORDER BY created_at DESC, id DESC LIMIT 200`)
    .bind(personId, address === null ? null : await requesterKeyOf(reading.keys, address))
    .all<CaseRow>()
  return Promise.all(results.map((row) => openCase(reading, row)))
}
