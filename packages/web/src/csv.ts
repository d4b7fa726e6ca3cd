import Papa from 'papaparse'
import { file, type Keeping } from './file.ts'

type Cell = string | number | null
const ENDED = { escapeFormulae: true, newline: '\r\n' }

/** Rows as CSV (RFC 4180) with a byte order mark, so that spreadsheets read it as UTF-8. No cell can be run as a formula. */
export const toCsv = (columns: string[], rows: Cell[][]): string => `\uFEFF${Papa.unparse({ fields: columns, data: rows }, ENDED)}\r\n`

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
      const { done, value } = await pages.next()
      if (done) controller.close()
      else if (value.length > 0) controller.enqueue(encoder.encode(`${Papa.unparse(value, ENDED)}\r\n`))
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
