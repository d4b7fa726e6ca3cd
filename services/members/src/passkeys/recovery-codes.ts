import type { Principal } from '@stem/contracts/context'
import { commit } from '@stem/jobs/commit'
import { fingerprint, newId } from '@stem/jobs/ids'
import { fail, ok, type Result } from '@stem/web/result'
import { LIMITS } from '../limits/limits.ts'
import { takeTurn } from '@stem/jobs/turns'
import { mailToPerson } from '../mails/mail-to-person.ts'
import { isFresh } from '@stem/web/fresh'
import { randomSecret, readCode } from '@stem/jobs/tokens'
import { endAllSessions } from '../sessions/open-session.ts'

const HOW_MANY = 10
const LENGTH = 16

const hashOf = (personId: string, code: string) => fingerprint(`recovery\n${personId}\n${code}`)
const written = (code: string): string => (code.match(/.{4}/g) ?? []).join('-')

/** Makes ten new codes, each for one use, and forgets the old ones. They are shown once and kept as hashes. */
export async function makeRecoveryCodes({ db }: { db: D1Database }, who: Principal, now: number): Promise<Result<string[], 'not_fresh'>> {
  if (!isFresh(who, now) || who.passkeys === 0) return fail('not_fresh')
  const codes = Array.from({ length: HOW_MANY }, () => readCode(randomSecret().slice(0, LENGTH)))
  const hashes = await Promise.all(codes.map((code) => hashOf(who.personId, code)))
  await commit(
    db,
    [
      db.prepare('UPDATE persons SET updated_at = ?2 WHERE id = ?1').bind(who.personId, now),
      db.prepare('DELETE FROM recovery_codes WHERE person_id = ?').bind(who.personId),
      ...hashes.map((hash) => db.prepare('INSERT INTO recovery_codes (hash, person_id, created_at) VALUES (?, ?, ?)').bind(hash, who.personId, now)),
    ],
    { actor: who.personId, action: 'recovery-codes.made', object: who.personId },
    now,
  )
  return ok(codes.map(written))
}

/**
 * Uses a code after signing in by mail: the lost passkeys are forgotten, every other session ends, and a new passkey can be set
 * up. The code alone opens no staff role.
 */
export async function useRecoveryCode(
  { db, key }: { db: D1Database; key: string },
  who: Principal,
  typed: string,
  now: number,
): Promise<Result<null, 'wrong_code' | 'too_many'>> {
  if (!(await takeTurn({ db, key }, LIMITS.recoverByPerson, who.personId, now))) return fail('too_many')
  const outcome = await commit(
    db,
    [
      db
        .prepare('UPDATE recovery_codes SET used_at = ?1 WHERE hash = ?2 AND person_id = ?3 AND used_at IS NULL')
        .bind(now, await hashOf(who.personId, readCode(typed)), who.personId),
      db.prepare('DELETE FROM passkeys WHERE person_id = ?').bind(who.personId),
      endAllSessions(db, who.personId, now),
      db.prepare('UPDATE sessions SET epoch = epoch + 1, asserted_at = NULL, proved_at = ?2 WHERE id = ?1 AND ended_at IS NULL').bind(who.sessionId, now),
      mailToPerson(db, { id: newId('eml', now), kind: 'recovered', personId: who.personId }, now),
    ],
    { actor: who.personId, action: 'account.recovered', object: who.personId },
    now,
  )
  return outcome === 'done' ? ok(null) : fail('wrong_code')
}
