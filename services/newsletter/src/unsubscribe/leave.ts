import { withAudit } from '@stem/jobs/commit'
import { record } from '../ledger/record.ts'
import { cancelWaiting, type Desk, type Reader } from '../readers/reader.ts'

/** By which way a reader left. `restore`: they had left before the database was brought back to an earlier time. */
export type LeavingWay = 'one-click' | 'page' | 'mail' | 'preferences' | 'account' | 'staff' | 'api' | 'restore'

/** Why staff withdraws a subscription: the reader asked by another way, the mailbox is somebody else's now, or it was misused. */
export const WITHDRAWAL_REASONS = ['asked', 'other-owner', 'misuse'] as const
/** A reason. */
export type WithdrawalReason = (typeof WITHDRAWAL_REASONS)[number]

/**
 * The reader leaves: no claim after this hands a mail over to them, also not in a campaign that runs. Twice is once; the answer says
 * the same. `staff`: who does it for them, and why; it stands in the audit as well.
 */
export async function leave(
  { db }: Pick<Desk, 'db'>,
  reader: Reader,
  { way, campaign, staff }: { way: LeavingWay; campaign: string | null; staff?: { personId: string; reason: WithdrawalReason } },
  now: number,
): Promise<void> {
  const guard = db
    .prepare(
      `UPDATE subscribers SET state = 'withdrawn', ended_at = ?2, paused_until = NULL, version = version + 1, updated_at = ?2
       WHERE id = ?1 AND state IN ('active', 'paused')`,
    )
    .bind(reader.id, now)
  const detail = {
    way,
    campaign,
    by: staff?.personId ?? 'reader',
    ...(staff && { reason: staff.reason }),
    // What undoing it brings back.
    ...(reader.state === 'paused' && { pausedUntil: reader.pausedUntil }),
  }
  const write = (...more: D1PreparedStatement[]) =>
    record(
      db,
      [guard, cancelWaiting(db, reader.id, 'left', now), db.prepare('DELETE FROM address_changes WHERE subscriber_id = ?').bind(reader.id), ...more],
      [{ kind: 'withdrawn', addressKey: reader.addressKey, subscriberId: reader.id, detail }],
      now,
    )
  if (staff) await withAudit(db, { actor: staff.personId, action: 'reader.withdrawn', object: reader.id, detail: { reason: staff.reason } }, write, now)
  else await write()
}
