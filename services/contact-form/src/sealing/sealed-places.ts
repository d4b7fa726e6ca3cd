import { placeOf } from '../cases/case.ts'
import { namePlace } from '../files/kept-file.ts'
import { secretsPlace } from '../webhooks/secrets.ts'

/** A column that holds sealed texts. `of`: the column whose value makes the place by `place`; part of every seal. */
export type SealedColumn = { table: string; column: string; of: 'id' | 'case_id'; place: (of: string) => string }

/** Every column that holds sealed texts. What is missing here stays under its old key for good. */
export const SEALED_COLUMNS: readonly SealedColumn[] = [
  { table: 'cases', column: 'requester', of: 'id', place: placeOf },
  { table: 'cases', column: 'subject', of: 'id', place: placeOf },
  { table: 'messages', column: 'body', of: 'case_id', place: placeOf },
  { table: 'notes', column: 'body', of: 'case_id', place: (id) => `note of ${placeOf(id)}` },
  { table: 'participants', column: 'who', of: 'case_id', place: (id) => `participant of ${placeOf(id)}` },
  { table: 'files', column: 'name', of: 'id', place: namePlace },
  { table: 'drafts', column: 'fields', of: 'id', place: (id) => `draft ${id}` },
  { table: 'webhooks', column: 'secret', of: 'id', place: secretsPlace },
]
