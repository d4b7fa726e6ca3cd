import type { Contact } from '@stem/contracts/members'

type Row = { name: string | null; address: string; job: string | null; locale: string; organisation: string | null; country: string | null }

/** What a person keeps about themselves, with the public organisation they have had a role in the longest. */
export async function contactOf({ db }: { db: D1Database }, personId: string): Promise<Contact | null> {
  const row = await db
    .prepare(
      `SELECT p.name, p.address, p.job_title AS job, p.locale, o.name AS organisation, o.country FROM persons p
       LEFT JOIN role_grants g ON g.person_id = p.id AND g.ended_at IS NULL AND g.scope LIKE 'organisation:%'
       LEFT JOIN published_organisations o ON 'organisation:' || o.id = g.scope
       WHERE p.id = ? AND p.state = 'active' ORDER BY o.id IS NULL, g.started_at, g.id LIMIT 1`,
    )
    .bind(personId)
    .first<Row>()
  if (!row) return null
  const { name, address, job, locale, organisation, country } = row
  return { name, address, job, locale, organisation: organisation === null ? null : { name: organisation, country } }
}
