import { verifyAuthenticationResponse, type AuthenticationResponseJSON } from '@simplewebauthn/server'
import { isoBase64URL } from '@simplewebauthn/server/helpers'
import { fail, ok, type Result } from '@stem/web/result'
import { challengeIn, readCredential } from './credential.ts'
import { spendChallenge, type Purpose } from './challenge.ts'

type Deps = { db: D1Database; origin: string }
type Row = { id: string; person_id: string; public_key: string; counter: number; transports: string }

/** Whose passkey answered, when it is one of ours, its owner was verified, and the question was ours, fresh and unanswered. */
export async function assertPasskey(
  { db, origin }: Deps,
  { credential, purpose, sessionId }: { credential: string; purpose: Purpose; sessionId: string | null },
  now: number,
): Promise<Result<{ personId: string; passkeyId: string }, 'refused'>> {
  const response = readCredential<AuthenticationResponseJSON>(credential)
  const challenge = response && challengeIn(response.response.clientDataJSON)
  if (!response || !challenge || !(await spendChallenge(db, challenge, purpose, sessionId, now))) return fail('refused')
  const row = await db.prepare('SELECT * FROM passkeys WHERE id = ?').bind(response.id).first<Row>()
  if (!row) return fail('refused')
  const verified = await verifyAuthenticationResponse({
    response,
    expectedChallenge: challenge,
    expectedOrigin: origin,
    expectedRPID: new URL(origin).hostname,
    requireUserVerification: true,
    credential: { id: row.id, publicKey: isoBase64URL.toBuffer(row.public_key), counter: row.counter, transports: JSON.parse(row.transports) as never },
  }).catch(() => null)
  if (!verified?.verified) return fail('refused')
  // A counter that does not rise is a copied key; most passkeys keep none at all and stay at 0.
  const { newCounter } = verified.authenticationInfo
  const { meta } = await db
    .prepare('UPDATE passkeys SET counter = ?2, last_used_at = ?3 WHERE id = ?1 AND (counter < ?2 OR (counter = 0 AND ?2 = 0))')
    .bind(row.id, newCounter, now)
    .run()
  return meta.changes === 1 ? ok({ personId: row.person_id, passkeyId: row.id }) : fail('refused')
}
