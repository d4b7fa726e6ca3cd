import { commit, withAudit } from '@stem/jobs/commit'
import { fail, ok, type Result } from '@stem/web/result'
import { record } from '../ledger/record.ts'
import { cancelWaiting, readerByKey, type Desk } from '../readers/reader.ts'
import { suppressRow, type SuppressionReason } from './suppress.ts'

/** Reasons that staff can give: the owner objected or complained, mails come back, or another one. */
export const STAFF_REASONS = ['objection', 'complaint', 'hard', 'staff'] as const satisfies readonly SuppressionReason[]

/**
 * Keeps an address out from now on, also in a campaign that runs, whether it is a reader's or not. An objection or a complaint ends the
 * subscription as well. `known`: it is kept out already, for good.
 */
export async function suppressByStaff(
  { db }: Pick<Desk, 'db'>,
  { addressKey, reason, who }: { addressKey: string; reason: (typeof STAFF_REASONS)[number]; who: string },
  now: number,
): Promise<Result<null, 'known'>> {
  const reader = await readerByKey(db, addressKey)
  const guard = suppressRow(db, { addressKey, reason, source: 'console' }, now)
  const cancel = reader ? [cancelWaiting(db, reader.id, 'suppressed', now)] : []
  const entry = { actor: who, action: 'address.suppressed', object: reader?.id ?? addressKey, detail: { reason } }
  const isEnd = (reason === 'objection' || reason === 'complaint') && (reader?.state === 'active' || reader?.state === 'paused')
  if (!reader || !isEnd) return (await commit(db, [guard, ...cancel], entry, now)) === 'done' ? ok(null) : fail('known')
  const end = db
    .prepare(
      `UPDATE subscribers SET state = 'withdrawn', ended_at = ?2, paused_until = NULL, version = version + 1, updated_at = ?2
       WHERE id = ?1 AND state IN ('active', 'paused')`,
    )
    .bind(reader.id, now)
  const objected = { kind: 'objected' as const, addressKey, subscriberId: reader.id, detail: { way: 'staff', reason, by: who } }
  const outcome = await withAudit(db, entry, (row) => record(db, [guard, end, ...cancel, row], [objected], now), now)
  return outcome === 'done' ? ok(null) : fail('known')
}
