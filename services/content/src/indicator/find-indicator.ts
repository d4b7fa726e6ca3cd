import type { RequestContext } from '@stem/contracts/context'
import { IN_PUBLIC } from '../facts/card.ts'
import { indicatorOf, SELECT_INDICATORS, type IndicatorRow, type PublicIndicator } from '../indicators/read-indicator.ts'

/** A vintage without its values. `importedAt`: epoch milliseconds. */
export type Vintage = {
  number: number
  publisher: string
  source: string
  licence: string | null
  retrievedOn: string
  fileHash: string
  importedAt: number
}
/** A snapshot without its values. `createdAt`: epoch milliseconds. */
export type SnapshotNote = { id: string; vintage: number; hash: string; createdAt: number }
/** A public indicator with its vintages, the newest first, and the snapshots of it. */
export type FoundIndicator = { indicator: PublicIndicator; vintages: Vintage[]; snapshots: SnapshotNote[] }

/** Id of the public indicator whose slug is bound as `?3`; `?2` is the time. */
export const PUBLIC_INDICATOR = `(SELECT p.item_id FROM published p WHERE ${IN_PUBLIC} AND p.type = 'indicator' AND p.slug = ?3)`

/** Statements that read an indicator with its vintages and snapshots, for one batch. */
export const readingOf = (db: D1Database, slug: string, { locale, now }: Pick<RequestContext, 'locale' | 'now'>): D1PreparedStatement[] => [
  db.prepare(`${SELECT_INDICATORS} AND p.slug = ?3`).bind(locale, now, slug),
  db
    .prepare(
      `SELECT number, publisher, source_url AS source, licence, retrieved_on AS retrievedOn, file_hash AS fileHash, imported_at AS importedAt
       FROM vintages WHERE item_id = ${PUBLIC_INDICATOR} ORDER BY number DESC`,
    )
    .bind(locale, now, slug),
  db
    .prepare(`SELECT id, vintage, hash, created_at AS createdAt FROM snapshots WHERE item_id = ${PUBLIC_INDICATOR} ORDER BY created_at DESC`)
    .bind(locale, now, slug),
]

/** What `readingOf` found, or null. */
export function foundIn([own, vintages, snapshots]: D1Result[]): FoundIndicator | null {
  const row = (own?.results as IndicatorRow[] | undefined)?.[0]
  if (!row) return null
  return { indicator: indicatorOf(row), vintages: (vintages?.results ?? []) as Vintage[], snapshots: (snapshots?.results ?? []) as SnapshotNote[] }
}

/** The public indicator at `slug`, in one round trip; null when there is none. */
export const findIndicator = async (
  { db }: { db: D1Database },
  slug: string,
  context: Pick<RequestContext, 'locale' | 'now'>,
): Promise<FoundIndicator | null> => foundIn(await db.batch(readingOf(db, slug, context)))
