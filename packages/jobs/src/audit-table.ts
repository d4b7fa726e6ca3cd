import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'

/** Who did what. Only ever added to; each entry holds the hash of the one before. Holds ids, never names or addresses. */
export const auditTable = () =>
  sqliteTable(
    'audit',
    {
      seq: integer('seq').primaryKey(),
      at: integer('at').notNull(),
      actor: text('actor').notNull(),
      action: text('action').notNull(),
      object: text('object').notNull(),
      detail: text('detail').notNull(),
      previous: text('previous').notNull(),
      hash: text('hash').notNull(),
    },
    (table) => [index('audit_by_object').on(table.object, table.seq), index('audit_by_actor').on(table.actor, table.seq)],
  )
