import type { Principal } from '@stem/contracts/context'
import { generateAuthenticationOptions, generateRegistrationOptions } from '@simplewebauthn/server'

/** What a passkey is asked for. */
export const PURPOSES = ['sign-in', 'step-up', 'enrol'] as const
/** A purpose. */
export type Purpose = (typeof PURPOSES)[number]

const LIFE = 5 * 60_000
const NAME = 'EU STEM Coalition'

type Deps = { db: D1Database; origin: string }

const keysOf = async (db: D1Database, personId: string) => {
  const { results } = await db.prepare('SELECT id, transports FROM passkeys WHERE person_id = ?').bind(personId).all<{ id: string; transports: string }>()
  return results.map(({ id, transports }) => ({ id, transports: JSON.parse(transports) as never }))
}

/** The question for an authenticator, kept for five minutes and bound to the session where there is one (WebAuthn, 5.4 and 5.5). */
export async function askPasskey({ db, origin }: Deps, purpose: Purpose, who: Principal | null, now: number): Promise<object | null> {
  const rpID = new URL(origin).hostname
  if (purpose !== 'sign-in' && who === null) return null
  const known = who === null || purpose === 'sign-in' ? [] : await keysOf(db, who.personId)
  const person = who && (await db.prepare('SELECT address FROM persons WHERE id = ?').bind(who.personId).first<{ address: string }>())
  const options =
    purpose === 'enrol'
      ? await generateRegistrationOptions({
          rpName: NAME,
          rpID,
          userName: person?.address ?? '',
          userDisplayName: who?.name ?? person?.address ?? '',
          userID: new TextEncoder().encode(who?.personId ?? '') as Uint8Array<ArrayBuffer>,
          attestationType: 'none',
          excludeCredentials: known,
          authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
        })
      : await generateAuthenticationOptions({ rpID, userVerification: 'required', allowCredentials: known })
  await db
    .prepare('INSERT INTO challenges (challenge, purpose, session_id, created_at) VALUES (?, ?, ?, ?)')
    .bind(options.challenge, purpose, purpose === 'sign-in' ? null : (who?.sessionId ?? null), now)
    .run()
  return options
}

/** Uses up the challenge that a credential answers: whether it was asked, for this purpose, in this session, not long ago, and not answered before. */
export async function spendChallenge(db: D1Database, challenge: string, purpose: Purpose, sessionId: string | null, now: number): Promise<boolean> {
  const { meta } = await db
    .prepare('UPDATE challenges SET used_at = ?1 WHERE challenge = ?2 AND purpose = ?3 AND session_id IS ?4 AND used_at IS NULL AND created_at > ?5')
    .bind(now, challenge, purpose, sessionId, now - LIFE)
    .run()
  return meta.changes === 1
}

/** Statement that forgets questions nobody will answer any more. */
export const forgetChallenges = (db: D1Database, now: number): D1PreparedStatement => db.prepare('DELETE FROM challenges WHERE created_at < ?').bind(now - LIFE)
