import { sql } from 'drizzle-orm'
import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'

// The search database. Everything in it can be made anew from what is public, and nothing else ever stands in it. The table
// `search_index` (FTS5) is written in the first migration by hand: title, names, labels, summary and body of a document, folded, and its
// keys (`type_news`, `country_dk`), by which it is narrowed.

/** What can be found: one row for each public item, organisation and country, with its texts in every language. */
export const searchDocuments = sqliteTable('search_documents', {
  /** Also the row of `search_index`: the later written, the higher. */
  seq: integer('seq').primaryKey({ autoIncrement: true }),
  /** `itm_…`, `org_…` or `country:DK`. */
  id: text('id').notNull().unique(),
  type: text('type').notNull(),
  slug: text('slug').notNull(),
  /** Where it can be read elsewhere. */
  url: text('url'),
  country: text('country'),
  /** ISO date of 4 to 10 characters, empty when not on file. */
  date: text('date').notNull(),
  visibleUntil: integer('visible_until'),
  originalLocale: text('original_locale').notNull(),
  /** JSON: title and summary by language. */
  texts: text('texts').notNull(),
  /** JSON list of the folded words that spelling knows from it. */
  words: text('words').notNull(),
  /** Of an organisation: when it was last changed. */
  version: integer('version').notNull(),
  indexedAt: integer('indexed_at').notNull(),
})

/** Folded titles and names, to find what is called exactly as somebody asks. */
export const searchTitles = sqliteTable('search_titles', { title: text('title').notNull(), seq: integer('seq').notNull() }, (table) => [
  primaryKey({ columns: [table.title, table.seq] }),
  index('search_titles_by_document').on(table.seq),
])

/** By which terms a document is counted: `type:news`, `country:DK`, `topic:gender`, `year:2020`. */
export const searchTerms = sqliteTable('search_terms', { seq: integer('seq').notNull(), term: text('term').notNull() }, (table) => [
  primaryKey({ columns: [table.seq, table.term] }),
])

/** How many documents have a term. */
export const searchCounts = sqliteTable('search_counts', { term: text('term').primaryKey(), n: integer('n').notNull() })

/** Words of the documents: what a mistyped word may have been meant to be. */
export const spellings = sqliteTable(
  'spellings',
  {
    word: text('word').primaryKey(),
    /** Documents that have it. */
    n: integer('n').notNull(),
    /** How many grams it has. */
    grams: integer('grams').notNull(),
  },
  (table) => [
    index('spellings_gone')
      .on(table.n)
      .where(sql`n <= 0`),
  ],
)

/** Runs of two and three letters of each word, its ends marked. */
export const spellingGrams = sqliteTable('spelling_grams', { gram: text('gram').notNull(), word: text('word').notNull() }, (table) => [
  primaryKey({ columns: [table.gram, table.word] }),
  index('spelling_grams_by_word').on(table.word),
])

/** The projection of an item that was last written here, or that it had none: a slower writer with an older one changes nothing. */
export const searchMarks = sqliteTable('search_marks', { id: text('id').primaryKey(), token: integer('token').notNull() })

/** How the index was built, and how far a rebuild has come. */
export const searchState = sqliteTable('search_state', { name: text('name').primaryKey(), value: text('value').notNull() })
