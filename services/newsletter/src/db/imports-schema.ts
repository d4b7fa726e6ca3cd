import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'

/** A file of readers, on its way in. Its row is the proof that the consents of its readers rest on, so it stays once it added any. */
export const imports = sqliteTable(
  'imports',
  {
    id: text('id').primaryKey(),
    /** Key of the form it came by: sent twice, it is one import. */
    formKey: text('form_key').unique(),
    /** uploaded, checked, approved, applied, cancelled */
    state: text('state').notNull(),
    /** On which consent it rests: words of who brings it. */
    basis: text('basis').notNull(),
    /** Where the consent was given: form, event, address of a page. */
    source: text('source').notNull().default(''),
    /** Day until which the consents were given. */
    consentedOn: text('consented_on').notNull(),
    by: text('by').notNull(),
    /** Somebody else, who let it be applied. */
    approvedBy: text('approved_by'),
    /** JSON: language, topics, countries and frequency of rows that name none. */
    defaults: text('defaults').notNull().default('{}'),
    /** What stands between two cells, the names of the columns (JSON list), and which of them is which (JSON; null until it is clear). */
    delimiter: text('delimiter').notNull().default(','),
    header: text('header').notNull().default('[]'),
    columns: text('columns'),
    /** How many pieces the file was cut into; the first one not read to its end, and how many of its letters are read. */
    pieces: integer('pieces').notNull().default(0),
    piece: integer('piece').notNull().default(0),
    offset: integer('offset').notNull().default(0),
    /** Rows kept, and rows read (with the header and empty ones, so that it is the number a spreadsheet shows). */
    rows: integer('rows').notNull(),
    cursor: integer('cursor').notNull(),
    /** JSON: numbers by outcome, once it is over. */
    counts: text('counts'),
    approvedAt: integer('approved_at'),
    endedAt: integer('ended_at'),
    createdAt: integer('created_at').notNull(),
    updatedAt: integer('updated_at').notNull(),
  },
  (table) => [index('imports_by_state').on(table.state, table.updatedAt)],
)

/** The text of such a file, in pieces, until it is read. */
export const importPieces = sqliteTable(
  'import_pieces',
  { importId: text('import_id').notNull(), number: integer('number').notNull(), text: text('text').notNull(), createdAt: integer('created_at').notNull() },
  (table) => [primaryKey({ columns: [table.importId, table.number] })],
)

/** One row of such a file, and what became of it. Address and hash go once it is settled. */
export const importRows = sqliteTable(
  'import_rows',
  {
    importId: text('import_id').notNull(),
    number: integer('number').notNull(),
    /** Keyed hash of the address, of rows that are not refused; null once settled. */
    addressKey: text('address_key'),
    /** JSON as read, of refused rows the address alone; null once settled. */
    record: text('record'),
    /** ready, added, known, withdrawn, suppressed, refused */
    outcome: text('outcome').notNull(),
    reason: text('reason'),
  },
  (table) => [
    primaryKey({ columns: [table.importId, table.number] }),
    index('import_rows_by_outcome').on(table.importId, table.outcome, table.number),
    index('import_rows_by_address').on(table.addressKey, table.importId),
  ],
)
