import type { ShippedLocale } from '@stem/i18n/locales'
import { fail, ok, type Result } from '@stem/web/result'
import { PURPOSE } from '../ledger/entry.ts'
import { record } from '../ledger/record.ts'
import { compareSoon } from '../readers/compare-members.ts'
import { domainOf } from '../readers/carried.ts'
import { readerById, type Desk, type Reader } from '../readers/reader.ts'
import { shownBeside } from '../subscribe/consent-text.ts'
import { notSuppressed } from '../suppressions/suppress.ts'
import { changeById, isDone, type AddressChange, type Side } from './change.ts'

/** `waiting`: the other side has still to agree. `done`: the reader has the new address. */
export type Agreed = { state: 'waiting' } | { state: 'done'; reader: Reader }

const COLUMN = { old: 'old_at', new: 'new_at' } as const
const OTHER = { old: 'new_at', new: 'old_at' } as const

/**
 * The second side agreed: reader, ledger, and what waits to be sent move to the new address in one batch, and every link of the old one ends.
 * Who had left under the new address is the same reader from now on. Stale when the reader is gone, or the new address belongs to another
 * reader or is suppressed by now.
 */
async function move(
  { db }: Pick<Desk, 'db'>,
  { change, side, shownIn }: { change: AddressChange; side: Side; shownIn: ShippedLocale },
  reader: Reader,
  now: number,
): Promise<'done' | 'stale'> {
  const { id, address, addressKey, askedAt } = change
  const guard = db
    .prepare(
      `UPDATE address_changes SET ${COLUMN[side]} = ?2 WHERE id = ?1 AND ${COLUMN[side]} IS NULL AND ${OTHER[side]} IS NOT NULL AND expires_at > ?2
         AND EXISTS (SELECT 1 FROM subscribers r WHERE r.id = subscriber_id AND r.address_key = ?3 AND r.state IN ('active', 'paused'))
         AND NOT EXISTS (SELECT 1 FROM subscribers o WHERE o.address_key = address_changes.address_key AND o.state IN ('active', 'paused'))
         AND ${notSuppressed('address_changes.address_key', '?2')}`,
    )
    .bind(id, now, reader.addressKey)
  const run = (sql: string, ...values: (string | number | null)[]) => db.prepare(sql).bind(...values)
  const { topics, countries, frequency, locale } = reader
  const { shown, rows } = await shownBeside(db, shownIn, now)
  return record(
    db,
    [
      guard,
      run('UPDATE deliveries SET subscriber_id = ?1 WHERE subscriber_id = (SELECT id FROM subscribers WHERE address_key = ?2)', reader.id, addressKey),
      run('DELETE FROM subscribers WHERE address_key = ?2 AND id <> ?1', reader.id, addressKey),
      run(
        `UPDATE subscribers SET address = ?2, address_key = ?3, domain = ?4, link_epoch = link_epoch + 1, version = version + 1, updated_at = ?5 WHERE id = ?1`,
        reader.id,
        address,
        addressKey,
        domainOf(address),
        now,
      ),
      // A row for each campaign and address: an issue that the new address has a row for already is not sent a second time.
      run(
        `UPDATE deliveries SET state = 'cancelled', why = 'moved', settled_at = ?3 WHERE subscriber_id = ?1 AND address_key <> ?2 AND state = 'pending'
           AND EXISTS (SELECT 1 FROM deliveries d WHERE d.campaign_id = deliveries.campaign_id AND d.address_key = ?2)`,
        reader.id,
        addressKey,
        now,
      ),
      run(
        "UPDATE deliveries SET address_key = ?2, domain = ?3 WHERE subscriber_id = ?1 AND address_key <> ?2 AND state = 'pending'",
        reader.id,
        addressKey,
        domainOf(address),
      ),
      compareSoon(db),
      ...rows,
      run("UPDATE mails SET state = 'dropped', settled_at = ?2, address = NULL, facts = NULL WHERE address = ?1 AND state = 'queued'", reader.address, now),
    ],
    [
      { kind: 'changed', addressKey: reader.addressKey, subscriberId: reader.id, detail: { way: 'address', to: addressKey, askedAt, ...shown } },
      {
        kind: 'confirmed',
        addressKey,
        subscriberId: reader.id,
        detail: { purpose: PURPOSE, topics, countries, frequency, locale, how: 'address', from: reader.addressKey, askedAt, ...shown },
      },
    ],
    now,
  )
}

/** The button behind the link of one side was pressed; `shownIn`: language of its page. Twice is once, and the order does not matter. `gone`: it cannot be any more. */
export async function agree(
  desk: Pick<Desk, 'db'>,
  { change, side, shownIn }: { change: AddressChange; side: Side; shownIn: ShippedLocale },
  now: number,
): Promise<Result<Agreed, 'gone'>> {
  const { db } = desk
  const { meta } = await db
    .prepare(`UPDATE address_changes SET ${COLUMN[side]} = coalesce(${COLUMN[side]}, ?2) WHERE id = ?1 AND ${OTHER[side]} IS NULL AND expires_at > ?2`)
    .bind(change.id, now)
    .run()
  if (meta.changes > 0) return ok({ state: 'waiting' })
  const [current, reader] = await Promise.all([changeById(db, change.id), readerById(db, change.subscriberId)])
  if (!current || !reader) return fail('gone')
  if (!isDone(current)) await move(desk, { change: current, side, shownIn }, reader, now)
  const after = await readerById(db, change.subscriberId)
  return after?.addressKey === change.addressKey ? ok({ state: 'done', reader: after }) : fail('gone')
}

/** The reader does not want it after all, by the link to the present address; nothing has changed. False when it is done, or was called off before. */
export async function callOff({ db }: Pick<Desk, 'db'>, change: AddressChange): Promise<boolean> {
  const { meta } = await db.prepare('DELETE FROM address_changes WHERE id = ? AND (old_at IS NULL OR new_at IS NULL)').bind(change.id).run()
  return meta.changes > 0
}
