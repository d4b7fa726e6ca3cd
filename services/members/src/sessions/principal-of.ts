import type { Grant, Principal } from '@stem/contracts/context'
import { fingerprint } from '@stem/jobs/ids'
import { isStaff } from '../rights/rights.ts'
import { STAFF } from '../rights/roles.ts'
import { sameText } from '@stem/jobs/tokens'
import { AWAKE, LIFE, SEEN_EVERY } from './limits.ts'
import { heldIn, SESSION_COOKIE } from './session-cookie.ts'

type Row = {
  person_id: string
  name: string | null
  secret_hash: string
  created_at: number
  last_seen_at: number
  proved_at: number
  asserted_at: number | null
  grants: string
  passkeys: number
}

/** Who holds the session of a `Cookie` header. Null when there is none, it is over, or its person is locked or gone. */
export async function principalOf({ db }: { db: D1Database }, cookies: string, now: number): Promise<Principal | null> {
  const held = heldIn(cookies, SESSION_COOKIE)
  if (held === null) return null
  const row = await db
    .withSession('first-primary')
    .prepare(
      `SELECT s.person_id, p.name, s.secret_hash, s.created_at, s.last_seen_at, s.proved_at, s.asserted_at,
         (SELECT json_group_array(json_object('role', g.role, 'scope', g.scope)) FROM role_grants g WHERE g.person_id = p.id AND g.ended_at IS NULL) AS grants,
         (SELECT count(*) FROM passkeys k WHERE k.person_id = p.id) AS passkeys
       FROM sessions s JOIN persons p ON p.id = s.person_id AND p.epoch = s.epoch AND p.state = 'active'
       WHERE s.id = ? AND s.ended_at IS NULL`,
    )
    .bind(held.id)
    .first<Row>()
  if (!row || !sameText(row.secret_hash, await fingerprint(held.secret))) return null
  const grants = JSON.parse(row.grants) as Grant[]
  const life = isStaff({ roles: grants, asleep: [] }) ? LIFE.staff : LIFE.member
  if (now - row.last_seen_at > life.idle || now - row.created_at > life.absolute) return null
  if (now - row.last_seen_at > SEEN_EVERY) await db.prepare('UPDATE sessions SET last_seen_at = ? WHERE id = ? AND ended_at IS NULL').bind(now, held.id).run()
  const isAwake = ({ role }: Grant) => !STAFF.has(role) || (row.asserted_at !== null && now - row.asserted_at < AWAKE)
  return {
    personId: row.person_id,
    name: row.name,
    sessionId: held.id,
    roles: grants.filter(isAwake),
    asleep: grants.filter((grant) => !isAwake(grant)),
    provedAt: row.proved_at,
    assertedAt: row.asserted_at,
    passkeys: row.passkeys,
  }
}
