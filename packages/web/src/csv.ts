import Papa from 'papaparse'
import { file, type Keeping } from './file.ts'

/** Rows as CSV (RFC 4180) with a byte order mark, so that spreadsheets read it as UTF-8. No cell can be run as a formula. */
export const toCsv = (columns: string[], rows: (string | number | null)[][]): string =>
  `\uFEFF${Papa.unparse({ fields: columns, data: rows }, { escapeFormulae: true, newline: '\r\n' })}\r\n`

/** A CSV file for saving. */
export const csv = (columns: string[], rows: (string | number | null)[][], keeping: Keeping & { filename: string }): Response =>
  file(toCsv(columns, rows), 'text/csv; charset=utf-8; header=present', keeping)
