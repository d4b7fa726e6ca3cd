import type { Principal } from '@stem/contracts/context'

type Deps = { db: D1Database }

/** Everything that is kept about a person here, by what it is; times in ISO 8601. */
export type OwnData = Record<string, Record<string, unknown>[]>

const TIME = /At$/
const readable = (row: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(row).map(([name, value]) => [name, TIME.test(name) && typeof value === 'number' ? new Date(value).toISOString() : value]))

/** Reads everything about `who`. Of others nothing but the organisation or role a row is about. One round trip. */
export async function exportPerson({ db }: Deps, { personId }: Pick<Principal, 'personId'>): Promise<OwnData> {
  const own = '(SELECT address_key FROM persons WHERE id = ?1)'
  const queries: Record<string, string> = {
    person: `SELECT id, address, name, job_title AS jobTitle, phone, locale, visibility, state, created_at AS createdAt, updated_at AS updatedAt FROM persons WHERE id = ?1`,
    roles: `SELECT g.role, g.scope, o.name AS organisation, g.started_at AS startedAt, g.ended_at AS endedAt FROM role_grants g
      LEFT JOIN organisations o ON g.scope = 'organisation:' || o.id WHERE g.person_id = ?1 ORDER BY g.started_at`,
    sessions: `SELECT id, device, created_at AS createdAt, last_seen_at AS lastSeenAt, ended_at AS endedAt FROM sessions WHERE person_id = ?1 ORDER BY created_at`,
    signInRequests: `SELECT id, created_at AS createdAt, used_at AS usedAt FROM sign_in_requests WHERE address_key = ${own} ORDER BY created_at`,
    passkeys: `SELECT name, created_at AS createdAt, last_used_at AS lastUsedAt FROM passkeys WHERE person_id = ?1 ORDER BY created_at`,
    recoveryCodes: `SELECT created_at AS createdAt, used_at AS usedAt FROM recovery_codes WHERE person_id = ?1`,
    invitations: `SELECT role, scope, address, state, created_at AS createdAt, expires_at AS expiresAt FROM invitations WHERE address_key = ${own} OR invited_by = ?1 AND address_key IS NULL`,
    requestsToJoin: `SELECT o.name AS organisation, j.state, j.created_at AS createdAt FROM joinings j JOIN organisations o ON o.id = j.organisation_id WHERE j.person_id = ?1`,
    applications: `SELECT name, country, kind, website, description, evidence, contact_name AS contactName, contact_job AS contactJob, contact_address AS contactAddress, charter,
      state, created_at AS createdAt FROM applications WHERE contact_key = ${own}`,
    savedViews: `SELECT place, name, query, created_at AS createdAt FROM saved_views WHERE person_id = ?1`,
    mails: `SELECT kind, address, state, created_at AS createdAt, settled_at AS settledAt FROM mails WHERE person_id = ?1 ORDER BY created_at`,
    audit: `SELECT seq, at AS doneAt, actor, action, object, detail FROM audit WHERE actor = ?1 OR object = ?1 ORDER BY seq LIMIT 5000`,
  }
  const names = Object.keys(queries)
  const results = await db.batch<Record<string, unknown>>(names.map((name) => db.prepare(queries[name] ?? '').bind(personId)))
  return Object.fromEntries(names.map((name, index) => [name, (results[index]?.results ?? []).map(readable)]))
}
