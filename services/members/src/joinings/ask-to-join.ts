import type { Principal } from '@stem/contracts/context'
import { commit } from '@stem/jobs/commit'
import { newId } from '@stem/jobs/ids'
import { fail, ok, type Result } from '@stem/web/result'
import { organisationScope } from '../rights/roles.ts'
import { mailsToHolders } from '../mails/mail-to-holders.ts'

/** Asks the managers of a public organisation to let the person in as an editor. Asking twice changes nothing. */
export async function askToJoin({ db }: { db: D1Database }, who: Principal, organisationId: string, now: number): Promise<Result<null, 'unknown'>> {
  const id = newId('jng', now)
  const outcome = await commit(
    db,
    [
      db
        .prepare(
          `INSERT INTO joinings (id, person_id, organisation_id, role, state, created_at)
           SELECT ?1, ?2, o.id, 'organisation-editor', 'open', ?4 FROM published_organisations o
           WHERE o.id = ?3 AND NOT EXISTS (SELECT 1 FROM role_grants g WHERE g.person_id = ?2 AND g.scope = 'organisation:' || o.id AND g.ended_at IS NULL)
           ON CONFLICT (person_id, organisation_id) WHERE state = 'open' DO NOTHING`,
        )
        .bind(id, who.personId, organisationId, now),
      mailsToHolders(
        db,
        { idPrefix: id, kind: 'joining-asked', roles: ['organisation-manager'], scope: organisationScope(organisationId), facts: { joining: id } },
        now,
      ),
    ],
    { actor: who.personId, action: 'joining.asked', object: organisationId },
    now,
  )
  return outcome === 'done' ? ok(null) : fail('unknown')
}
