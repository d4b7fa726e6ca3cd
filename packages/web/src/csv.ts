import Papa from 'papaparse'
import { file, type Keeping } from './file.ts'

type Cell = string | number | null
// The library's own pattern lets a cell pass that holds a line break.
const SAFE = { escapeFormulae: /^[=+\-@\t\r]/, newline: '\r\n' }

/** Rows as CSV (RFC 4180) with a byte order mark, so that spreadsheets read it as UTF-8. No cell can be run as a formula. */
export const toCsv = (columns: string[], rows: Cell[][]): string => `\uFEFF${Papa.unparse([columns, ...rows], SAFE)}\r\n`

/** A CSV file for saving. */
export const csv = (columns: string[], rows: Cell[][], keeping: Keeping & { filename: string }): Response =>
  file(toCsv(columns, rows), 'text/csv; charset=utf-8; header=present', keeping)

/**
 * A CSV file for one person, written while it is read: as many rows as there are, and no more of them in memory than one page. `pages`:
 * rows, some at a time; it is asked for the next only when the one before has left. `filename`: ASCII.
 */
export function csvStream(columns: string[], pages: AsyncGenerator<Cell[][]>, filename: string): Response {
  const encoder = new TextEncoder()
  const body = new ReadableStream<Uint8Array>({
    start: (controller) => controller.enqueue(encoder.encode(toCsv(columns, []))),
    async pull(controller) {
      let page = await pages.next()
      while (!page.done && page.value.length === 0) page = await pages.next()
      if (page.done) controller.close()
      else controller.enqueue(encoder.encode(`${Papa.unparse(page.value, SAFE)}\r\n`))
    },
    cancel: async () => void (await pages.return(undefined)),
  })
  return new Response(body, {
    headers: {
      'content-type': 'text/csv; charset=utf-8; header=present',
      'content-disposition': `attachment; filename="${filename}"`,
      'cache-control': 'no-store',
    },
  })
}
