import { deriveToken, sameText } from '@stem/jobs/tokens'
import { unseal } from '../sealing/seal.ts'
import { placeOf, type Case, type Message, type Note, type Requester } from './case.ts'

/** What reading needs: the secret opens what was sealed. */
export type Reading = { db: D1Database; secret: string }

type Row = Omit<Case, 'requester'> & { requester: string | null }
const COLUMNS = `id, reference, kind, state, country, requester, person_id AS personId, locale, assignee, link_epoch AS linkEpoch, satisfaction, version,
  created_at AS createdAt, updated_at AS updatedAt, closed_at AS closedAt`

async function open({ secret }: Reading, row: Row): Promise<Case> {
  return { ...row, requester: row.requester === null ? null : (JSON.parse(await unseal(secret, placeOf(row.id), row.requester)) as Requester) }
}

/** A case by id, or null. Rights are the caller's business. */
export async function caseById(reading: Reading, id: string): Promise<Case | null> {
  const row = await reading.db.prepare(`SELECT ${COLUMNS} FROM cases WHERE id = ?`).bind(id).first<Row>()
  return row && open(reading, row)
}

/** Cases with one of `states`, of `assignee` when it is given (`none`: of nobody), the last changed first. */
export async function casesIn(reading: Reading, { states, assignee = '' }: { states: readonly string[]; assignee?: string }, most = 500): Promise<Case[]> {
  const { results } = await reading.db
    .prepare(
      `SELECT ${COLUMNS} FROM cases WHERE state IN (SELECT value FROM json_each(?1)) AND (?2 = '' OR (?2 = 'none' AND assignee IS NULL) OR assignee = ?2)
       ORDER BY updated_at DESC LIMIT ?3`,
    )
    .bind(JSON.stringify(states), assignee, most)
    .all<Row>()
  return Promise.all(results.map((row) => open(reading, row)))
}

/** Cases that a person opened while signed in, the newest first. */
export async function casesOf(reading: Reading, personId: string): Promise<Case[]> {
  const { results } = await reading.db.prepare(`SELECT ${COLUMNS} FROM cases WHERE person_id = ? ORDER BY created_at DESC LIMIT 200`).bind(personId).all<Row>()
  return Promise.all(results.map((row) => open(reading, row)))
}

/** What was said in public about a case, oldest first. */
export async function messagesOf({ db, secret }: Reading, id: string): Promise<Message[]> {
  const { results } = await db.prepare('SELECT at, side, author, body FROM messages WHERE case_id = ? ORDER BY at, rowid LIMIT 500').bind(id).all<Message>()
  return Promise.all(results.map(async (row) => ({ ...row, body: await unseal(secret, placeOf(id), row.body) })))
}

/** What staff said among themselves. For pages of staff alone. */
export async function notesOf({ db, secret }: Reading, id: string): Promise<Note[]> {
  const { results } = await db.prepare('SELECT at, author, body FROM notes WHERE case_id = ? ORDER BY at, rowid LIMIT 500').bind(id).all<Note>()
  return Promise.all(results.map(async (row) => ({ ...row, body: await unseal(secret, `note of ${placeOf(id)}`, row.body) })))
}

/** How long a link to a case works after the case was closed. */
export const LINK_LIFE = 90 * 24 * 60 * 60_000

/** The secret part of a requester's link; a higher epoch ends the links before it. */
export const caseToken = (secret: string, { id, linkEpoch }: Pick<Case, 'id' | 'linkEpoch'>): Promise<string> =>
  deriveToken(secret, 'case', `${id} ${linkEpoch}`)

/** The case that a requester's link opens: one case, not revoked, not closed longer than ninety days. */
export async function caseByLink(reading: Reading, { id, token }: { id: string; token: string }, now: number): Promise<Case | null> {
  const found = await caseById(reading, id)
  if (!found || !sameText(token, await caseToken(reading.secret, found))) return null
  return found.closedAt !== null && now - found.closedAt > LINK_LIFE ? null : found
}
