import type { Principal } from '@stem/contracts/context'
import { commit } from '@stem/jobs/commit'
import { newId } from '@stem/jobs/ids'
import { fail, ok, type Result } from '@stem/web/result'
import { mailToPerson } from '../mails/mail-to-person.ts'
import { isFresh } from '@stem/web/fresh'
import { scopesFor, scopesToGrant } from '../rights/rights.ts'
import { COALITION, SCOPE_OF, type Role } from '../rights/roles.ts'
import { grantRows } from '../roles/grant-rows.ts'
import { holds } from '../roles/end-grant.ts'

type Deps = { db: D1Database }
type Refusal = 'unknown' | 'not_fresh' | 'forbidden'

/** What an administrator can do to an account. */
export type PersonAct = 'lock' | 'unlock' | 'end-sessions' | 'recover'

/** Locks or unlocks an account, ends its sessions, or forgets lost passkeys so that new ones can be set up. Never one's own. */
export async function actOnPerson({ db }: Deps, who: Principal, id: string, act: PersonAct, now: number): Promise<Result<null, Refusal>> {
  if (!scopesFor(who, 'person.manage').includes(COALITION)) return fail('unknown')
  if (id === who.personId) return fail('forbidden')
  if (!isFresh(who, now)) return fail('not_fresh')
  const change = {
    lock: db.prepare("UPDATE persons SET state = 'locked', epoch = epoch + 1, updated_at = ?2 WHERE id = ?1 AND state = 'active'").bind(id, now),
    unlock: db.prepare("UPDATE persons SET state = 'active', epoch = epoch + 1, updated_at = ?2 WHERE id = ?1 AND state = 'locked'").bind(id, now),
    'end-sessions': db.prepare("UPDATE persons SET epoch = epoch + 1, updated_at = ?2 WHERE id = ?1 AND state <> 'erased'").bind(id, now),
    recover: db.prepare("UPDATE persons SET epoch = epoch + 1, updated_at = ?2 WHERE id = ?1 AND state = 'active'").bind(id, now),
  }[act]
  const rest =
    act === 'recover'
      ? [
          db.prepare('DELETE FROM passkeys WHERE person_id = ?').bind(id),
          db.prepare('DELETE FROM recovery_codes WHERE person_id = ?').bind(id),
          mailToPerson(db, { id: newId('eml', now), kind: 'recovered', personId: id }, now),
        ]
      : []
  return (await commit(db, [change, ...rest], { actor: who.personId, action: `person.${act}`, object: id }, now)) === 'done' ? ok(null) : fail('unknown')
}

/** Gives a role to a person. `place`: the organisation, country or group, empty for the whole coalition. */
export async function grantRole(
  { db }: Deps,
  who: Principal,
  { personId, role, place }: { personId: string; role: Role; place: string },
  now: number,
): Promise<Result<null, Refusal | 'no_place'>> {
  const kind = SCOPE_OF[role]
  const scope = kind === 'coalition' ? COALITION : `${kind}:${place}`
  const organisation =
    kind === 'organisation'
      ? await db.prepare('SELECT country FROM organisations WHERE id = ? AND withdrawn_at IS NULL').bind(place).first<{ country: string | null }>()
      : null
  if (kind !== 'coalition' && (place === '' || (kind === 'organisation' && !organisation) || (kind === 'country' && !/^[A-Z]{2}$/.test(place))))
    return fail('no_place')
  if (!holds(scopesToGrant(who, role), { scope, country: organisation?.country ?? null })) return fail('unknown')
  if (!isFresh(who, now)) return fail('not_fresh')
  if (personId === who.personId) return fail('forbidden')
  const guard = db.prepare("UPDATE persons SET updated_at = ?2 WHERE id = ?1 AND state = 'active'").bind(personId, now)
  const rows = [
    ...grantRows(db, { personId, role, scope, by: who.personId }, now),
    mailToPerson(db, { id: newId('eml', now), kind: 'role-granted', personId }, now),
  ]
  const entry = { actor: who.personId, action: 'role.granted', object: personId, detail: { role, scope } }
  return (await commit(db, [guard, ...rows], entry, now)) === 'done' ? ok(null) : fail('unknown')
}
