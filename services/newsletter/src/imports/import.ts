import { insist } from '@stem/jobs/lost'
import type { ShippedLocale } from '@stem/i18n/locales'
import type { Wish } from '../wish/wish.ts'

/**
 * Where an import stands. `uploaded`: its columns are being cleared, or its rows read; `checked`: it is known what would become of each
 * row; `approved`: somebody else let it be applied, and it is under way; `applied`; `cancelled`.
 */
export const IMPORT_STATES = ['uploaded', 'checked', 'approved', 'applied', 'cancelled'] as const
/** A state. */
export type ImportState = (typeof IMPORT_STATES)[number]
/** What can be cancelled. */
export const CANCELLABLE: readonly ImportState[] = ['uploaded', 'checked', 'approved']

/** What can be read of a row, in the order of the form. Names of people are not among it. */
export const IMPORT_FIELDS = ['address', 'consent', 'language', 'topics', 'countries', 'frequency'] as const
/** A field. */
export type ImportField = (typeof IMPORT_FIELDS)[number]
/** What every row must hold. */
export const NEEDED: readonly ImportField[] = ['address', 'consent']

/** Which column of the file holds a field, from 0. */
export type Columns = Partial<Record<ImportField, number>>

/** What rows are taken to say that name no language, topic, country or frequency. */
export type Defaults = Wish & { locale: ShippedLocale }

/**
 * What becomes, or became, of a row. `ready`: will be added; `known`: reads already, and stays as they are; `withdrawn`: had left, and is
 * not brought back; `suppressed`: gets no newsletter, whatever is brought; `refused`: cannot be used, see the reason.
 */
export const OUTCOMES = ['ready', 'added', 'known', 'withdrawn', 'suppressed', 'refused'] as const
/** An outcome. */
export type Outcome = (typeof OUTCOMES)[number]

/**
 * Why a row is refused. `carried`: servers on the way do not carry mails there; `consent`: no day of consent, or none that can be read;
 * `later`: a consent after the day of the list; `double`: the address stands in an earlier row; `unreadable`: a quote that is not closed.
 */
export const REASONS = ['address', 'carried', 'language', 'topic', 'country', 'frequency', 'consent', 'later', 'double', 'unreadable'] as const
/** A reason. */
export type Reason = (typeof REASONS)[number]

/** A file of readers on its way in. Times in epoch milliseconds; `consentedOn`: an ISO day. */
export type Import = {
  id: string
  state: ImportState
  basis: string
  source: string
  consentedOn: string
  by: string
  approvedBy: string | null
  defaults: Defaults
  delimiter: string
  header: string[]
  columns: Columns | null
  pieces: number
  piece: number
  offset: number
  rows: number
  cursor: number
  counts: Counts | null
  approvedAt: number | null
  endedAt: number | null
  createdAt: number
  updatedAt: number
}

/** Numbers of rows by outcome, of refused ones by reason too. */
export type Counts = Record<Outcome, number> & { reasons: Partial<Record<Reason, number>> }

const NONE: Counts = { ready: 0, added: 0, known: 0, withdrawn: 0, suppressed: 0, refused: 0, reasons: {} }

const COLUMNS = `id, state, basis, source, consented_on AS consentedOn, by, approved_by AS approvedBy, defaults, delimiter, header, columns, pieces, piece,
  "offset", rows, cursor, counts, approved_at AS approvedAt, ended_at AS endedAt, created_at AS createdAt, updated_at AS updatedAt`
type Row = Omit<Import, 'defaults' | 'header' | 'columns' | 'counts'> & { defaults: string; header: string; columns: string | null; counts: string | null }

const asImport = (row: Row): Import => ({
  ...row,
  defaults: JSON.parse(row.defaults) as Defaults,
  header: JSON.parse(row.header) as string[],
  columns: row.columns === null ? null : (JSON.parse(row.columns) as Columns),
  counts: row.counts === null ? null : { ...NONE, ...(JSON.parse(row.counts) as Partial<Counts>) },
})

/** An import by id, or null. */
export async function importById(db: D1Database, id: string): Promise<Import | null> {
  const row = await insist(() => db.prepare(`SELECT ${COLUMNS} FROM imports WHERE id = ?`).bind(id).first<Row>())
  return row && asImport(row)
}

/** All imports, the latest first; at most 200. */
export async function importsListed(db: D1Database): Promise<Import[]> {
  const { results } = await db.prepare(`SELECT ${COLUMNS} FROM imports ORDER BY created_at DESC LIMIT 200`).all<Row>()
  return results.map(asImport)
}

const grouped = (column: string, id: string): string =>
  `(SELECT json_group_object(${column}, n) FROM (SELECT ${column}, count(*) AS n FROM import_rows WHERE import_id = ${id} AND ${column} IS NOT NULL GROUP BY ${column}))`

/** The numbers of an import as an expression, in JSON, counted from its rows at this moment. `id`: the parameter with its id. */
export const countsOf = (id: string): string => `json_set(${grouped('outcome', id)}, '$.reasons', json(${grouped('reason', id)}))`

/** Counts the rows of an import; nothing is kept beside them that could differ, until it is over. */
export async function countRows(db: D1Database, id: string): Promise<Counts> {
  const row = await insist(() =>
    db
      .prepare(`SELECT ${countsOf('?1')} AS counts`)
      .bind(id)
      .first<{ counts: string }>(),
  )
  return { ...NONE, ...(JSON.parse(row?.counts ?? '{}') as Partial<Counts>) }
}

/** Statement that lets go of what rows hold of people, once an import is over. */
export const settleRows = (db: D1Database, id: string): D1PreparedStatement =>
  db.prepare('UPDATE import_rows SET record = NULL, address_key = NULL WHERE import_id = ? AND (record IS NOT NULL OR address_key IS NOT NULL)').bind(id)

/** Statement that lets go of the text of the file. */
export const forgetPieces = (db: D1Database, id: string): D1PreparedStatement => db.prepare('DELETE FROM import_pieces WHERE import_id = ?').bind(id)
