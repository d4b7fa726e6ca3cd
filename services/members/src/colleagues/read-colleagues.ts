/** A person with a role in an organisation. The address is there for managers and where the person lets colleagues see it. */
export type Colleague = { grantId: string; name: string | null; address: string | null; role: string; since: number; own: boolean }
/** An invitation nobody answered yet. */
export type Pending = { id: string; address: string; role: string; expiresAt: number }
/** A person who asks to come in. */
export type Joining = { id: string; name: string | null; address: string }

/** People of an organisation, open invitations, and who asks to come in. `managing`: sees every name and address. */
export async function readColleagues(
  { db }: { db: D1Database },
  { organisationId, personId, managing }: { organisationId: string; personId: string; managing: boolean },
  now: number,
): Promise<{ colleagues: Colleague[]; pending: Pending[]; joinings: Joining[] }> {
  const scope = `organisation:${organisationId}`
  const seen = (field: string) => `(?2 OR p.id = ?3 OR json_extract(p.visibility, '$.${field}') <> 'nobody')`
  const [people, invitations, joinings] = await db.batch([
    db
      .prepare(
        `SELECT g.id AS grantId, CASE WHEN ${seen('name')} THEN p.name END AS name, CASE WHEN ${seen('address')} THEN p.address END AS address, g.role,
           g.started_at AS since, p.id = ?3 AS own
         FROM role_grants g JOIN persons p ON p.id = g.person_id AND p.state = 'active' WHERE g.scope = ?1 AND g.ended_at IS NULL ORDER BY p.name, g.id LIMIT 200`,
      )
      .bind(scope, managing ? 1 : 0, personId),
    db
      .prepare(
        "SELECT id, address, role, expires_at AS expiresAt FROM invitations WHERE scope = ? AND state = 'sent' AND expires_at > ? ORDER BY created_at DESC LIMIT 100",
      )
      .bind(scope, now),
    db
      .prepare(
        `SELECT j.id, p.name, p.address FROM joinings j JOIN persons p ON p.id = j.person_id AND p.state = 'active'
         WHERE j.organisation_id = ? AND j.state = 'open' ORDER BY j.created_at LIMIT 100`,
      )
      .bind(organisationId),
  ])
  return {
    colleagues: ((people?.results ?? []) as (Omit<Colleague, 'own'> & { own: number })[]).map((row) => ({ ...row, own: row.own === 1 })),
    pending: managing ? ((invitations?.results ?? []) as Pending[]) : [],
    joinings: managing ? ((joinings?.results ?? []) as Joining[]) : [],
  }
}
