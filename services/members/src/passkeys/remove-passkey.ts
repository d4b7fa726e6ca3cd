import type { Principal } from '@stem/contracts/context'
import { commit } from '@stem/jobs/commit'
import { newId } from '@stem/jobs/ids'
import { fail, ok, type Result } from '@stem/web/result'
import { mailToPerson } from '../mails/mail-to-person.ts'
import { isFresh } from '@stem/web/fresh'
import { isStaff } from '../rights/rights.ts'
import { endAllSessions, keepSession } from '../sessions/open-session.ts'

/** Removes a passkey and ends every other session. The last one of staff stays: without it their role could not be used. */
export async function removePasskey(
  { db }: { db: D1Database },
  who: Principal,
  id: string,
  now: number,
): Promise<Result<null, 'not_fresh' | 'unknown' | 'last'>> {
  if (!isFresh(who, now)) return fail('not_fresh')
  const row = await db.prepare('SELECT name FROM passkeys WHERE id = ? AND person_id = ?').bind(id, who.personId).first<{ name: string }>()
  if (!row) return fail('unknown')
  const atLeast = isStaff(who) ? 2 : 1
  const outcome = await commit(
    db,
    [
      db
        .prepare('DELETE FROM passkeys WHERE id = ?1 AND person_id = ?2 AND (SELECT count(*) FROM passkeys WHERE person_id = ?2) >= ?3')
        .bind(id, who.personId, atLeast),
      endAllSessions(db, who.personId, now),
      keepSession(db, who.sessionId),
      mailToPerson(db, { id: newId('eml', now), kind: 'passkey-removed', personId: who.personId, facts: { name: row.name } }, now),
    ],
    { actor: who.personId, action: 'passkey.removed', object: who.personId },
    now,
  )
  return outcome === 'done' ? ok(null) : fail('last')
}
