import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'

/**
 * A reader's wish for another address: done when the buttons behind both mailed links were pressed, in any order. At most one for each
 * reader. Deleted once it is done, called off, or seven days old.
 */
export const addressChanges = sqliteTable(
  'address_changes',
  {
    id: text('id').primaryKey(),
    subscriberId: text('subscriber_id').notNull().unique(),
    /** The new address, and its keyed hash. */
    address: text('address').notNull(),
    addressKey: text('address_key').notNull(),
    /** When the button was pressed behind the link to the present address, and behind that to the new one. */
    oldAt: integer('old_at'),
    newAt: integer('new_at'),
    askedAt: integer('asked_at').notNull(),
    expiresAt: integer('expires_at').notNull(),
  },
  (table) => [index('address_changes_by_address').on(table.addressKey), index('address_changes_by_expiry').on(table.expiresAt)],
)

/** The words of each consent as they were shown, by the hash that the ledger names: so that they can be shown again after they changed. Never changed. */
export const consentTexts = sqliteTable('consent_texts', {
  hash: text('hash').primaryKey(),
  /** Id of its version. */
  textId: text('text_id').notNull(),
  locale: text('locale').notNull(),
  words: text('words').notNull(),
  /** When it was first shown to somebody who answered. */
  firstAt: integer('first_at').notNull(),
})

/** How far the comparison with the members service is: which readers an organisation of the coalition stands behind. One row. */
export const memberRuns = sqliteTable('member_runs', {
  id: integer('id').primaryKey(),
  beganAt: integer('began_at').notNull(),
  /** The last person compared; null before the first. */
  cursor: text('cursor'),
  endedAt: integer('ended_at'),
})
