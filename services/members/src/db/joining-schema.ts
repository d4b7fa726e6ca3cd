import { sql } from 'drizzle-orm'
import { blob, index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'

// Joining, and looking after an organisation. -------------------------------------------------------------------------

/** An organisation's wish to join. */
export const applications = sqliteTable(
  'applications',
  {
    id: text('id').primaryKey(),
    formKey: text('form_key').notNull().unique(),
    name: text('name').notNull(),
    country: text('country').notNull(),
    kind: text('kind').notNull(),
    website: text('website').notNull(),
    description: text('description').notNull(),
    evidence: text('evidence').notNull(),
    contactName: text('contact_name'),
    contactJob: text('contact_job'),
    contactAddress: text('contact_address'),
    contactKey: text('contact_key'),
    charter: text('charter').notNull(),
    locale: text('locale').notNull(),
    /** unverified, submitted, asked, accepted, refused, withdrawn */
    state: text('state').notNull(),
    organisationId: text('organisation_id'),
    version: integer('version').notNull(),
    createdAt: integer('created_at').notNull(),
    updatedAt: integer('updated_at').notNull(),
    decidedAt: integer('decided_at'),
  },
  (table) => [index('applications_by_state').on(table.state, table.updatedAt), index('applications_by_contact').on(table.contactKey)],
)

/** What was asked, answered and decided about an application. `who`: a person, or `applicant`. */
export const applicationNotes = sqliteTable(
  'application_notes',
  {
    id: text('id').primaryKey(),
    applicationId: text('application_id').notNull(),
    at: integer('at').notNull(),
    who: text('who').notNull(),
    /** question, answer, accepted, refused, withdrawn */
    kind: text('kind').notNull(),
    body: text('body').notNull(),
  },
  (table) => [index('application_notes_by_application').on(table.applicationId, table.at)],
)

/** A person who asks to belong to an organisation; a manager there says yes or no. */
export const joinings = sqliteTable(
  'joinings',
  {
    id: text('id').primaryKey(),
    personId: text('person_id').notNull(),
    organisationId: text('organisation_id').notNull(),
    role: text('role').notNull(),
    /** open, accepted, declined */
    state: text('state').notNull(),
    createdAt: integer('created_at').notNull(),
    settledAt: integer('settled_at'),
  },
  (table) => [
    uniqueIndex('joinings_open')
      .on(table.personId, table.organisationId)
      .where(sql`state = 'open'`),
    index('joinings_by_organisation').on(table.organisationId, table.state),
  ],
)

/** The next version of a profile, while it is worked on. */
export const profileDrafts = sqliteTable('profile_drafts', {
  organisationId: text('organisation_id').primaryKey(),
  /** Version of the organisation it began from. */
  baseVersion: integer('base_version').notNull(),
  version: integer('version').notNull(),
  content: text('content').notNull(),
  /** draft, review */
  state: text('state').notNull(),
  editedBy: text('edited_by').notNull(),
  updatedAt: integer('updated_at').notNull(),
  /** What the reviewer wants changed. */
  note: text('note'),
})

/** Logos, re-encoded; named by what they hold. */
export const pictures = sqliteTable('pictures', {
  hash: text('hash').primaryKey(),
  organisationId: text('organisation_id').notNull(),
  bytes: blob('bytes').notNull(),
  width: integer('width').notNull(),
  height: integer('height').notNull(),
  createdAt: integer('created_at').notNull(),
})

/** Keys by which an organisation's programs ask. Only the hash is kept. */
export const apiKeys = sqliteTable(
  'api_keys',
  {
    id: text('id').primaryKey(),
    formKey: text('form_key').notNull().unique(),
    organisationId: text('organisation_id').notNull(),
    name: text('name').notNull(),
    hash: text('hash').notNull(),
    /** JSON list of scopes. */
    scopes: text('scopes').notNull(),
    createdBy: text('created_by').notNull(),
    createdAt: integer('created_at').notNull(),
    expiresAt: integer('expires_at').notNull(),
    revokedAt: integer('revoked_at'),
    lastUsedAt: integer('last_used_at'),
  },
  (table) => [index('api_keys_by_organisation').on(table.organisationId)],
)

// The secretariat's work. ---------------------------------------------------------------------------------------------

/** Two records of one organisation made one; what moved is kept for undoing. */
export const merges = sqliteTable('merges', {
  id: text('id').primaryKey(),
  keptId: text('kept_id').notNull(),
  lostId: text('lost_id').notNull(),
  /** JSON: rows that moved, and how they were before. */
  moved: text('moved').notNull(),
  mergedBy: text('merged_by').notNull(),
  mergedAt: integer('merged_at').notNull(),
  undoneAt: integer('undone_at'),
})

/** A list with filters that somebody wants again. */
export const savedViews = sqliteTable(
  'saved_views',
  {
    id: text('id').primaryKey(),
    personId: text('person_id').notNull(),
    /** Place of the console whose list it is. */
    place: text('place').notNull().default('organisations'),
    name: text('name').notNull(),
    query: text('query').notNull(),
    createdAt: integer('created_at').notNull(),
  },
  (table) => [index('saved_views_by_person').on(table.personId, table.place)],
)
