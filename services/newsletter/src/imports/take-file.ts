import { commit } from '@stem/jobs/commit'
import { newId } from '@stem/jobs/ids'
import { insist } from '@stem/jobs/lost'
import { fail, ok, type Result } from '@stem/web/result'
import { columnsOf, readHeader, type Header } from './header.ts'
import { forgetPieces, type Defaults } from './import.ts'
import { textOf } from './read-text.ts'
import type { FileFault } from './zipped-table.ts'

/** Most rows of a file. */
export const MOST_ROWS = 200_000
/** Letters of a piece: far below what a row of the database may hold, whatever the letters are. */
export const PIECE = 128 * 1024

/** A file of readers as it is sent. `consentedOn`: an ISO day. */
export type Given = { formKey: string; file: Blob; basis: string; source: string; consentedOn: string; defaults: Defaults; by: string }

/** Where `text` can be cut at about `length` letters without cutting one in half. */
const cutAt = (text: string, length: number): number => {
  const last = text.charCodeAt(length - 1)
  return last >= 0xd8_00 && last < 0xdc_00 ? length - 1 : length
}

/** Keeps the text of the file piece by piece, and reads its header. */
async function keepPieces(db: D1Database, id: string, file: Blob, now: number): Promise<Result<Header & { pieces: number }, FileFault>> {
  let waiting = ''
  let pieces = 0
  let lines = 0
  let head: Header | null = null
  const keep = async (text: string): Promise<FileFault | null> => {
    if (pieces === 0) {
      head = readHeader(text)
      if (head === null) return 'header'
    }
    const number = pieces++
    await insist(() =>
      db
        .prepare('INSERT INTO import_pieces (import_id, number, text, created_at) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING')
        .bind(id, number, text, now)
        .run(),
    )
    return null
  }
  for await (const part of textOf(file)) {
    if ('fault' in part) return fail(part.fault)
    waiting += part.text
    for (let at = part.text.indexOf('\n'); at !== -1; at = part.text.indexOf('\n', at + 1)) lines++
    if (lines > MOST_ROWS + 1) return fail('too_many')
    while (waiting.length > PIECE) {
      const cut = cutAt(waiting, PIECE)
      const fault = await keep(waiting.slice(0, cut))
      if (fault !== null) return fail(fault)
      waiting = waiting.slice(cut)
    }
  }
  if (pieces === 0 && waiting.trim() === '') return fail('empty')
  const fault = waiting === '' ? null : await keep(waiting)
  if (fault !== null || head === null) return fail(fault ?? 'header')
  const header = head as Header
  return pieces === 1 && waiting.slice(header.offset).trim() === '' ? fail('no_rows') : ok({ ...header, pieces })
}

/**
 * Takes a file in: its text, in pieces, and the row of the import when all of them are there. What is wrong with the file as a whole is
 * told at once; its rows are read afterwards. The same form sent again is the same import.
 */
export async function takeFile({ db }: { db: D1Database }, given: Given, now: number): Promise<Result<{ id: string }, FileFault>> {
  const { formKey, file, basis, source, consentedOn, defaults, by } = given
  const before = () => insist(() => db.prepare('SELECT id FROM imports WHERE form_key = ?').bind(formKey).first<{ id: string }>())
  const known = await before()
  if (known) return ok(known)
  const id = newId('imp', now)
  const kept = await keepPieces(db, id, file, now)
  if (!kept.ok) {
    await insist(() => forgetPieces(db, id).run())
    return kept
  }
  const { delimiter, header, offset, lines, pieces } = kept.value
  const { columns, isClear } = columnsOf(header)
  const guard = db
    .prepare(
      `INSERT INTO imports (id, form_key, state, basis, source, consented_on, by, defaults, delimiter, header, columns, pieces, piece, "offset", rows, cursor, created_at, updated_at)
       VALUES (?1, ?2, 'uploaded', ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, 0, ?12, 0, ?14, ?13, ?13) ON CONFLICT (form_key) DO NOTHING`,
    )
    .bind(
      id,
      formKey,
      basis,
      source,
      consentedOn,
      by,
      JSON.stringify(defaults),
      delimiter,
      JSON.stringify(header),
      isClear ? JSON.stringify(columns) : null,
      pieces,
      offset,
      now,
      lines,
    )
  const outcome = await commit(db, [guard], { actor: by, action: 'import.uploaded', object: id, detail: { bytes: file.size } }, now)
  if (outcome === 'done') return ok({ id })
  await insist(() => forgetPieces(db, id).run())
  return ok((await before()) ?? { id })
}
