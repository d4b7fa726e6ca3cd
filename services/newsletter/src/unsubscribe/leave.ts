import { record } from '../ledger/record.ts'
import { cancelWaiting, readerById, type Desk, type Reader } from '../readers/reader.ts'

/** By which way a reader left. */
export type LeavingWay = 'one-click' | 'page' | 'mail' | 'preferences' | 'staff' | 'api'

/**
 * The reader leaves: no claim after this hands a mail over to them, also not in a campaign that runs. Twice is once; the answer says
 * the same. `by`: who, when it was not the reader.
 */
export async function leave(
  { db }: Pick<Desk, 'db'>,
  reader: Reader,
  { way, campaign, by = 'reader' }: { way: LeavingWay; campaign: string | null; by?: string },
  now: number,
): Promise<void> {
  const guard = db
    .prepare(
      `UPDATE subscribers SET state = 'withdrawn', ended_at = ?2, paused_until = NULL, version = version + 1, updated_at = ?2
       WHERE id = ?1 AND state IN ('active', 'paused')`,
    )
    .bind(reader.id, now)
  await record(
    db,
    [guard, cancelWaiting(db, reader.id, 'left', now)],
    [{ kind: 'withdrawn', addressKey: reader.addressKey, subscriberId: reader.id, detail: { way, campaign, by } }],
    now,
  )
}

/** The reader did not mean it: as it was before, within the hour in which the page offers it. False when there is nothing to undo. */
export async function comeBack({ db }: Pick<Desk, 'db'>, reader: Reader, now: number): Promise<boolean> {
  const guard = db
    .prepare("UPDATE subscribers SET state = 'active', ended_at = NULL, version = version + 1, updated_at = ?2 WHERE id = ?1 AND state = 'withdrawn'")
    .bind(reader.id, now)
  const outcome = await record(
    db,
    [guard],
    [{ kind: 'resumed', addressKey: reader.addressKey, subscriberId: reader.id, detail: { way: 'undo', leftAt: reader.endedAt } }],
    now,
  )
  return outcome === 'done' || (await readerById(db, reader.id))?.state === 'active'
}
