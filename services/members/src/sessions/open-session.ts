import { fingerprint, newId } from '@stem/jobs/ids'
import Bowser from 'bowser'
import { randomSecret } from '@stem/jobs/tokens'
import { LIFE } from './limits.ts'
import { SESSION_COOKIE, setCookie, type Held } from './session-cookie.ts'

/** A session that is about to begin: what the browser will hold, and the hash that is kept of it. */
export type NewSession = Held & { hash: string; device: string }

const UNKNOWN = '?'

/** Browser and system of a `User-Agent` in a few words, e.g. `Firefox, Linux`: enough to know one's own sessions apart. */
export function deviceOf(agent: string): string {
  if (agent === '') return UNKNOWN
  const { browser, os } = Bowser.parse(agent)
  return [browser.name, os.name].filter(Boolean).join(', ').slice(0, 60) || UNKNOWN
}

/** Makes the secret of a session. */
export async function makeSession(agent: string, now: number): Promise<NewSession> {
  const secret = randomSecret()
  return { id: newId('ses', now), secret, hash: await fingerprint(secret), device: deviceOf(agent) }
}

/** The cookie of a session, for as long as a session can live. */
export const sessionCookie = (session: Held): string => setCookie(SESSION_COOKIE, session, LIFE.member.absolute / 1000)

/**
 * Statement that opens a session for an active person, when the statement before it in the batch changed a row. `assertedAt`: time of
 * a passkey assertion, or null.
 */
export const sessionRow = (db: D1Database, session: NewSession, personId: string, assertedAt: number | null, now: number): D1PreparedStatement =>
  db
    .prepare(
      `INSERT INTO sessions (id, person_id, secret_hash, epoch, device, created_at, last_seen_at, proved_at, asserted_at)
       SELECT ?1, p.id, ?3, p.epoch, ?4, ?5, ?5, ?5, ?6 FROM persons p WHERE p.id = ?2 AND p.state = 'active' AND changes() > 0`,
    )
    .bind(session.id, personId, session.hash, session.device, now, assertedAt)

/** Statement that ends one session. */
export const endSession = (db: D1Database, id: string, now: number): D1PreparedStatement =>
  db.prepare('UPDATE sessions SET ended_at = ? WHERE id = ? AND ended_at IS NULL').bind(now, id)

/** Statement that lets one session go on when all others of its person end: it moves with the epoch. Put it behind `endAllSessions`. */
export const keepSession = (db: D1Database, id: string | null): D1PreparedStatement =>
  db.prepare('UPDATE sessions SET epoch = epoch + 1 WHERE id = ? AND ended_at IS NULL').bind(id)

/** Statement that ends every session of a person at once, on all Workers: sessions of an older epoch are over. */
export const endAllSessions = (db: D1Database, personId: string, now: number): D1PreparedStatement =>
  db.prepare('UPDATE persons SET epoch = epoch + 1, updated_at = ? WHERE id = ?').bind(now, personId)
