import type { Principal } from '@stem/contracts/context'
import { commit } from '@stem/jobs/commit'
import { fingerprint, newId } from '@stem/jobs/ids'
import { fail, ok, type Result } from '@stem/web/result'
import { isFresh } from '@stem/web/fresh'
import { covers, scopesFor } from '../rights/rights.ts'
import { randomSecret, sameText } from '@stem/jobs/tokens'

/** What a key may do. */
export const KEY_SCOPES = ['organisation:read', 'organisation:draft'] as const
/** A scope of a key. */
export type KeyScope = (typeof KEY_SCOPES)[number]

const DAY = 24 * 60 * 60_000
const MOST = 20
type Deps = { db: D1Database }
type Owner = { id: string; country: string | null }

/** A new key: shown once, kept as a hash. `days`: when it stops working. */
export async function makeKey(
  { db }: Deps,
  who: Principal,
  organisation: Owner,
  { name, scopes, days, formKey }: { name: string; scopes: KeyScope[]; days: number; formKey: string },
  now: number,
): Promise<Result<string, 'unknown' | 'not_fresh' | 'again' | 'too_many'>> {
  if (!covers(scopesFor(who, 'organisation.keys'), organisation)) return fail('unknown')
  if (!isFresh(who, now)) return fail('not_fresh')
  const count = await db
    .prepare('SELECT count(*) AS count FROM api_keys WHERE organisation_id = ? AND revoked_at IS NULL AND expires_at > ?')
    .bind(organisation.id, now)
    .first<{ count: number }>()
  if ((count?.count ?? 0) >= MOST) return fail('too_many')
  const id = newId('key', now)
  const secret = randomSecret()
  const guard = db
    .prepare(
      `INSERT INTO api_keys (id, form_key, organisation_id, name, hash, scopes, created_by, created_at, expires_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
       ON CONFLICT (form_key) DO NOTHING`,
    )
    .bind(id, formKey, organisation.id, name, await fingerprint(secret), JSON.stringify(scopes), who.personId, now, now + days * DAY)
  const outcome = await commit(db, [guard], { actor: who.personId, action: 'key.made', object: organisation.id, detail: { key: id } }, now)
  return outcome === 'done' ? ok(`stem_${id}_${secret}`) : fail('again')
}

/** Ends a key at once. */
export async function revokeKey({ db }: Deps, who: Principal, organisation: Owner, id: string, now: number): Promise<Result<null, 'unknown'>> {
  if (!covers(scopesFor(who, 'organisation.keys'), organisation)) return fail('unknown')
  const guard = db.prepare('UPDATE api_keys SET revoked_at = ? WHERE id = ? AND organisation_id = ? AND revoked_at IS NULL').bind(now, id, organisation.id)
  const outcome = await commit(db, [guard], { actor: who.personId, action: 'key.revoked', object: organisation.id, detail: { key: id } }, now)
  return outcome === 'done' ? ok(null) : fail('unknown')
}

const SEEN_EVERY = 60 * 60_000

/** The organisation that a key of an `Authorization` header speaks for, with what it may do; null for any other text. */
export async function keyHolder({ db }: Deps, authorization: string | null, now: number): Promise<{ organisationId: string; scopes: string[] } | null> {
  const [, id = '', secret = ''] = /^Bearer stem_(key_[0-9a-z]{26})_([0-9a-f]{64})$/.exec(authorization ?? '') ?? []
  if (id === '') return null
  const row = await db
    .prepare('SELECT organisation_id, hash, scopes, last_used_at FROM api_keys WHERE id = ? AND revoked_at IS NULL AND expires_at > ?')
    .bind(id, now)
    .first<{ organisation_id: string; hash: string; scopes: string; last_used_at: number | null }>()
  if (!row || !sameText(row.hash, await fingerprint(secret))) return null
  if (now - (row.last_used_at ?? 0) > SEEN_EVERY) await db.prepare('UPDATE api_keys SET last_used_at = ? WHERE id = ?').bind(now, id).run()
  return { organisationId: row.organisation_id, scopes: JSON.parse(row.scopes) as string[] }
}
