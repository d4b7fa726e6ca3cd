import Papa from 'papaparse'

/** Letters of the longest row that is read: beyond, a quote was opened and never closed. */
export const MOST_ROW = 64 * 1024

/** Rows that end within a text, `null` for one that cannot be read; and how many letters they took. */
export type Parsed = { rows: (string[] | null)[]; used: number }

type Step = { data: string[][]; errors: unknown[]; meta: { cursor: number } }

/**
 * Reads the rows that end within `text` (RFC 4180; lines end with `\n`). `isLast`: nothing comes after it. A row that does not end is left
 * for later, together with what comes; where a quote is not closed, its line alone is given up, not what would be taken for the rest of it.
 */
export function parseRows(text: string, delimiter: string, isLast: boolean): Parsed {
  const whole = isLast ? `${text}\n` : text
  const rows: string[][] = []
  let used = 0
  let isBroken = false
  const parser = new Papa.Parser({
    delimiter,
    newline: '\n',
    step: (({ data, errors, meta }: Step) => {
      isBroken = errors.length > 0 && whole.slice(used, meta.cursor - 1).includes('\n')
      if (isBroken) return parser.abort()
      rows.push(...data)
      used = meta.cursor
    }) as never,
  })
  parser.parse(whole, 0, true)
  const isStuck = rows.length === 0 && text !== '' && (isLast || text.length > MOST_ROW)
  if (!isBroken && !isStuck) return { rows, used: Math.min(used, text.length) }
  const end = text.indexOf('\n', used)
  return { rows: [...rows, null], used: end === -1 ? text.length : end + 1 }
}

/** Whether there is nothing in a row. */
export const isBlank = (row: readonly string[]): boolean => row.every((cell) => cell.trim() === '')
