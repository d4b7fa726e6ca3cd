import { fingerprint, newId } from '@stem/jobs/ids'
import { mailRow } from '@stem/mail/mails-table'
import { addressKey } from '@stem/mail/message'
import { LIMITS } from '../limits/limits.ts'
import { takeTurn } from '@stem/jobs/turns'
import type { Held } from '../sessions/session-cookie.ts'
import { randomSecret } from '@stem/jobs/tokens'
import { fail, ok, type Result } from '@stem/web/result'

/** Milliseconds in which a link or code can be used. */
export const LINK_LIFE = 10 * 60_000

/** A wish to sign in. `back`: path to go on to. */
export type SignInWish = { address: string; back: string; locale: string; network: string }

/**
 * Keeps a wish to sign in and the mail for it. The same rows are written for known and unknown addresses; who it belongs to is
 * looked up when the mail is written, so neither answer nor time tells whether there is an account. An address that asked too
 * often gets the same answer and no mail.
 */
export async function askForLink(
  { db, key }: { db: D1Database; key: string },
  { address, back, locale, network }: SignInWish,
  now: number,
): Promise<Result<Held, 'too_many'>> {
  const own = addressKey(address)
  const [byNetwork, byAddress] = await Promise.all([
    takeTurn({ db, key }, LIMITS.signInByNetwork, network, now),
    takeTurn({ db, key }, LIMITS.signInByAddress, own, now),
  ])
  if (!byNetwork) return fail('too_many')
  const id = newId('req', now)
  const secret = randomSecret()
  const rows = [
    db
      .prepare('INSERT INTO sign_in_requests (id, address_key, browser_hash, back, created_at, tries) VALUES (?, ?, ?, ?, ?, 0)')
      .bind(id, own, await fingerprint(secret), back, now),
  ]
  if (byAddress) rows.push(mailRow(db, { id: newId('eml', now), kind: 'sign-in', address, locale, facts: { request: id } }, now))
  await db.batch(rows)
  return ok({ id, secret })
}
