import type { Principal } from '@stem/contracts/context'
import { commit } from '@stem/jobs/commit'
import { newId } from '@stem/jobs/ids'
import { mailRow } from '@stem/mail/mails-table'
import { addressKey } from '@stem/mail/message'
import { fail, ok, type Result } from '@stem/web/result'
import { LIMITS } from '../limits/limits.ts'
import { takeTurn } from '@stem/jobs/turns'
import { scopesToGrant } from '../rights/rights.ts'
import type { Role } from '../rights/roles.ts'
import { holds } from '../roles/end-grant.ts'

/** How long an invitation can be accepted. */
export const INVITATION_LIFE = 7 * 24 * 60 * 60_000

/** An offer of a role. `country`: that of the organisation when the scope is one. */
export type Offer = { address: string; role: Role; scope: string; country: string | null; locale: string; formKey: string }

/** Statements that keep an invitation and its mail, in place of an older one to the same address for the same. */
export function invitationRows(
  db: D1Database,
  { address, role, scope, locale, formKey }: Omit<Offer, 'country'>,
  by: string,
  kind: string,
  now: number,
): [D1PreparedStatement, ...D1PreparedStatement[]] {
  const id = newId('inv', now)
  const own = addressKey(address)
  return [
    db
      .prepare(
        `INSERT INTO invitations (id, form_key, address, address_key, role, scope, invited_by, locale, state, created_at, expires_at)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, 'sent', ?9, ?10) ON CONFLICT (form_key) DO NOTHING`,
      )
      .bind(id, formKey, address, own, role, scope, by, locale, now, now + INVITATION_LIFE),
    db
      .prepare(
        "UPDATE invitations SET state = 'replaced', settled_at = ?5, address = NULL, address_key = NULL WHERE address_key = ?1 AND role = ?2 AND scope = ?3 AND state = 'sent' AND id <> ?4",
      )
      .bind(own, role, scope, id, now),
    mailRow(db, { id: `${id}.mail`, kind, address, locale, facts: { invitation: id } }, now),
  ]
}

/** Offers a role that `who` may give. The answer is the same whether the address has an account or not. */
export async function invite(
  { db, key }: { db: D1Database; key: string },
  who: Principal,
  offer: Offer,
  now: number,
): Promise<Result<null, 'forbidden' | 'too_many'>> {
  if (!holds(scopesToGrant(who, offer.role), offer)) return fail('forbidden')
  const mayInvite = await Promise.all([
    takeTurn({ db, key }, LIMITS.inviteByPerson, who.personId, now),
    takeTurn({ db, key }, LIMITS.inviteByAddress, addressKey(offer.address), now),
  ])
  if (mayInvite.includes(false)) return fail('too_many')
  const rows = invitationRows(db, offer, who.personId, 'invitation', now)
  // Stale means that this form was sent before: its invitation stands.
  await commit(db, rows, { actor: who.personId, action: 'invitation.sent', object: offer.scope, detail: { role: offer.role } }, now)
  return ok(null)
}

/** Takes back an invitation that was not answered. */
export async function revokeInvitation({ db }: { db: D1Database }, who: Principal, id: string, now: number): Promise<Result<null, 'unknown'>> {
  const row = await db
    .prepare(
      "SELECT i.role, i.scope, o.country FROM invitations i LEFT JOIN organisations o ON i.scope = 'organisation:' || o.id WHERE i.id = ? AND i.state = 'sent'",
    )
    .bind(id)
    .first<{ role: Role; scope: string; country: string | null }>()
  if (!row || !holds(scopesToGrant(who, row.role), row)) return fail('unknown')
  const revoke = db
    .prepare("UPDATE invitations SET state = 'revoked', settled_at = ?, address = NULL, address_key = NULL WHERE id = ? AND state = 'sent'")
    .bind(now, id)
  const outcome = await commit(db, [revoke], { actor: who.personId, action: 'invitation.revoked', object: row.scope, detail: { role: row.role } }, now)
  return outcome === 'done' ? ok(null) : fail('unknown')
}
