import type { Principal } from '@stem/contracts/context'
import { commit } from '@stem/jobs/commit'
import { fail, ok, type Result } from '@stem/web/result'
import { covers, scopesFor } from '../rights/rights.ts'
import { isRole, organisationScope } from '../rights/roles.ts'
import { grantRows } from '../roles/grant-rows.ts'

type Row = { id: string; person_id: string; organisation_id: string; role: string; awaits: string; asked_by: string; country: string | null }

/** Organisations that want to add the person and still need the person's yes. */
export async function waitingFor({ db }: { db: D1Database }, personId: string): Promise<{ id: string; organisation: string; role: string }[]> {
  const { results } = await db
    .prepare(
      `SELECT j.id, o.name AS organisation, j.role FROM joinings j JOIN organisations o ON o.id = j.organisation_id
       WHERE j.person_id = ? AND j.state = 'open' AND j.awaits = 'person' ORDER BY j.created_at LIMIT 20`,
    )
    .bind(personId)
    .all<{ id: string; organisation: string; role: string }>()
  return results
}

/** Answers the side that was asked: a person for themselves, or a manager for the organisation. Yes begins the role. */
export async function answerJoining(
  { db }: { db: D1Database },
  who: Principal,
  { id, yes, as }: { id: string; yes: boolean; as: 'person' | 'organisation' },
  now: number,
): Promise<Result<{ organisationId: string }, 'unknown'>> {
  const row = await db
    .prepare("SELECT j.*, o.country FROM joinings j JOIN organisations o ON o.id = j.organisation_id WHERE j.id = ? AND j.state = 'open' AND j.awaits = ?")
    .bind(id, as)
    .first<Row>()
  if (!row || !isRole(row.role)) return fail('unknown')
  const mayAnswer =
    as === 'person' ? row.person_id === who.personId : covers(scopesFor(who, 'organisation.people'), { id: row.organisation_id, country: row.country })
  if (!mayAnswer) return fail('unknown')
  const settle = db.prepare("UPDATE joinings SET state = ?2, settled_at = ?3 WHERE id = ?1 AND state = 'open'").bind(id, yes ? 'accepted' : 'declined', now)
  const grant = { personId: row.person_id, role: row.role, scope: organisationScope(row.organisation_id), by: as === 'person' ? row.asked_by : who.personId }
  const rows = yes ? grantRows(db, { ...grant, keep: as === 'person' ? who.sessionId : null }, now) : []
  const entry = { actor: who.personId, action: yes ? 'joining.accepted' : 'joining.declined', object: row.person_id, detail: { organisation: row.organisation_id, role: row.role } }
  return (await commit(db, [settle, ...rows], entry, now)) === 'done' ? ok({ organisationId: row.organisation_id }) : fail('unknown')
}
