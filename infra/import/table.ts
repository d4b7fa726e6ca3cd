import { COLUMNS, type Column, type TableKind } from '@stem/contracts/import-columns'
import Papa from 'papaparse'
import { Sentence } from '../start/sentence.ts'

const KINDS = Object.keys(COLUMNS) as TableKind[]

/** The kind of record that `name` says, or a sentence that says which there are. */
export function tableKind(name: string | undefined): TableKind {
  const kind = KINDS.find((one) => one === name)
  if (kind === undefined) throw new Sentence(`Say what the table holds: --kind ${KINDS.join(' | ')}.`)
  return kind
}

/** The first line of a table of `kind`, to fill in below. */
export const templateOf = (kind: TableKind): string => Object.keys(COLUMNS[kind]).join(',')

const columnsOf = (kind: TableKind): Record<string, Column> => COLUMNS[kind]

function valueOf(column: Column, cell: string): unknown {
  const text = cell.trim()
  if (column === 'list')
    return text
      .split(';')
      .map((part) => part.trim())
      .filter((part) => part !== '')
  if (text === '') return null
  // What is no number goes on as it is, and is refused by name.
  return column === 'number' && /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : text
}

/** Records in a table with one line of column names: comma, semicolon or tab between cells, quotes, a byte order mark, lines within cells. */
export function recordsIn(text: string, kind: TableKind): Record<string, unknown>[] {
  const columns = columnsOf(kind)
  const { data, meta, errors } = Papa.parse<Record<string, string>>(text.replace(/^\ufeff/, ''), {
    header: true,
    skipEmptyLines: 'greedy',
    transformHeader: (name) => name.trim().toLowerCase(),
  })
  const given = meta.fields ?? []
  const strange = given.filter((name) => columns[name] === undefined)
  if (strange.length > 0) throw new Sentence(`The table has columns that are not known: ${strange.join(', ')}. Known are: ${Object.keys(columns).join(', ')}.`)
  if (!given.includes('id')) throw new Sentence(`The first line must name the columns, id among them: ${templateOf(kind)}`)
  const [fault] = errors
  if (fault) throw new Sentence(`Row ${(fault.row ?? 0) + 2}: ${fault.message}. Nothing was imported.`)
  return data.map((row) => Object.fromEntries(Object.entries(columns).map(([name, column]) => [name, valueOf(column, row[name] ?? '')])))
}

/** `practices[2].country` as somebody finds it in a spreadsheet, whose first row names the columns. */
export const rowOf = (path: string): string =>
  path.replace(
    /^\w+\[(\d+)\](?:\.([\w.]+))?$/,
    (_, index: string, column: string | undefined) => `row ${Number(index) + 2}${column ? `, column ${column.split('.')[0]}` : ''}`,
  )
