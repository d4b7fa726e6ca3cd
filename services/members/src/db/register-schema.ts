import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'

// What the secretariat and the organisations look after. ---------------------------------------------------------------

/** An organisation of the register, whatever its relation to the coalition. */
export const organisations = sqliteTable('organisations', {
  id: text('id').primaryKey(),
  /** Kind and id in the file it came from: the same record never makes a second organisation. */
  sourceKey: text('source_key').unique(),
  name: text('name').notNull(),
  slug: text('slug').notNull().unique(),
  country: text('country'),
  region: text('region'),
  /** dedicated-platform, ministry, regional-authority, research-council, innovation-agency, university-network, european, national, regional, other */
  kind: text('kind').notNull(),
  organisationType: text('organisation_type'),
  website: text('website'),
  sourceUrl: text('source_url'),
  /** What an editor should check before relying on the record. */
  caution: text('caution'),
  /** JSON of the profile beyond the description: names, aims, year, picture. */
  profile: text('profile'),
  /** `public` or `hidden`. */
  visibility: text('visibility').notNull(),
  withdrawnAt: integer('withdrawn_at'),
  fingerprint: text('fingerprint'),
  version: integer('version').notNull(),
  createdAt: integer('created_at').notNull(),
  updatedAt: integer('updated_at').notNull(),
})

/** What an organisation says of itself in one language. */
export const organisationTexts = sqliteTable(
  'organisation_texts',
  { organisationId: text('organisation_id').notNull(), locale: text('locale').notNull(), description: text('description').notNull() },
  (table) => [primaryKey({ columns: [table.organisationId, table.locale] })],
)

/** How an organisation stands to the coalition, over time. At most one row without an end. */
export const memberships = sqliteTable(
  'memberships',
  {
    id: text('id').primaryKey(),
    organisationId: text('organisation_id').notNull(),
    /** member, unconfirmed, partner, contact */
    standing: text('standing').notNull(),
    role: text('role'),
    startedAt: integer('started_at').notNull(),
    endedAt: integer('ended_at'),
  },
  (table) => [index('memberships_by_organisation').on(table.organisationId, table.endedAt)],
)

/** Addresses point to an organisation, never to another address, so no chain or loop can exist. */
export const organisationAddresses = sqliteTable(
  'organisation_addresses',
  { slug: text('slug').primaryKey(), organisationId: text('organisation_id').notNull(), current: integer('current').notNull() },
  (table) => [index('organisation_addresses_by_organisation').on(table.organisationId)],
)

/** Every state an organisation has had. A stale writer finds its version taken and the whole batch rolls back. */
export const organisationRevisions = sqliteTable(
  'organisation_revisions',
  {
    organisationId: text('organisation_id').notNull(),
    version: integer('version').notNull(),
    at: integer('at').notNull(),
    who: text('who').notNull(),
    snapshot: text('snapshot').notNull(),
  },
  (table) => [primaryKey({ columns: [table.organisationId, table.version] })],
)

// The published projection: what every face reads, and nothing else. ---------------------------------------------------

/** An organisation in public. */
export const publishedOrganisations = sqliteTable(
  'published_organisations',
  {
    id: text('id').primaryKey(),
    slug: text('slug').notNull(),
    name: text('name').notNull(),
    sortName: text('sort_name').notNull(),
    country: text('country'),
    region: text('region'),
    kind: text('kind').notNull(),
    role: text('role'),
    standing: text('standing').notNull(),
    organisationType: text('organisation_type'),
    website: text('website'),
    /** JSON: description by language. */
    descriptions: text('descriptions').notNull(),
    sourceUrl: text('source_url'),
    /** JSON list of spellings under which other records name the organisation. */
    aliases: text('aliases').notNull(),
    /** Folded name, acronym, country names: what text search looks through. */
    searchText: text('search_text').notNull(),
    updatedAt: integer('updated_at').notNull(),
    /** JSON: names and aims by language, year of founding, picture. */
    profile: text('profile'),
  },
  (table) => [
    uniqueIndex('published_organisations_slug').on(table.slug),
    index('published_organisations_by_country').on(table.country, table.standing),
    index('published_organisations_by_standing').on(table.standing, table.sortName),
  ],
)
