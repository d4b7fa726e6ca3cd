import { commit } from '@stem/jobs/commit'
import { insist } from '@stem/jobs/lost'
import { readerKeyMaker, type Desk } from '../readers/reader.ts'
import { countRows, forgetPieces, type Import } from './import.ts'
import { isBlank, parseRows } from './parse-rows.ts'
import { readRecord } from './read-record.ts'
import { standing } from './standing.ts'

const ROWS_AT_ONCE = 1000

/** A row as it goes into the database: number, hash of the address, what is kept, why it is refused. */
type Line = { n: number; k: string | null; r: string; why: string | null }
/** What is read next, and where reading goes on after it. */
type Next = { rows: (string[] | null)[]; piece: number; offset: number; isEnd: boolean }

/** Reads from the pieces what is next: the rows that end within the present piece, or within as many more as one row needs. */
async function nextRows(db: D1Database, { id, pieces, piece, offset, delimiter }: Import): Promise<Next> {
  let text = ''
  const ends: number[] = []
  for (let number = piece; number < pieces; number++) {
    const row = await insist(() => db.prepare('SELECT text FROM import_pieces WHERE import_id = ? AND number = ?').bind(id, number).first<{ text: string }>())
    text += number === piece ? (row?.text ?? '').slice(offset) : (row?.text ?? '')
    ends.push(text.length)
    const isLast = number === pieces - 1
    const { rows, used } = parseRows(text, delimiter, isLast)
    if (rows.length === 0 && !isLast) continue
    const within = ends.findIndex((end) => used < end)
    const isEnd = isLast && used >= text.length
    if (within === -1) return { rows, piece: number + 1, offset: 0, isEnd }
    return { rows, piece: piece + within, offset: within === 0 ? offset + used : used - (ends[within - 1] ?? 0), isEnd }
  }
  return { rows: [], piece: pieces, offset: 0, isEnd: true }
}

/** The rows of a file as lines for the database, empty ones left out; an address that comes again within them is a double. */
async function linesOf(desk: Desk, at: Import, rows: (string[] | null)[]): Promise<Line[]> {
  const seen = new Set<string>()
  const lines: Line[] = []
  const keyOf = await readerKeyMaker(desk)
  for (const [index, cells] of rows.entries()) {
    const n = at.cursor + 1 + index
    if (cells === null) lines.push({ n, k: null, r: '""', why: 'unreadable' })
    else if (!isBlank(cells)) {
      const read = readRecord(cells, at)
      if ('reason' in read) lines.push({ n, k: null, r: JSON.stringify(read.typed), why: read.reason })
      else {
        const key = await keyOf(read.record.address)
        if (seen.has(key)) lines.push({ n, k: null, r: JSON.stringify(read.record.address), why: 'double' })
        else lines.push({ n, k: key, r: JSON.stringify(read.record), why: null })
        seen.add(key)
      }
    }
  }
  return lines
}

/** Statement that keeps lines with what would become of them now, as long as nobody else has read this part. */
const keepLines = (db: D1Database, { id, piece, offset }: Import, lines: Line[], now: number): D1PreparedStatement =>
  db
    .prepare(
      `INSERT INTO import_rows (import_id, number, address_key, record, outcome, reason)
       SELECT ?1, n, CASE WHEN why IS NULL AND NOT doubled THEN k END,
         CASE WHEN why IS NOT NULL THEN r WHEN doubled THEN json_quote(r ->> 'address') WHEN stands = 'ready' THEN r END,
         CASE WHEN why IS NOT NULL OR doubled THEN 'refused' ELSE stands END, CASE WHEN why IS NOT NULL THEN why WHEN doubled THEN 'double' END
       FROM (
         SELECT j.value ->> 'n' AS n, j.value ->> 'k' AS k, j.value ->> 'r' AS r, j.value ->> 'why' AS why,
           EXISTS (SELECT 1 FROM import_rows b WHERE b.import_id = ?1 AND b.address_key = j.value ->> 'k') AS doubled,
           ${standing("(j.value ->> 'k')", '?3')} AS stands
         FROM json_each(?2) j)
       WHERE EXISTS (SELECT 1 FROM imports i WHERE i.id = ?1 AND i.state = 'uploaded' AND i.piece = ?4 AND i."offset" = ?5)
       ON CONFLICT DO NOTHING`,
    )
    .bind(id, JSON.stringify(lines), now, piece, offset)

/**
 * Reads and checks the next part of a file: its rows and the place where reading goes on are written in one batch, so a run that ends in
 * between is taken up by the next, and two at once are as good as one. After the last part the import is checked, and the text goes.
 */
export async function checkNext(desk: Desk, at: Import, now: number): Promise<'read' | 'checked'> {
  const { db } = desk
  const { id } = at
  if (at.piece >= at.pieces) {
    const { reasons: _reasons, ...counts } = await countRows(db, id)
    const guard = db
      .prepare("UPDATE imports SET state = 'checked', updated_at = ?3 WHERE id = ?1 AND state = 'uploaded' AND piece = ?2")
      .bind(id, at.piece, now)
    await commit(db, [guard, forgetPieces(db, id)], { actor: 'system', action: 'import.checked', object: id, detail: { rows: at.rows, ...counts } }, now)
    return 'checked'
  }
  const next = await nextRows(db, at)
  const lines = await linesOf(desk, at, next.rows)
  const statements: D1PreparedStatement[] = []
  for (let from = 0; from < lines.length; from += ROWS_AT_ONCE) statements.push(keepLines(db, at, lines.slice(from, from + ROWS_AT_ONCE), now))
  const move = db
    .prepare(
      `UPDATE imports SET piece = ?4, "offset" = ?5, cursor = cursor + ?6, rows = rows + ?7, updated_at = ?8
       WHERE id = ?1 AND state = 'uploaded' AND piece = ?2 AND "offset" = ?3`,
    )
    .bind(id, at.piece, at.offset, next.isEnd ? at.pieces : next.piece, next.isEnd ? 0 : next.offset, next.rows.length, lines.length, now)
  await insist(() => db.batch([...statements, move]))
  return 'read'
}
