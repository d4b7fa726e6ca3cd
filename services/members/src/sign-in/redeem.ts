import { fingerprint, newId } from '@stem/jobs/ids'
import { addressKey } from '@stem/mail/message'
import { fail, ok, type Result } from '@stem/web/result'
import { LIMITS } from '../limits/limits.ts'
import { takeTurn } from '@stem/jobs/turns'
import { endSession, makeSession, sessionRow, type NewSession } from '../sessions/open-session.ts'
import type { Held } from '../sessions/session-cookie.ts'
import { deriveCode, deriveToken, readCode, sameText } from '@stem/jobs/tokens'
import { LINK_LIFE } from './ask-for-link.ts'
import { firstAdministrator } from './first-administrator.ts'

const MOST_TRIES = 5

/** What redeeming needs. `firstAddress`: who becomes the first administrator of an empty installation. */
export type Redeeming = { db: D1Database; key: string; firstAddress: string | null }

/** Where somebody redeems: which browser asked (its cookie), which one is asking now, and the session it had before. */
export type Browser = { held: Held | null; network: string; agent: string; former: string | null }

/** Why nobody was signed in. `other_browser`: the link is good, but this browser did not ask for it. */
export type Refusal = 'expired' | 'other_browser' | 'wrong_code' | 'too_many'

type Request = { id: string; address_key: string; browser_hash: string; back: string; used_at: number | null; tries: number }

const requestOf = (db: D1Database, id: string, now: number): Promise<Request | null> =>
  db
    .prepare('SELECT * FROM sign_in_requests WHERE id = ?1 AND used_at IS NULL AND tries < ?2 AND created_at > ?3')
    .bind(id, MOST_TRIES, now - LINK_LIFE)
    .first<Request>()

/** Uses up the request and opens the session in one batch: of many at once, one wins. */
async function mint(
  { db, firstAddress }: Redeeming,
  request: Request,
  { agent, former }: Browser,
  now: number,
): Promise<Result<{ session: NewSession; back: string }, Refusal>> {
  const isFirst = firstAddress !== null && addressKey(firstAddress) === request.address_key
  if (isFirst) await firstAdministrator({ db }, firstAddress, newId('per', now), now)
  const person = await db.prepare("SELECT id FROM persons WHERE address_key = ? AND state = 'active'").bind(request.address_key).first<{ id: string }>()
  if (!person) return fail('expired')
  const session = await makeSession(agent, now)
  const [used] = await db.batch([
    db
      .prepare('UPDATE sign_in_requests SET used_at = ?2 WHERE id = ?1 AND used_at IS NULL AND tries <= ?3 AND created_at > ?4 RETURNING id')
      .bind(request.id, now, MOST_TRIES, now - LINK_LIFE),
    sessionRow(db, session, person.id, null, now),
    ...(former === null ? [] : [endSession(db, former, now)]),
  ])
  return used?.results.length === 1 ? ok({ session, back: request.back }) : fail('expired')
}

/** Signs in by the link of a mail, in the browser that asked for it and in no other. */
export async function redeemLink(deps: Redeeming, { id, token }: { id: string; token: string }, browser: Browser, now: number) {
  if (!sameText(token, await deriveToken(deps.key, 'sign-in-link', id))) return fail('expired')
  const request = await requestOf(deps.db, id, now)
  if (!request) return fail('expired')
  const { held } = browser
  if (held?.id !== id || !sameText(request.browser_hash, await fingerprint(held.secret))) return fail('other_browser')
  return mint(deps, request, browser, now)
}

/** Signs in by the code of a mail, typed into the browser that asked. Five wrong ones spend the request. */
export async function redeemCode(deps: Redeeming, typed: string, browser: Browser, now: number) {
  const { held, network } = browser
  if (!(await takeTurn(deps, LIMITS.codeByNetwork, network, now))) return fail('too_many')
  if (held === null) return fail('expired')
  // The try is taken before the code is looked at, so many at once have no more tries than one after the other.
  const request = await deps.db
    .prepare(
      'UPDATE sign_in_requests SET tries = tries + 1 WHERE id = ?1 AND browser_hash = ?2 AND used_at IS NULL AND tries < ?3 AND created_at > ?4 RETURNING *',
    )
    .bind(held.id, await fingerprint(held.secret), MOST_TRIES, now - LINK_LIFE)
    .first<Request>()
  if (!request) return fail('expired')
  if (!sameText(readCode(typed), await deriveCode(deps.key, held.id))) return fail(request.tries >= MOST_TRIES ? 'expired' : 'wrong_code')
  return mint(deps, request, browser, now)
}
