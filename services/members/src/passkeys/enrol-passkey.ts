import { verifyRegistrationResponse, type RegistrationResponseJSON } from '@simplewebauthn/server'
import { isoBase64URL } from '@simplewebauthn/server/helpers'
import type { Principal } from '@stem/contracts/context'
import { commit } from '@stem/jobs/commit'
import { newId } from '@stem/jobs/ids'
import { fail, ok, type Result } from '@stem/web/result'
import { isFresh, FRESH } from '@stem/web/fresh'
import { mailToPerson } from '../mails/mail-to-person.ts'
import { challengeIn, readCredential } from './credential.ts'
import { spendChallenge } from './challenge.ts'
import { endAllSessions } from '../sessions/open-session.ts'

type Deps = { db: D1Database; origin: string }

const MOST = 10

/** Whether `who` may add a passkey now: the first one after a fresh sign-in, more of them after a fresh assertion. */
export const mayEnrol = (who: Principal, now: number): boolean => (who.passkeys === 0 ? now - who.provedAt < FRESH : isFresh(who, now))

/** Adds the passkey that an authenticator just made, and takes the session for asserted. The owner is told by mail. */
export async function enrolPasskey(
  { db, origin }: Deps,
  who: Principal,
  { credential, name }: { credential: string; name: string },
  now: number,
): Promise<Result<null, 'refused' | 'not_fresh' | 'too_many'>> {
  if (!mayEnrol(who, now)) return fail('not_fresh')
  if (who.passkeys >= MOST) return fail('too_many')
  const response = readCredential<RegistrationResponseJSON>(credential)
  const challenge = response && challengeIn(response.response.clientDataJSON)
  if (!response || !challenge || !(await spendChallenge(db, challenge, 'enrol', who.sessionId, now))) return fail('refused')
  const verified = await verifyRegistrationResponse({
    response,
    expectedChallenge: challenge,
    expectedOrigin: origin,
    expectedRPID: new URL(origin).hostname,
    requireUserVerification: true,
  }).catch(() => null)
  if (!verified?.verified) return fail('refused')
  const { id, publicKey, counter, transports = [] } = verified.registrationInfo.credential
  const outcome = await commit(
    db,
    [
      // The number of keys is part of the guard: two tabs cannot both add a "first" one.
      db
        .prepare(
          `INSERT INTO passkeys (id, person_id, public_key, counter, transports, name, created_at, last_used_at)
           SELECT ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?7 WHERE (SELECT count(*) FROM passkeys WHERE person_id = ?2) = ?8 AND NOT EXISTS (SELECT 1 FROM passkeys WHERE id = ?1)`,
        )
        .bind(id, who.personId, isoBase64URL.fromBuffer(publicKey), counter, JSON.stringify(transports), name, now, who.passkeys),
      // Rights may rise with the first key, so every other session is over.
      endAllSessions(db, who.personId, now),
      db.prepare('UPDATE sessions SET epoch = epoch + 1, asserted_at = ?2, proved_at = ?2 WHERE id = ?1 AND ended_at IS NULL').bind(who.sessionId, now),
      mailToPerson(db, { id: newId('eml', now), kind: 'passkey-added', personId: who.personId, facts: { name } }, now),
    ],
    { actor: who.personId, action: 'passkey.added', object: who.personId },
    now,
  )
  return outcome === 'done' ? ok(null) : fail('refused')
}
