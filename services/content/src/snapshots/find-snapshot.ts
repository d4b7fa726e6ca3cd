import type { SnapshotDoc } from '@stem/contracts/api-indicators'
import type { RequestContext } from '@stem/contracts/context'
import { pathOf } from '../addresses/address-of.ts'
import { CARD_COLUMNS, CARD_TEXT, IN_PUBLIC, type CardRow } from '../facts/card.ts'
import { indicatorOf, SELECT_INDICATORS, type IndicatorRow, type PublicIndicator } from '../indicators/read-indicator.ts'
import { CITES } from './pin-snapshot.ts'

/** A snapshot as it was pinned. `text`: the content byte by byte, as its hash covers it. `createdAt`: epoch milliseconds. */
export type Snapshot = { id: string; hash: string; createdAt: number; text: string; doc: SnapshotDoc }
/** A public item that cites a snapshot. `path`: where it stands on this site; null when it has no page. */
export type Citing = { title: string; locale: string; path: string | null }
/** What stands at the address of a snapshot; `withdrawn` when its indicator is no longer public. */
export type SnapshotLookup =
  | { found: 'snapshot'; snapshot: Snapshot; indicator: PublicIndicator; citedBy: Citing[] }
  | { found: 'withdrawn' }
  | { found: 'none' }

type Row = { id: string; hash: string; created_at: number; doc: string }

/** Looks up a snapshot with the indicator as it stands now and what cites it, in one round trip. */
export async function findSnapshot({ db }: { db: D1Database }, id: string, { locale, now }: Pick<RequestContext, 'locale' | 'now'>): Promise<SnapshotLookup> {
  const [own, current, citing] = await db.batch([
    db.prepare('SELECT id, hash, created_at, doc FROM snapshots WHERE id = ?').bind(id),
    db.prepare(`${SELECT_INDICATORS} AND p.item_id = (SELECT item_id FROM snapshots WHERE id = ?3)`).bind(locale, now, id),
    db
      .prepare(
        `SELECT ${CARD_COLUMNS} FROM relations r JOIN published p ON p.item_id = r.from_id ${CARD_TEXT}
         WHERE ${IN_PUBLIC} AND r.to_id = ?3 AND r.kind = '${CITES}' ORDER BY p.sort_title LIMIT 100`,
      )
      .bind(locale, now, id),
  ])
  const row = (own?.results as Row[] | undefined)?.[0]
  if (!row) return { found: 'none' }
  const indicator = (current?.results as IndicatorRow[] | undefined)?.[0]
  if (!indicator) return { found: 'withdrawn' }
  return {
    found: 'snapshot',
    snapshot: { id: row.id, hash: row.hash, createdAt: row.created_at, text: row.doc, doc: JSON.parse(row.doc) as SnapshotDoc },
    indicator: indicatorOf(indicator),
    citedBy: ((citing?.results ?? []) as CardRow[]).map(({ title, locale: lang, type, slug }) => ({ title, locale: lang, path: pathOf(type, slug) })),
  }
}
