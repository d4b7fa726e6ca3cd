import type { Principal } from '@stem/contracts/context'
import { commit } from '@stem/jobs/commit'
import { fail, ok, type Result } from '@stem/web/result'
import { isFresh } from '@stem/web/fresh'
import { covers, scopesToGrant } from '../rights/rights.ts'
import { isRole } from '../rights/roles.ts'
import { endAllSessions, keepSession } from '../sessions/open-session.ts'

type Row = { id: string; person_id: string; role: string; scope: string; country: string | null }

/** Whether `scopes` hold the scope of a grant; an organisation lies in its country. */
export const holds = (scopes: readonly string[], { scope, country }: { scope: string; country: string | null }): boolean =>
  scope.startsWith('organisation:')
    ? covers(scopes, { id: scope.slice('organisation:'.length), country })
    : scopes.includes('coalition') || scopes.includes(scope)

/**
 * Ends a role: one's own, or one that `who` could give. The last administrator and the last manager of an organisation stay until
 * there is another one. Every session of the person ends at once.
 */
export async function endGrant(
  { db }: { db: D1Database },
  who: Principal,
  id: string,
  now: number,
): Promise<Result<{ personId: string }, 'unknown' | 'not_fresh' | 'last'>> {
  const row = await db
    .prepare(
      `SELECT g.id, g.person_id, g.role, g.scope, o.country FROM role_grants g LEFT JOIN organisations o ON g.scope = 'organisation:' || o.id
       WHERE g.id = ? AND g.ended_at IS NULL`,
    )
    .bind(id)
    .first<Row>()
  if (!row || !isRole(row.role)) return fail('unknown')
  const own = row.person_id === who.personId
  if (!own && !holds(scopesToGrant(who, row.role), row)) return fail('unknown')
  if (!isFresh(who, now)) return fail('not_fresh')
  const mustStay = row.role === 'secretariat-admin' || (row.role === 'organisation-manager' && own)
  const outcome = await commit(
    db,
    [
      db
        .prepare(
          `UPDATE role_grants SET ended_at = ?2, ended_by = ?3 WHERE id = ?1 AND ended_at IS NULL
             AND (?4 = 0 OR EXISTS (SELECT 1 FROM role_grants g JOIN persons p ON p.id = g.person_id AND p.state = 'active'
                                    WHERE g.role = ?5 AND g.scope = ?6 AND g.ended_at IS NULL AND g.person_id <> ?7))`,
        )
        .bind(id, now, who.personId, mustStay ? 1 : 0, row.role, row.scope, row.person_id),
      endAllSessions(db, row.person_id, now),
      keepSession(db, own ? who.sessionId : null),
    ],
    { actor: who.personId, action: 'role.ended', object: row.person_id, detail: { role: row.role, scope: row.scope } },
    now,
  )
  return outcome === 'done' ? ok({ personId: row.person_id }) : fail('last')
}
