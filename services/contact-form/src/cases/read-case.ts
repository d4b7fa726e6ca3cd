import { deriveToken, sameText } from '@stem/jobs/tokens'
import { open as openDatabase } from '../db/open.ts'
import type { Env } from '../env.ts'
import { keysOf, type Keys } from '../sealing/keys.ts'
import { unseal } from '../sealing/seal.ts'
import { placeOf, type Case, type Message, type Note, type Requester } from './case.ts'

/** What reading needs: the keys open what was sealed. */
export type Reading = { db: D1Database; keys: Keys }

/** What reading needs, from the Worker's bindings. */
export const readingOf = (env: Env): Reading => ({ db: openDatabase(env), keys: keysOf(env) })

/** A row as it stands, with what is sealed still sealed. */
export type CaseRow = Omit<Case, 'requester'> & { requester: string | null }

/** Columns of a case under the names of `Case`. */
export const CASE_COLUMNS = `id, reference, kind, state, country, requester, person_id AS personId, locale, assignee, link_epoch AS linkEpoch, satisfaction, version,
  source, subject, spam_reason AS spamReason, possibly_of AS possiblyOf, merged_into AS mergedInto, promise, due_at AS dueAt,
  created_at AS createdAt, updated_at AS updatedAt, closed_at AS closedAt`

/** Opens what is sealed in a row. */
export async function openCase({ keys }: Reading, row: CaseRow): Promise<Case> {
  const place = placeOf(row.id)
  return {
    ...row,
    requester: row.requester === null ? null : (JSON.parse(await unseal(keys, place, row.requester)) as Requester),
    subject: row.subject === null ? null : await unseal(keys, place, row.subject),
  }
}

/** A case by id, or null. Rights are the caller's business. */
export async function caseById(reading: Reading, id: string): Promise<Case | null> {
  const row = await reading.db.prepare(`SELECT ${CASE_COLUMNS} FROM cases WHERE id = ?`).bind(id).first<CaseRow>()
  return row && openCase(reading, row)
}

const MOST = 500

/** What was said in public about a case, oldest first; of very much, what was said last. */
export async function messagesOf({ db, keys }: Reading, id: string): Promise<Message[]> {
  const { results } = await db
    .prepare(
      `SELECT id, at, side, author, body, via, repeats FROM (SELECT *, rowid AS row FROM messages WHERE case_id = ? ORDER BY at DESC, rowid DESC LIMIT ${MOST})
       ORDER BY at, row`,
    )
    .bind(id)
    .all<Message>()
  return Promise.all(results.map(async (row) => ({ ...row, body: await unseal(keys, placeOf(id), row.body) })))
}

/** What staff said among themselves, oldest first; of very much, what was said last. For pages of staff alone. */
export async function notesOf({ db, keys }: Reading, id: string): Promise<Note[]> {
  const { results } = await db
    .prepare(`SELECT at, author, body FROM (SELECT *, rowid AS row FROM notes WHERE case_id = ? ORDER BY at DESC, rowid DESC LIMIT ${MOST}) ORDER BY at, row`)
    .bind(id)
    .all<Note>()
  return Promise.all(results.map(async (row) => ({ ...row, body: await unseal(keys, `note of ${placeOf(id)}`, row.body) })))
}

/** How long a link to a case works after the case was closed. */
export const LINK_LIFE = 90 * 24 * 60 * 60_000

/** The secret part of a requester's link; a higher epoch ends the links before it. */
export const caseToken = (keys: Pick<Keys, 'token'>, { id, linkEpoch }: Pick<Case, 'id' | 'linkEpoch'>): Promise<string> =>
  deriveToken(keys.token, 'case', `${id} ${linkEpoch}`)

/** The case that a requester's link opens: one case, not revoked, not closed longer than ninety days. */
export async function caseByLink(reading: Reading, { id, token }: { id: string; token: string }, now: number): Promise<Case | null> {
  const found = await caseById(reading, id)
  if (!found || !sameText(token, await caseToken(reading.keys, found))) return null
  return found.closedAt !== null && now - found.closedAt > LINK_LIFE ? null : found
}
