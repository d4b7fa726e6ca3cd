import { newId } from '@stem/jobs/ids'
import type { Role } from '../rights/roles.ts'
import { endAllSessions, keepSession } from '../sessions/open-session.ts'

/** A role that is to begin. `keep`: the session that stays open, for what a person agrees to themselves. */
export type NewGrant = { personId: string; role: Role; scope: string; by: string; keep?: string | null }

/**
 * Statements that begin a role: a second open one of the same kind changes nothing. Every session of the person ends, because what
 * it may do has changed; `keep` goes on under the new epoch.
 */
export const grantRows = (db: D1Database, { personId, role, scope, by, keep = null }: NewGrant, now: number): D1PreparedStatement[] => [
  db
    .prepare(
      `INSERT INTO role_grants (id, person_id, role, scope, granted_by, started_at) VALUES (?, ?, ?, ?, ?, ?)
       ON CONFLICT (person_id, role, scope) WHERE ended_at IS NULL DO NOTHING`,
    )
    .bind(newId('grt', now), personId, role, scope, by, now),
  endAllSessions(db, personId, now),
  keepSession(db, keep),
]
