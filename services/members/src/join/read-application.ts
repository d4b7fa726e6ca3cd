import type { Principal } from '@stem/contracts/context'
import { scopesFor, within } from '../rights/rights.ts'

/** An application as it is kept. */
export type ApplicationRow = {
  id: string
  name: string
  country: string
  kind: string
  website: string
  description: string
  evidence: string
  contactName: string | null
  contactJob: string | null
  contactAddress: string | null
  contactKey: string | null
  locale: string
  state: 'unverified' | 'submitted' | 'asked' | 'accepted' | 'refused' | 'withdrawn'
  organisationId: string | null
  version: number
  createdAt: number
  updatedAt: number
}
/** Something said about an application; `who`: the name of a person, null for the applicant. */
export type Note = { at: number; who: string | null; kind: string; body: string }

const COLUMNS = `id, name, country, kind, website, description, evidence, contact_name AS contactName, contact_job AS contactJob, contact_address AS contactAddress,
  contact_key AS contactKey, locale, state, organisation_id AS organisationId, version, created_at AS createdAt, updated_at AS updatedAt`

const notesOf = async (db: D1Database, id: string): Promise<Note[]> => {
  const { results } = await db
    .prepare(
      `SELECT n.at, p.name AS who, n.kind, n.body FROM application_notes n LEFT JOIN persons p ON p.id = n.who WHERE n.application_id = ? ORDER BY n.at, n.rowid LIMIT 200`,
    )
    .bind(id)
    .all<Note>()
  return results
}

/** An application for its applicant, whose link was checked. */
export async function applicationById({ db }: { db: D1Database }, id: string): Promise<{ application: ApplicationRow; notes: Note[] } | null> {
  const application = await db.prepare(`SELECT ${COLUMNS} FROM applications WHERE id = ?`).bind(id).first<ApplicationRow>()
  return application && { application, notes: await notesOf(db, id) }
}

const SEEN = `state <> 'unverified' AND ${within(1, { organisation: "''", country: 'country' })}`

/** An application for a reviewer; null when it lies outside what `who` may see. */
export async function applicationFor({ db }: { db: D1Database }, who: Principal, id: string): Promise<{ application: ApplicationRow; notes: Note[] } | null> {
  const application = await db
    .prepare(`SELECT ${COLUMNS} FROM applications WHERE ${SEEN} AND id = ?2`)
    .bind(JSON.stringify(scopesFor(who, 'application.read')), id)
    .first<ApplicationRow>()
  return application && { application, notes: await notesOf(db, id) }
}

/** Applications that a reviewer may see: open ones first, then the last decided. */
export async function applicationsFor({ db }: { db: D1Database }, who: Principal): Promise<ApplicationRow[]> {
  const { results } = await db
    .prepare(`SELECT ${COLUMNS} FROM applications WHERE ${SEEN} ORDER BY state NOT IN ('submitted', 'asked'), updated_at DESC LIMIT 200`)
    .bind(JSON.stringify(scopesFor(who, 'application.read')))
    .all<ApplicationRow>()
  return results
}
