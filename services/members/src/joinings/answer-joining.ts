import type { Principal } from '@stem/contracts/context'
import { commit } from '@stem/jobs/commit'
import { newId } from '@stem/jobs/ids'
import { fail, ok, type Result } from '@stem/web/result'
import { mailToPerson } from '../mails/mail-to-person.ts'
import { covers, scopesFor } from '../rights/rights.ts'
import { isRole, organisationScope } from '../rights/roles.ts'
import { grantRows } from '../roles/grant-rows.ts'

type Row = { person_id: string; organisation_id: string; role: string; country: string | null }

/** A manager answers a person who asked to join. Yes begins the role; the person is told either way. */
export async function answerJoining(
  { db }: { db: D1Database },
  who: Principal,
  { id, yes }: { id: string; yes: boolean },
  now: number,
): Promise<Result<{ organisationId: string }, 'unknown'>> {
  const row = await db
    .prepare(
      "SELECT j.person_id, j.organisation_id, j.role, o.country FROM joinings j JOIN organisations o ON o.id = j.organisation_id WHERE j.id = ? AND j.state = 'open'",
    )
    .bind(id)
    .first<Row>()
  if (!row || !isRole(row.role) || row.person_id === who.personId) return fail('unknown')
  if (!covers(scopesFor(who, 'organisation.people'), { id: row.organisation_id, country: row.country })) return fail('unknown')
  const outcome = await commit(
    db,
    [
      db.prepare("UPDATE joinings SET state = ?2, settled_at = ?3 WHERE id = ?1 AND state = 'open'").bind(id, yes ? 'accepted' : 'declined', now),
      ...(yes ? grantRows(db, { personId: row.person_id, role: row.role, scope: organisationScope(row.organisation_id), by: who.personId }, now) : []),
      mailToPerson(
        db,
        { id: newId('eml', now), kind: yes ? 'joining-accepted' : 'joining-declined', personId: row.person_id, facts: { organisation: row.organisation_id } },
        now,
      ),
    ],
    {
      actor: who.personId,
      action: yes ? 'joining.accepted' : 'joining.declined',
      object: row.person_id,
      detail: { organisation: row.organisation_id, role: row.role },
    },
    now,
  )
  return outcome === 'done' ? ok({ organisationId: row.organisation_id }) : fail('unknown')
}
