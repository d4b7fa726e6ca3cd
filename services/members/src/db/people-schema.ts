import { sql } from 'drizzle-orm'
import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'

// People and what they may do. ----------------------------------------------------------------------------------------

/** A person with an account. An erased one keeps its id and nothing else. */
export const persons = sqliteTable('persons', {
  id: text('id').primaryKey(),
  address: text('address'),
  /** The address folded: two spellings are one person. */
  addressKey: text('address_key').unique(),
  name: text('name'),
  jobTitle: text('job_title'),
  phone: text('phone'),
  locale: text('locale').notNull(),
  /** JSON: who sees name, job title, address and phone in the contact list. */
  visibility: text('visibility').notNull(),
  /** active, locked, erased */
  state: text('state').notNull(),
  /** Rises when rights or factors change; sessions of an older epoch are over. */
  epoch: integer('epoch').notNull(),
  version: integer('version').notNull(),
  createdAt: integer('created_at').notNull(),
  updatedAt: integer('updated_at').notNull(),
})

/** A role of a person within a scope, from a day to a day. `scope`: `organisation:org_…`, `country:DK`, `group:grp_…`, `coalition`. */
export const roleGrants = sqliteTable(
  'role_grants',
  {
    id: text('id').primaryKey(),
    personId: text('person_id').notNull(),
    role: text('role').notNull(),
    scope: text('scope').notNull(),
    grantedBy: text('granted_by').notNull(),
    startedAt: integer('started_at').notNull(),
    endedAt: integer('ended_at'),
    endedBy: text('ended_by'),
  },
  (table) => [
    uniqueIndex('role_grants_open')
      .on(table.personId, table.role, table.scope)
      .where(sql`ended_at IS NULL`),
    index('role_grants_by_scope').on(table.scope, table.endedAt),
  ],
)

/** A wish to sign in, bound to the browser that asked. Holds neither the link's token nor the code: both are derived. */
export const signInRequests = sqliteTable('sign_in_requests', {
  id: text('id').primaryKey(),
  addressKey: text('address_key').notNull(),
  browserHash: text('browser_hash').notNull(),
  back: text('back').notNull(),
  createdAt: integer('created_at').notNull(),
  usedAt: integer('used_at'),
  tries: integer('tries').notNull(),
})

/** A signed-in browser. Only the hash of its secret is kept. */
export const sessions = sqliteTable(
  'sessions',
  {
    id: text('id').primaryKey(),
    personId: text('person_id').notNull(),
    secretHash: text('secret_hash').notNull(),
    epoch: integer('epoch').notNull(),
    device: text('device').notNull(),
    createdAt: integer('created_at').notNull(),
    lastSeenAt: integer('last_seen_at').notNull(),
    /** Last proof of identity of any kind. */
    provedAt: integer('proved_at').notNull(),
    /** Last assertion by a user-verified passkey. */
    assertedAt: integer('asserted_at'),
    endedAt: integer('ended_at'),
  },
  (table) => [index('sessions_by_person').on(table.personId, table.endedAt)],
)

/** A passkey (WebAuthn credential). */
export const passkeys = sqliteTable(
  'passkeys',
  {
    id: text('id').primaryKey(),
    personId: text('person_id').notNull(),
    publicKey: text('public_key').notNull(),
    counter: integer('counter').notNull(),
    transports: text('transports').notNull(),
    name: text('name').notNull(),
    createdAt: integer('created_at').notNull(),
    lastUsedAt: integer('last_used_at'),
  },
  (table) => [index('passkeys_by_person').on(table.personId)],
)

/** One-time codes for who lost the passkeys. */
export const recoveryCodes = sqliteTable(
  'recovery_codes',
  { hash: text('hash').primaryKey(), personId: text('person_id').notNull(), createdAt: integer('created_at').notNull(), usedAt: integer('used_at') },
  (table) => [index('recovery_codes_by_person').on(table.personId)],
)

/** A question to an authenticator, answered once within five minutes. */
export const challenges = sqliteTable('challenges', {
  challenge: text('challenge').primaryKey(),
  purpose: text('purpose').notNull(),
  sessionId: text('session_id'),
  createdAt: integer('created_at').notNull(),
  usedAt: integer('used_at'),
})

/** An offer of a role to an address. */
export const invitations = sqliteTable(
  'invitations',
  {
    id: text('id').primaryKey(),
    formKey: text('form_key').notNull().unique(),
    address: text('address'),
    addressKey: text('address_key'),
    role: text('role').notNull(),
    scope: text('scope').notNull(),
    invitedBy: text('invited_by').notNull(),
    locale: text('locale').notNull(),
    /** sent, accepted, declined, revoked, replaced */
    state: text('state').notNull(),
    createdAt: integer('created_at').notNull(),
    expiresAt: integer('expires_at').notNull(),
    settledAt: integer('settled_at'),
  },
  (table) => [index('invitations_by_scope').on(table.scope, table.state), index('invitations_by_address').on(table.addressKey, table.state)],
)
