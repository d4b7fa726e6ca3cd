import { index, integer, primaryKey, real, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'

/** Values of indicators as they stand, those of the newest vintage. `value` is null where the source says "missing"; flags as the source gives them. */
export const observations = sqliteTable(
  'observations',
  {
    itemId: text('item_id').notNull(),
    country: text('country').notNull(),
    year: integer('year').notNull(),
    value: real('value'),
    flags: text('flags'),
    sourceUrl: text('source_url').notNull(),
  },
  (table) => [primaryKey({ columns: [table.itemId, table.country, table.year] })],
)

/**
 * What a source said of an indicator at one time: all its values, missing ones too. The newest is the current one; later ones never
 * change those before.
 */
export const vintages = sqliteTable(
  'vintages',
  {
    itemId: text('item_id').notNull(),
    /** 1 for the first, without gaps. */
    number: integer('number').notNull(),
    publisher: text('publisher').notNull(),
    sourceUrl: text('source_url').notNull(),
    licence: text('licence'),
    /** ISO day on which the source was read. */
    retrievedOn: text('retrieved_on').notNull(),
    /** SHA-256 of the file the values came in: the same file makes no second vintage. */
    fileHash: text('file_hash').notNull(),
    /** JSON: points (year, value or null, flags) by country, years ascending. */
    series: text('series').notNull(),
    importedAt: integer('imported_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.itemId, table.number] }), uniqueIndex('vintages_by_file').on(table.itemId, table.fileHash)],
)

/** A vintage as somebody cites it: its own copy, never changed, never removed. Triggers refuse both. */
export const snapshots = sqliteTable(
  'snapshots',
  {
    /** `snp_` and the beginning of the hash: the same content has one snapshot. */
    id: text('id').primaryKey(),
    itemId: text('item_id').notNull(),
    vintage: integer('vintage').notNull(),
    /** SHA-256 of `doc`. */
    hash: text('hash').notNull(),
    /** JSON of everything that is cited: code, title, unit, source, licence, values. */
    doc: text('doc').notNull(),
    createdAt: integer('created_at').notNull(),
    createdBy: text('created_by').notNull(),
  },
  (table) => [index('snapshots_by_item').on(table.itemId, table.createdAt)],
)
