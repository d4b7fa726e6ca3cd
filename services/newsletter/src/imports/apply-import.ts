import { commit } from '@stem/jobs/commit'
import { fingerprint, newId } from '@stem/jobs/ids'
import { insist } from '@stem/jobs/lost'
import { PURPOSE, type NewConsent } from '../ledger/entry.ts'
import { recordMany } from '../ledger/record.ts'
import { domainOf } from '../readers/carried.ts'
import { countRows, countsOf, settleRows, type Import, type Outcome } from './import.ts'
import type { ImportRecord } from './read-record.ts'
import { standing } from './standing.ts'

const PAGE = 1000

type Waiting = { number: number; addressKey: string; record: string; stands: Exclude<Outcome, 'added' | 'refused'> }
type New = Waiting & { readerId: string; own: ImportRecord }

/** The entry of a reader who is brought in: on which words of which import it rests, and when and where they consented. */
const entryOf = ({ id, source }: Import, basisHash: string, { addressKey, readerId, own }: New): NewConsent => ({
  kind: 'imported',
  addressKey,
  subscriberId: readerId,
  detail: {
    purpose: PURPOSE,
    basis: 'consent',
    basisHash,
    form: source,
    import: id,
    consentedAt: own.consentedAt,
    topics: own.topics,
    countries: own.countries,
    frequency: own.frequency,
    locale: own.locale,
  },
})

/** Statement that makes readers of rows. */
const addReaders = (db: D1Database, rows: readonly New[], now: number): D1PreparedStatement =>
  db
    .prepare(
      `INSERT INTO subscribers (id, address, address_key, domain, state, locale, frequency, topics, countries, is_member, link_epoch, version, confirmed_at, updated_at)
       SELECT value ->> 0, value ->> 1, value ->> 2, value ->> 3, 'active', value ->> 4, value ->> 5, value ->> 6, value ->> 7, 0, 1, 1, ?2, ?2 FROM json_each(?1)`,
    )
    .bind(
      JSON.stringify(
        rows.map(({ readerId, addressKey, own }) => [
          readerId,
          own.address,
          addressKey,
          domainOf(own.address),
          own.locale,
          own.frequency,
          JSON.stringify(own.topics),
          JSON.stringify(own.countries),
        ]),
      ),
      now,
    )

/** Statement that settles rows with one outcome. */
const settle = (db: D1Database, id: string, outcome: Outcome, rows: readonly { number: number }[]): D1PreparedStatement =>
  db
    .prepare(
      `UPDATE import_rows SET outcome = ?3, record = NULL, address_key = NULL
       WHERE import_id = ?1 AND outcome = 'ready' AND number IN (SELECT value FROM json_each(?2))`,
    )
    .bind(id, JSON.stringify(rows.map(({ number }) => number)), outcome)

/**
 * Writes what becomes of a page. The guard holds for all whom it adds: each row still waits, nobody became a reader, left or was suppressed
 * since the page was read, and nobody stopped the import; else nothing is written, and the page is read anew.
 */
async function writePage(db: D1Database, at: Import, rows: readonly New[], others: readonly D1PreparedStatement[], now: number): Promise<void> {
  const basisHash = await fingerprint(at.basis)
  const [first, ...rest] = rows.map((row) => entryOf(at, basisHash, row))
  if (!first) return void (await insist(() => db.batch([...others])))
  const guard = db
    .prepare(
      `UPDATE imports SET updated_at = ?4 WHERE id = ?1 AND state = 'approved'
         AND (SELECT count(*) FROM import_rows r WHERE r.import_id = ?1 AND r.outcome = 'ready' AND r.number IN (SELECT value FROM json_each(?2))) = json_array_length(?2)
         AND NOT EXISTS (SELECT 1 FROM json_each(?3) j WHERE ${standing('j.value', '?4')} <> 'ready')`,
    )
    .bind(at.id, JSON.stringify(rows.map(({ number }) => number)), JSON.stringify(rows.map(({ addressKey }) => addressKey)), now)
  await recordMany(db, [guard, addReaders(db, rows, now), settle(db, at.id, 'added', rows), ...others], [first, ...rest], now)
}

/**
 * Applies the next page of an approved import: readers, their entries in the ledger and what became of their rows stand together or not at
 * all. So it can be run twice, by two at once, and killed at any moment, and adds nobody twice. When no row waits any more, it is applied.
 */
export async function applyNext({ db }: { db: D1Database }, at: Import, now: number): Promise<'added' | 'applied'> {
  const { results } = await insist(() =>
    db
      .prepare(
        `SELECT r.number, r.address_key AS addressKey, r.record, ${standing('r.address_key', '?2')} AS stands FROM import_rows r
         WHERE r.import_id = ?1 AND r.outcome = 'ready' ORDER BY r.number LIMIT ${PAGE}`,
      )
      .bind(at.id, now)
      .all<Waiting>(),
  )
  if (results.length > 0) {
    const rows = results
      .filter(({ stands }) => stands === 'ready')
      .map((row): New => ({ ...row, readerId: newId('sub', now), own: JSON.parse(row.record) as ImportRecord }))
    const others = (['known', 'withdrawn', 'suppressed'] as const).flatMap((outcome) => {
      const own = results.filter(({ stands }) => stands === outcome)
      return own.length === 0 ? [] : [settle(db, at.id, outcome, own)]
    })
    await writePage(db, at, rows, others, now)
    return 'added'
  }
  const { reasons: _reasons, ...detail } = await countRows(db, at.id)
  const guard = db
    .prepare(
      `UPDATE imports SET state = 'applied', counts = ${countsOf('?1')}, ended_at = ?2, updated_at = ?2 WHERE id = ?1 AND state = 'approved'
         AND NOT EXISTS (SELECT 1 FROM import_rows r WHERE r.import_id = ?1 AND r.outcome = 'ready')`,
    )
    .bind(at.id, now)
  await commit(db, [guard, settleRows(db, at.id)], { actor: 'system', action: 'import.applied', object: at.id, detail }, now)
  return 'applied'
}
