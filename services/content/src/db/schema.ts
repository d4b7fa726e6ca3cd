import { auditTable } from '@stem/jobs/audit-table'
import { erasedTable } from '@stem/jobs/erased'
import { outboxTable } from '@stem/jobs/outbox'
import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'

// What editors work on. ----------------------------------------------------------------------------------------------

/** Everything the coalition publishes, of whatever type. `fields` is JSON of the type's own shape (see model/). */
export const items = sqliteTable(
  'items',
  {
    id: text('id').primaryKey(),
    type: text('type').notNull(),
    /** Kind and id in the file the item came from: the same record never makes a second item. */
    sourceKey: text('source_key').unique(),
    ownerId: text('owner_id'),
    originalLocale: text('original_locale').notNull(),
    /** `public` or `members`. */
    visibility: text('visibility').notNull(),
    /** draft, submitted, in_review, changes_asked, approved, scheduled, published, unpublished, withdrawn */
    state: text('state').notNull(),
    publishedFrom: integer('published_from').notNull(),
    publishedUntil: integer('published_until'),
    country: text('country'),
    fields: text('fields').notNull(),
    licence: text('licence'),
    sourceName: text('source_name'),
    sourceUrl: text('source_url'),
    /** What an editor should check before relying on the record. */
    caution: text('caution'),
    lastVerifiedAt: integer('last_verified_at'),
    reviewBy: integer('review_by'),
    /** Hash of the record as last imported: the same record again changes nothing. */
    fingerprint: text('fingerprint'),
    version: integer('version').notNull(),
    createdAt: integer('created_at').notNull(),
    updatedAt: integer('updated_at').notNull(),
  },
  (table) => [index('items_by_window').on(table.state, table.publishedFrom), index('items_by_type').on(table.type)],
)

/** The texts of an item in one language. `body` is a JSON list of blocks. */
export const translations = sqliteTable(
  'translations',
  {
    itemId: text('item_id').notNull(),
    locale: text('locale').notNull(),
    title: text('title').notNull(),
    slug: text('slug').notNull(),
    summary: text('summary').notNull(),
    body: text('body').notNull(),
    /** original, machine, human, verified, stale */
    state: text('state').notNull(),
    sourceHash: text('source_hash'),
    version: integer('version').notNull(),
  },
  (table) => [primaryKey({ columns: [table.itemId, table.locale] })],
)

/** Every state an item has had. A stale writer finds its version taken and the whole batch rolls back. */
export const revisions = sqliteTable(
  'revisions',
  {
    itemId: text('item_id').notNull(),
    version: integer('version').notNull(),
    at: integer('at').notNull(),
    who: text('who').notNull(),
    snapshot: text('snapshot').notNull(),
  },
  (table) => [primaryKey({ columns: [table.itemId, table.version] })],
)

/** Addresses point to an item, never to another address, so no chain or loop can exist. */
export const addresses = sqliteTable(
  'addresses',
  {
    type: text('type').notNull(),
    slug: text('slug').notNull(),
    itemId: text('item_id').notNull(),
    current: integer('current').notNull(),
  },
  (table) => [primaryKey({ columns: [table.type, table.slug] }), index('addresses_by_item').on(table.itemId)],
)

/** Addresses of the former site, lower-case path without trailing slash. */
export const formerAddresses = sqliteTable('former_addresses', {
  path: text('path').primaryKey(),
  itemId: text('item_id').notNull(),
})

/** Which terms describe an item. Terms have labels in the catalogues of every language. */
export const itemTerms = sqliteTable(
  'item_terms',
  { itemId: text('item_id').notNull(), taxonomy: text('taxonomy').notNull(), code: text('code').notNull() },
  (table) => [primaryKey({ columns: [table.itemId, table.taxonomy, table.code] })],
)

/** Links between items, e.g. `adopted_from`, `output_of`. */
export const relations = sqliteTable(
  'relations',
  { fromId: text('from_id').notNull(), toId: text('to_id').notNull(), kind: text('kind').notNull() },
  (table) => [primaryKey({ columns: [table.fromId, table.kind, table.toId] }), index('relations_to').on(table.toId)],
)

// Instruments: briefings, taskforces and roundtables. -----------------------------------------------------------------

/** What an item that is an instrument has beside it. Nothing of it is public but stage and what `recommendations.shown` holds. */
export const instruments = sqliteTable(
  'instruments',
  {
    itemId: text('item_id').primaryKey(),
    /** requested, scoped, running, outputs, follow-up, closed */
    stage: text('stage').notNull(),
    /** Country that asked, also where `items.country` is empty because it is not to be named. */
    country: text('country'),
    /** The request it came from; null for one that was imported. */
    caseId: text('case_id'),
    /** Its readable reference. */
    reference: text('reference'),
    /** What the requester agreed to: public, members, open; null without a request. */
    agreed: text('agreed'),
    /** Counts every change of its texts and recommendations. */
    edits: integer('edits').notNull(),
    /** `edits` as it was when it was last put before others; null while nobody sees it. */
    shownEdits: integer('shown_edits'),
    /** Who made the last of these changes: somebody else publishes. */
    editedBy: text('edited_by').notNull(),
  },
  (table) => [index('instruments_by_stage').on(table.stage), index('instruments_by_case').on(table.caseId)],
)

