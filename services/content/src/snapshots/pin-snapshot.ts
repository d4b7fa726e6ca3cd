import type { SnapshotDoc } from '@stem/contracts/api-indicators'
import { entityTag, listTag } from '@stem/contracts/purge'
import { commit } from '@stem/jobs/commit'
import { fingerprint, newId } from '@stem/jobs/ids'
import { outboxRow } from '@stem/jobs/outbox'
import { fail, ok, type Result } from '@stem/web/result'
import type { AllPoints } from '../model/series.ts'

/** Kind of relation from an item to the snapshot whose values it cites. */
export const CITES = 'cites'
const ID_LENGTH = 26

/** Which vintage of which indicator is pinned, and the public item that cites it; null when none does yet. */
export type Pin = { itemId: string; vintage: number; citedBy: string | null }

type VintageRow = {
  code: string
  title: string
  unit: string
  publisher: string
  source: string
  licence: string | null
  retrievedOn: string
  series: string
}

async function read(db: D1Database, { itemId, vintage, citedBy }: Pin): Promise<{ row: VintageRow | undefined; isCiting: boolean }> {
  const [rows, citing] = await db.batch([
    db
      .prepare(
        `SELECT i.fields ->> '$.code' AS code, t.title, i.fields ->> '$.unit' AS unit, v.publisher, v.source_url AS source, v.licence, v.retrieved_on AS retrievedOn, v.series
         FROM vintages v JOIN items i ON i.id = v.item_id AND i.state = 'published' JOIN translations t ON t.item_id = i.id AND t.locale = i.original_locale
         WHERE v.item_id = ? AND v.number = ?`,
      )
      .bind(itemId, vintage),
    db.prepare("SELECT 1 FROM published WHERE item_id = ? AND visibility = 'public'").bind(citedBy),
  ])
  return { row: (rows?.results as VintageRow[] | undefined)?.[0], isCiting: citedBy === null || (citing?.results.length ?? 0) > 0 }
}

/**
 * Keeps a vintage for good, as somebody cites it. The same content has one snapshot, however often it is pinned; its id is the
 * beginning of its hash. `unknown`: there is no such vintage in public, or no such item.
 */
export async function pinSnapshot({ db }: { db: D1Database }, who: string, pin: Pin, now: number): Promise<Result<{ id: string }, 'unknown'>> {
  const { row, isCiting } = await read(db, pin)
  if (!row || !isCiting) return fail('unknown')
  const { series, ...about } = row
  const doc: SnapshotDoc = { ...about, vintage: pin.vintage, series: JSON.parse(series) as AllPoints }
  const text = JSON.stringify(doc)
  const hash = await fingerprint(text)
  const id = `snp_${hash.slice(0, ID_LENGTH)}`
  const keep = db
    .prepare(
      `INSERT INTO snapshots (id, item_id, vintage, hash, doc, created_at, created_by) SELECT ?1, ?2, ?3, ?4, ?5, ?6, ?7
       WHERE NOT EXISTS (SELECT 1 FROM snapshots WHERE id = ?1)`,
    )
    .bind(id, pin.itemId, pin.vintage, hash, text, now, who)
  const cite = db
    .prepare(
      'INSERT INTO relations (from_id, to_id, kind) SELECT ?1, ?2, ?3 WHERE NOT EXISTS (SELECT 1 FROM relations WHERE from_id = ?1 AND to_id = ?2 AND kind = ?3)',
    )
    .bind(pin.citedBy, id, CITES)
  const tags = [entityTag(pin.itemId), listTag('indicator'), ...(pin.citedBy === null ? [] : [entityTag(pin.citedBy)])]
  const tell = () => outboxRow(db, { id: newId('out', now), kind: 'purge', payload: { tags } }, now)
  const entry = { object: id, actor: who, detail: { indicator: pin.itemId, vintage: pin.vintage } }
  // Each has a guard of its own: what is there already is left as it is, and tells nobody.
  await commit(db, [keep, tell()], { ...entry, action: 'snapshot.pinned' }, now)
  if (pin.citedBy !== null) await commit(db, [cite, tell()], { ...entry, action: 'snapshot.cited', detail: { item: pin.citedBy } }, now)
  return ok({ id })
}
