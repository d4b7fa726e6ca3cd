import type { Principal } from '@stem/contracts/context'
import { commit } from '@stem/jobs/commit'
import { newId } from '@stem/jobs/ids'
import { fail, ok, type Result } from '@stem/web/result'
import { NOBODY_ELSE } from '../persons/visibility.ts'
import { isRole } from '../rights/roles.ts'
import { grantRows } from '../roles/grant-rows.ts'
import type { OpenInvitation } from './read-invitation.ts'

type Deps = { db: D1Database }
type Row = { role: string; scope: string; invited_by: string }

const openFor = (db: D1Database, id: string, personId: string, now: number): Promise<Row | null> =>
  db
    .prepare(
      `SELECT i.role, i.scope, i.invited_by FROM invitations i JOIN persons p ON p.address_key = i.address_key AND p.state = 'active'
       WHERE i.id = ? AND p.id = ? AND i.state = 'sent' AND i.expires_at > ?`,
    )
    .bind(id, personId, now)
    .first<Row>()

const settle = (db: D1Database, id: string, state: string, now: number) =>
  db
    .prepare("UPDATE invitations SET state = ?2, settled_at = ?3, address = NULL, address_key = NULL WHERE id = ?1 AND state = 'sent' AND expires_at > ?3")
    .bind(id, state, now)

/** The invited person, signed in, takes the role. Their other sessions end; this one goes on. */
export async function acceptInvitation({ db }: Deps, id: string, who: Principal, now: number): Promise<Result<null, 'unknown'>> {
  const row = await openFor(db, id, who.personId, now)
  if (!row || !isRole(row.role)) return fail('unknown')
  const grant = { personId: who.personId, role: row.role, scope: row.scope, by: row.invited_by, keep: who.sessionId }
  const entry = { actor: who.personId, action: 'invitation.accepted', object: row.scope, detail: { role: row.role } }
  return (await commit(db, [settle(db, id, 'accepted', now), ...grantRows(db, grant, now)], entry, now)) === 'done' ? ok(null) : fail('unknown')
}

/** The invited person, signed in, says no. */
export async function declineInvitation({ db }: Deps, id: string, who: Principal, now: number): Promise<Result<null, 'unknown'>> {
  const row = await openFor(db, id, who.personId, now)
  if (!row) return fail('unknown')
  const entry = { actor: who.personId, action: 'invitation.declined', object: row.scope, detail: { role: row.role } }
  return (await commit(db, [settle(db, id, 'declined', now)], entry, now)) === 'done' ? ok(null) : fail('unknown')
}

/** The holder of the mail says no; it needs no account. */
export async function declineByMail({ db }: Deps, { id, scope, role }: OpenInvitation, now: number): Promise<void> {
  await commit(db, [settle(db, id, 'declined', now)], { actor: 'invited', action: 'invitation.declined', object: scope, detail: { role } }, now)
}

/**
 * The holder of the mail says yes without being signed in: the role begins, with an account if there was none. It signs nobody
 * in: the way in is a fresh link or code to the same address.
 */
export async function acceptByMail({ db }: Deps, invitation: OpenInvitation, now: number): Promise<Result<null, 'unknown'>> {
  const { id, address, addressKey, role, scope, locale } = invitation
  if (!isRole(role)) return fail('unknown')
  await db
    .prepare(
      `INSERT INTO persons (id, address, address_key, locale, visibility, state, epoch, version, created_at, updated_at)
       SELECT ?1, ?2, ?3, ?4, ?5, 'active', 1, 1, ?6, ?6 WHERE EXISTS (SELECT 1 FROM invitations WHERE id = ?7 AND state = 'sent' AND expires_at > ?6)
       ON CONFLICT (address_key) DO NOTHING`,
    )
    .bind(newId('per', now), address, addressKey, locale, JSON.stringify(NOBODY_ELSE), now, id)
    .run()
  const person = await db.prepare("SELECT id FROM persons WHERE address_key = ? AND state = 'active'").bind(addressKey).first<{ id: string }>()
  if (!person) return fail('unknown')
  const rows = grantRows(db, { personId: person.id, role, scope, by: 'invitation' }, now)
  const entry = { actor: person.id, action: 'invitation.accepted', object: scope, detail: { role } }
  return (await commit(db, [settle(db, id, 'accepted', now), ...rows], entry, now)) === 'done' ? ok(null) : fail('unknown')
}
