import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'

/** Programs elsewhere that are told what happens to cases. */
export const webhooks = sqliteTable('webhooks', {
  id: text('id').primaryKey(),
  url: text('url').notNull(),
  /** Sealed. */
  secret: text('secret').notNull(),
  /** JSON: kinds of event it is told. */
  kinds: text('kinds').notNull(),
  /** on, off */
  state: text('state').notNull(),
  createdBy: text('created_by').notNull(),
  createdAt: integer('created_at').notNull(),
  version: integer('version').notNull(),
})

/** What a program is to be told: the outbox of webhooks. Ids and codes only. */
export const webhookDeliveries = sqliteTable(
  'webhook_deliveries',
  {
    id: text('id').primaryKey(),
    webhookId: text('webhook_id').notNull(),
    eventId: text('event_id').notNull(),
    kind: text('kind').notNull(),
    payload: text('payload').notNull(),
    /** queued, working, delivered, failed */
    state: text('state').notNull(),
    attempts: integer('attempts').notNull().default(0),
    nextAt: integer('next_at').notNull(),
    lease: text('lease'),
    leaseUntil: integer('lease_until'),
    /** Status or reason of the last try. */
    why: text('why'),
    createdAt: integer('created_at').notNull(),
    settledAt: integer('settled_at'),
  },
  (table) => [
    index('webhook_deliveries_by_state').on(table.state, table.nextAt),
    index('webhook_deliveries_by_webhook').on(table.webhookId, table.createdAt),
    uniqueIndex('webhook_deliveries_once').on(table.webhookId, table.eventId),
  ],
)
