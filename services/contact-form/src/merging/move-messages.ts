import { placeOf } from '../cases/case.ts'
import type { Reading } from '../cases/read-case.ts'
import { seal, unseal } from '../sealing/seal.ts'

/** A message as it lies sealed. */
export type SealedMessage = { id: string; at: number; body: string }

/** What the requester said in a case, still sealed, oldest first. */
export async function saidIn(db: D1Database, caseId: string): Promise<SealedMessage[]> {
  const { results } = await db
    .prepare("SELECT id, at, body FROM messages WHERE case_id = ? AND side = 'requester' ORDER BY at, rowid LIMIT 500")
    .bind(caseId)
    .all<SealedMessage>()
  return results
}

/** Statements that move messages with their files from one case to another, sealed anew at their new place; and what they say, for the index. */
export async function moveMessages({ db, keys }: Reading, messages: readonly SealedMessage[], from: string, to: string) {
  const opened = await Promise.all(messages.map(async ({ id, body }) => ({ id, body: await unseal(keys, placeOf(from), body) })))
  const rows = await Promise.all(
    opened.map(async ({ id, body }) =>
      db.prepare('UPDATE messages SET case_id = ?3, body = ?4 WHERE id = ?1 AND case_id = ?2').bind(id, from, to, await seal(keys, placeOf(to), body)),
    ),
  )
  const files = db
    .prepare('UPDATE files SET case_id = ?2 WHERE case_id = ?1 AND message_id IN (SELECT value FROM json_each(?3))')
    .bind(from, to, JSON.stringify(messages.map(({ id }) => id)))
  return { rows: [...rows, files], texts: opened.map(({ body }) => body) }
}
