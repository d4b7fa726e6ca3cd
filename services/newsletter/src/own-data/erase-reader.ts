import { forgetInImports } from '../imports/forget-imports.ts'
import { record } from '../ledger/record.ts'
import { cancelWaiting, readerByKey, type Desk, type Reader } from '../readers/reader.ts'
import { suppressRow } from '../suppressions/suppress.ts'

/** Why a reader is forgotten: asked on the page of their data, their account was erased, or they left long ago, or they were forgotten before and the database was brought back. */
export type ErasureWay = 'page' | 'account' | 'time' | 'restore'

/** Statements that forget what waits for an address: wishes that nobody confirmed, and the mails for them. */
const forgetWishes = (db: D1Database, addressKey: string, at: number): D1PreparedStatement[] => [
  db
    .prepare(
      `UPDATE mails SET state = CASE WHEN state = 'queued' THEN 'dropped' ELSE state END, address = NULL, facts = NULL
       WHERE address IN (SELECT address FROM opt_ins WHERE address_key = ? AND asked_at <= ?)`,
    )
    .bind(addressKey, at),
  db.prepare('DELETE FROM opt_ins WHERE address_key = ? AND asked_at <= ?').bind(addressKey, at),
  // A change of address as well: from it or to it.
  db
    .prepare(
      `UPDATE mails SET state = CASE WHEN state = 'queued' THEN 'dropped' ELSE state END, address = NULL, facts = NULL
       WHERE address IN (SELECT address FROM address_changes WHERE asked_at <= ?2 AND (address_key = ?1 OR subscriber_id = (SELECT id FROM subscribers WHERE address_key = ?1)))`,
    )
    .bind(addressKey, at),
  db
    .prepare('DELETE FROM address_changes WHERE asked_at <= ?2 AND (address_key = ?1 OR subscriber_id = (SELECT id FROM subscribers WHERE address_key = ?1))')
    .bind(addressKey, at),
]

/**
 * Forgets a reader: the address goes, everywhere. What stays is a keyed hash with dates, which shows that consent was given and ended,
 * and keeps an import from bringing the address back. Twice is once.
 */
export async function eraseReader({ db }: Pick<Desk, 'db'>, reader: Reader, way: ErasureWay, now: number): Promise<void> {
  const guard = db
    .prepare(
      `UPDATE subscribers SET state = 'erased', address = NULL, domain = NULL, topics = '[]', countries = '[]', locale = 'en', paused_until = NULL,
         ended_at = coalesce(ended_at, ?2), link_epoch = link_epoch + 1, version = version + 1, updated_at = ?2
       WHERE id = ?1 AND state <> 'erased'`,
    )
    .bind(reader.id, now)
  await record(
    db,
    [
      guard,
      cancelWaiting(db, reader.id, 'erased', now),
      ...forgetWishes(db, reader.addressKey, now),
      ...forgetInImports(db, reader),
      db.prepare("UPDATE deliveries SET domain = '' WHERE subscriber_id = ?").bind(reader.id),
      db
        .prepare("UPDATE mails SET state = CASE WHEN state = 'queued' THEN 'dropped' ELSE state END, address = NULL, facts = NULL WHERE address = ?")
        .bind(reader.address),
      suppressRow(db, { addressKey: reader.addressKey, reason: way === 'time' ? 'left' : 'erasure', source: way }, now),
    ],
    [{ kind: 'erased', addressKey: reader.addressKey, subscriberId: reader.id, detail: { way } }],
    now,
  )
}

/**
 * Forgets what is held of somebody whose account was erased: the subscription of their address, if there is one, and mails to themselves.
 * Gives the statements for what is left. `addressKey`: keyed hash of the address as this service knows it; null when there was none.
 * `at`: since when; who subscribed anew after it stays.
 */
export async function forgetPerson(
  desk: Pick<Desk, 'db'>,
  [personId, addressKey, at]: readonly [personId: string, addressKey: string | null, at: number],
  now: number,
): Promise<D1PreparedStatement[]> {
  const { db } = desk
  const reader = addressKey === null ? null : await readerByKey(db, addressKey)
  if (reader && reader.confirmedAt <= at) await eraseReader(desk, reader, 'account', now)
  return [
    ...(addressKey === null ? [] : forgetWishes(db, addressKey, at)),
    db
      .prepare(
        "UPDATE mails SET state = CASE WHEN state = 'queued' THEN 'dropped' ELSE state END, address = NULL, facts = NULL, person_id = NULL WHERE person_id = ?",
      )
      .bind(personId),
  ]
}
