import { documentOfItem, type PublishedItem } from './document.ts'
import type { Present } from './write-documents.ts'

type TextRow = { seq: number; locale: string; title: string; summary: string; body: string }
type Row = Omit<PublishedItem, 'texts'>

const COLUMNS = 'seq, item_id, type, slug, visible_until, original_locale, country, sort_date, doc'

/**
 * What tells which of two reads of an item is the later: each projection has a higher number than any before (`seq` is never used
 * twice), and where there is none now, it is after all that have been given out.
 */
export const tokenOf = (seq: number | null, highest: number): number => (seq === null ? 2 * highest + 1 : 2 * seq)

/** Documents of rows of the projection, with their texts. */
const presentOf = (rows: Row[], texts: TextRow[]): Present[] => {
  const bySeq = Map.groupBy(texts, ({ seq }) => seq)
  return rows.map((row) => ({ id: row.item_id, token: tokenOf(row.seq, 0), document: documentOfItem({ ...row, texts: bySeq.get(row.seq) ?? [] }) }))
}

const highestOf = (db: D1Database): D1PreparedStatement => db.prepare("SELECT seq FROM sqlite_sequence WHERE name = 'published'")

/** How items stand in public at this moment, read as one. */
export async function readPresent(db: D1Database, ids: string[]): Promise<Present[]> {
  const asked = JSON.stringify(ids)
  const [rows, texts, highest] = await db.batch([
    db.prepare(`SELECT ${COLUMNS} FROM published WHERE visibility = 'public' AND item_id IN (SELECT value FROM json_each(?))`).bind(asked),
    db
      .prepare(
        `SELECT seq, locale, title, summary, body FROM published_texts
         WHERE seq IN (SELECT seq FROM published WHERE visibility = 'public' AND item_id IN (SELECT value FROM json_each(?))) ORDER BY seq, locale`,
      )
      .bind(asked),
    highestOf(db),
  ])
  const found = new Map(presentOf((rows?.results ?? []) as Row[], (texts?.results ?? []) as TextRow[]).map((one) => [one.id, one]))
  const last = (highest?.results as { seq: number }[] | undefined)?.[0]?.seq ?? 0
  return ids.map((id) => found.get(id) ?? { id, token: tokenOf(null, last), document: null })
}

/** The public items after number `from` of the projection, in its order, at most `most`; and the highest number there has been. */
export async function readPortion(db: D1Database, from: number, most: number): Promise<{ present: Present[]; last: number | null; highest: number }> {
  const portion = `FROM published WHERE visibility = 'public' AND seq > ?1 ORDER BY seq LIMIT ?2`
  const [rows, texts, highest] = await db.batch([
    db.prepare(`SELECT ${COLUMNS} ${portion}`).bind(from, most),
    db.prepare(`SELECT seq, locale, title, summary, body FROM published_texts WHERE seq IN (SELECT seq ${portion}) ORDER BY seq, locale`).bind(from, most),
    highestOf(db),
  ])
  const list = (rows?.results ?? []) as Row[]
  return {
    present: presentOf(list, (texts?.results ?? []) as TextRow[]),
    last: list.length < most ? null : (list.at(-1)?.seq ?? null),
    highest: (highest?.results as { seq: number }[] | undefined)?.[0]?.seq ?? 0,
  }
}