/** What an instrument recommends, to whom, until when. */
export const recommendations = sqliteTable(
  'recommendations',
  {
    id: text('id').primaryKey(),
    itemId: text('item_id').notNull(),
    place: integer('place').notNull(),
    /** JSON: text by language. */
    texts: text('texts').notNull(),
    /** Organisation that is to act, as it is called. */
    addressee: text('addressee').notNull(),
    /** Its record in the register, when it has one. */
    organisationId: text('organisation_id'),
    /** ISO day. */
    dueOn: text('due_on'),
    version: integer('version').notNull(),
    /** JSON of what is before others: set when the instrument is published. */
    shown: text('shown'),
    createdAt: integer('created_at').notNull(),
    updatedAt: integer('updated_at').notNull(),
    removedAt: integer('removed_at'),
  },
  (table) => [index('recommendations_by_item').on(table.itemId, table.place), index('recommendations_by_due').on(table.dueOn)],
)

/** What a country did with a recommendation. Only ever added to: the highest version of a country is how it stands. */
export const followUps = sqliteTable(
  'follow_ups',
  {
    recommendationId: text('recommendation_id').notNull(),
    country: text('country').notNull(),
    version: integer('version').notNull(),
    /** open, considered, in-progress, adopted, rejected */
    state: text('state').notNull(),
    /** ISO day on which it came about. */
    happenedOn: text('happened_on').notNull(),
    sourceUrl: text('source_url'),
    /** For staff alone. */
    note: text('note'),
    who: text('who').notNull(),
    at: integer('at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.recommendationId, table.country, table.version] })],
)

// The published projection: what every face reads, and nothing else. ---------------------------------------------------

/** An item in public. A draft or an item outside its window has no row here at all. */
export const published = sqliteTable(
  'published',
  {
    seq: integer('seq').primaryKey({ autoIncrement: true }),
    itemId: text('item_id').notNull(),
    type: text('type').notNull(),
    visibility: text('visibility').notNull(),
    visibleUntil: integer('visible_until'),
    slug: text('slug').notNull(),
    originalLocale: text('original_locale').notNull(),
    country: text('country'),
    sortTitle: text('sort_title').notNull(),
    /** First year or date, `0000` when not on file: sorts as text. */
    sortDate: text('sort_date').notNull(),
    /** JSON: the item's fields, terms by taxonomy, source, caution. */
    doc: text('doc').notNull(),
    updatedAt: integer('updated_at').notNull(),
    /** When this row is to be made again because what it tells depends on time; 0: at once; null: never. */
    renewAt: integer('renew_at'),
  },
  (table) => [
    index('published_by_renewal').on(table.renewAt),
    uniqueIndex('published_item').on(table.itemId),
    uniqueIndex('published_slug').on(table.type, table.slug),
    index('published_by_change').on(table.visibility, table.type, table.updatedAt, table.itemId, table.visibleUntil),
    index('published_by_date').on(table.type, table.visibility, table.sortDate),
    index('published_by_country').on(table.country, table.visibility, table.type),
  ],
)

/** Texts of a published item in each language they really exist in. */
export const publishedTexts = sqliteTable(
  'published_texts',
  {
    seq: integer('seq').notNull(),
    locale: text('locale').notNull(),
    title: text('title').notNull(),
    summary: text('summary').notNull(),
    body: text('body').notNull(),
  },
  (table) => [primaryKey({ columns: [table.seq, table.locale] })],
)

/**
 * By which terms a published item is found: `*` (every item), `topic:gender`, `country:DK`, and folded words `w:robot`.
 * `scope` is visibility and list, or type where there is no list: `public publications`, `public quote`.
 */
export const publishedTerms = sqliteTable(
  'published_terms',
  {
    scope: text('scope').notNull(),
    term: text('term').notNull(),
    sortTitle: text('sort_title').notNull(),
    sortDate: text('sort_date').notNull(),
    seq: integer('seq').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.scope, table.term, table.sortTitle, table.seq] }),
    index('published_terms_by_item').on(table.seq, table.term),
    index('published_terms_by_seq').on(table.scope, table.term, table.seq),
    index('published_terms_by_date').on(table.scope, table.term, table.sortDate, table.sortTitle, table.seq),
  ],
)

/** How many items a term has: kept in the batch that publishes, so that no reader counts. */
export const termCounts = sqliteTable('term_counts', { scope: text('scope').notNull(), term: text('term').notNull(), n: integer('n').notNull() }, (table) => [
  primaryKey({ columns: [table.scope, table.term] }),
])

/** How many items have both terms (`term` and `other`, both ways). */
export const pairCounts = sqliteTable(
  'pair_counts',
  { scope: text('scope').notNull(), term: text('term').notNull(), other: text('other').notNull(), n: integer('n').notNull() },
  (table) => [primaryKey({ columns: [table.scope, table.term, table.other] })],
)

export const audit = auditTable()
export const outbox = outboxTable()
export const erased = erasedTable()
