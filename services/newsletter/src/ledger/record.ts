import { appendToChain, type MakeLink } from '@stem/jobs/chain'
import { fingerprint } from '@stem/jobs/ids'
import type { Consent, NewConsent } from './entry.ts'

/** The hash of an entry: SHA-256 over its parts, each in JSON, one list. */
export const consentHash = ({ seq, at, kind, addressKey, subscriberId, detail, previous }: Omit<Consent, 'hash'>): Promise<string> =>
  fingerprint(JSON.stringify([seq, at, kind, addressKey, subscriberId, detail, previous]))

const linkOf =
  (db: D1Database, { kind, addressKey, subscriberId, detail }: NewConsent, now: number): MakeLink =>
  async ({ seq, previous, guarded }) => {
    const entry = { seq, at: now, kind, addressKey, subscriberId, detail: JSON.stringify(detail), previous }
    const hash = await consentHash(entry)
    const row = db
      .prepare(
        `INSERT INTO consents (seq, at, kind, address_key, subscriber_id, detail, previous, hash)
         SELECT ?1, ${guarded ? 'CASE WHEN changes() > 0 THEN ?2 END' : '?2'}, ?3, ?4, ?5, ?6, ?7, ?8`,
      )
      .bind(seq, now, kind, addressKey, subscriberId, entry.detail, previous, hash)
    return { hash, row }
  }

/**
 * Runs `statements` and records what they mean for consent, in one batch: no state of a reader changes without its entry. `stale`: the
 * first statement, the guard, changed no row, and nothing was written.
 */
export const record = (
  db: D1Database,
  statements: readonly [D1PreparedStatement, ...D1PreparedStatement[]],
  entries: readonly [NewConsent, ...NewConsent[]],
  now: number,
): Promise<'done' | 'stale'> =>
  appendToChain(
    db,
    'consents',
    statements,
    entries.map((entry) => linkOf(db, entry, now)),
  )

/** Links of many entries, written by one statement. The hash is that of the first: where it stands, all of them do. */
const linkOfMany =
  (db: D1Database, entries: readonly NewConsent[], now: number): MakeLink =>
  async ({ seq, previous, guarded }) => {
    const rows: (string | number | null)[][] = []
    const hashes: string[] = []
    for (const [index, { kind, addressKey, subscriberId, detail }] of entries.entries()) {
      const entry = { seq: seq + index, at: now, kind, addressKey, subscriberId, detail: JSON.stringify(detail), previous: hashes.at(-1) ?? previous }
      hashes.push(await consentHash(entry))
      rows.push([entry.seq, kind, addressKey, subscriberId, entry.detail, entry.previous, hashes.at(-1) ?? ''])
    }
    const row = db
      .prepare(
        `INSERT INTO consents (seq, at, kind, address_key, subscriber_id, detail, previous, hash)
         SELECT value ->> 0, ${guarded ? 'CASE WHEN changes() > 0 THEN ?2 END' : '?2'}, value ->> 1, value ->> 2, value ->> 3, value ->> 4, value ->> 5, value ->> 6
         FROM json_each(?1)`,
      )
      .bind(JSON.stringify(rows), now)
    return { hash: hashes[0] ?? '', row }
  }

/** As `record`, for many entries of about the same moment: at most 1,000, since they are one text in one statement. */
export const recordMany = (
  db: D1Database,
  statements: readonly [D1PreparedStatement, ...D1PreparedStatement[]],
  entries: readonly [NewConsent, ...NewConsent[]],
  now: number,
): Promise<'done' | 'stale'> => appendToChain(db, 'consents', statements, [linkOfMany(db, entries, now)])
