import type { Principal } from '@stem/contracts/context'
import { commit } from '@stem/jobs/commit'
import { isFresh } from '@stem/web/fresh'
import { fail, ok, type Result } from '@stem/web/result'
import { CANCELLABLE, countRows, countsOf, forgetPieces, settleRows, type Import } from './import.ts'

/** `not_fresh`: prove first who you are. `own`: who brought the file cannot let it in. `nobody`: no row can be added. `stale`: it is not checked, or somebody was faster. */
export type ApprovalRefusal = 'not_fresh' | 'own' | 'nobody' | 'stale'

/** A second person lets an import be applied. That it is another person is asked by the statement itself. */
export async function approveImport({ db }: { db: D1Database }, at: Import, who: Principal, now: number): Promise<Result<null, ApprovalRefusal>> {
  if (!isFresh(who, now)) return fail('not_fresh')
  if (at.by === who.personId) return fail('own')
  const { ready } = await countRows(db, at.id)
  if (at.state === 'checked' && ready === 0) return fail('nobody')
  const guard = db
    .prepare("UPDATE imports SET state = 'approved', approved_by = ?2, approved_at = ?3, updated_at = ?3 WHERE id = ?1 AND state = 'checked' AND by <> ?2")
    .bind(at.id, who.personId, now)
  const outcome = await commit(db, [guard], { actor: who.personId, action: 'import.approved', object: at.id, detail: { ready } }, now)
  return outcome === 'done' ? ok(null) : fail('stale')
}

/** Ends an import for good. Whoever it has added by now stays a reader; nobody else comes in by it, and what it holds of people goes. */
export async function cancelImport({ db }: { db: D1Database }, { id }: Pick<Import, 'id'>, who: string, now: number): Promise<Result<null, 'stale'>> {
  const { added } = await countRows(db, id)
  const guard = db
    .prepare(
      `UPDATE imports SET state = 'cancelled', counts = ${countsOf('?1')}, ended_at = ?2, updated_at = ?2 WHERE id = ?1 AND state IN (SELECT value FROM json_each(?3))`,
    )
    .bind(id, now, JSON.stringify(CANCELLABLE))
  const outcome = await commit(
    db,
    [guard, settleRows(db, id), forgetPieces(db, id)],
    { actor: who, action: 'import.cancelled', object: id, detail: { added } },
    now,
  )
  return outcome === 'done' ? ok(null) : fail('stale')
}
