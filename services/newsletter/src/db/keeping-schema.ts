import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'

/** What became of the automatic digest of each month, for the secretariat to see. */
export const digestRuns = sqliteTable('digest_runs', {
  /** `2026-11` */
  period: text('period').primaryKey(),
  at: integer('at').notNull(),
  /** made, empty */
  outcome: text('outcome').notNull(),
  campaignId: text('campaign_id'),
  /** JSON: how many items by topic, country and language. */
  counts: text('counts').notNull(),
})

/** How far the ledger is copied into the log outside the database. One row. */
export const leftLog = sqliteTable('left_log', { id: integer('id').primaryKey(), seq: integer('seq').notNull() })
