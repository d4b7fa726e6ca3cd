import { seal } from '../sealing/seal.ts'
import { placeOf, type Message } from './case.ts'
import type { Reading } from './read-case.ts'

/** A message that is about to be kept. */
export type NewMessage = Pick<Message, 'id' | 'at' | 'side' | 'author' | 'body'> & { caseId: string } & Partial<
    Pick<Message, 'via' | 'repeats'> & { receiptId: string | null }
  >

/** Statement that keeps a message, sealed; put it into the batch of the change. */
export async function keepMessage({ db, keys }: Reading, message: NewMessage): Promise<D1PreparedStatement> {
  const { id, caseId, at, side, author, body, via = 'page', receiptId = null, repeats = null } = message
  return db
    .prepare('INSERT INTO messages (id, case_id, at, side, author, body, via, receipt_id, repeats) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)')
    .bind(id, caseId, at, side, author, await seal(keys, placeOf(caseId), body), via, receiptId, repeats)
}
