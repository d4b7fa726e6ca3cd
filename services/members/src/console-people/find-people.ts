import { fold } from '@stem/i18n/fold'

/** A person with an account as the secretariat sees them. */
export type PersonRow = { id: string; name: string | null; address: string; state: string; createdAt: number; passkeys: number; seen: number | null }

/** Columns of a person, of the table under the name `p`. */
export const PERSON_COLUMNS = `p.id, p.name, p.address, p.state, p.created_at AS createdAt, (SELECT count(*) FROM passkeys k WHERE k.person_id = p.id) AS passkeys,
  (SELECT max(last_seen_at) FROM sessions s WHERE s.person_id = p.id) AS seen`

/** People whose name or address holds `q`, by name. For those who may see people everywhere. */
export async function findPeople({ db }: { db: D1Database }, q: string): Promise<PersonRow[]> {
  const { results } = await db
    .prepare(`SELECT ${PERSON_COLUMNS} FROM persons p WHERE p.state <> 'erased' ORDER BY p.name, p.address LIMIT 5000`)
    .all<PersonRow>()
  return results.filter(({ name, address }) => fold(`${name ?? ''} ${address}`).includes(fold(q)))
}
