import type { Principal } from '@stem/contracts/context'
import { fold } from '@stem/i18n/fold'
import { scopesFor } from '../rights/rights.ts'
import { FIELDS, type Field, type Visibility } from '../persons/visibility.ts'

/** A person of the network, with the fields that the asker may see. */
export type Contact = Record<Exclude<Field, 'name'>, string | null> & { name: string; organisation: string; country: string | null }

type Row = Record<Field, string | null> & { personId: string; visibility: string; organisationId: string; organisation: string; country: string | null }

const MOST = 500

/**
 * People with a role in an organisation, as `who` may see them: each field by the choice of its person, everything for the
 * secretariat and for oneself. Who hides the name is not listed, and no hidden field is searched. Nobody without a role sees anybody.
 */
export async function findContacts({ db }: { db: D1Database }, who: Principal, q: string): Promise<Contact[]> {
  const own = new Set(who.roles.filter(({ scope }) => scope.startsWith('organisation:')).map(({ scope }) => scope.slice('organisation:'.length)))
  const all = scopesFor(who, 'person.read').includes('coalition')
  if (who.roles.length === 0) return []
  const { results } = await db
    .prepare(
      `SELECT p.id AS personId, p.name, p.job_title AS jobTitle, p.address, p.phone, p.visibility, o.id AS organisationId, o.name AS organisation, o.country
       FROM role_grants g JOIN persons p ON p.id = g.person_id AND p.state = 'active' JOIN organisations o ON g.scope = 'organisation:' || o.id
       WHERE g.ended_at IS NULL GROUP BY p.id, o.id ORDER BY p.name LIMIT 5000`,
    )
    .all<Row>()
  const shown = results.flatMap((row): Contact[] => {
    const visibility = JSON.parse(row.visibility) as Visibility
    const maySee = (field: Field) =>
      all || row.personId === who.personId || visibility[field] === 'network' || (visibility[field] === 'organisation' && own.has(row.organisationId))
    const [name, jobTitle, address, phone] = FIELDS.map((field) => (maySee(field) ? row[field] : null))
    return name
      ? [{ name, jobTitle: jobTitle ?? null, address: address ?? null, phone: phone ?? null, organisation: row.organisation, country: row.country }]
      : []
  })
  const wanted = fold(q)
  return shown.filter((contact) => fold(Object.values(contact).join(' ')).includes(wanted)).slice(0, MOST)
}
