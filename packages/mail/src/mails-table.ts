import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'

/**
 * The mails of a service: written in the batch of the change they tell of, sent afterwards, tried again until settled.
 * Whom it goes to and what it says are forgotten once it is settled; that it was sent is kept for a while.
 */
export const mailsTable = () =>
  sqliteTable(
    'mails',
    {
      id: text('id').primaryKey(),
      /** Which letter it is. */
      kind: text('kind').notNull(),
      personId: text('person_id'),
      /** Null once it is settled. */
      address: text('address'),
      locale: text('locale').notNull(),
      /** JSON: ids and words the letter needs; never a token. Null once it is settled. */
      facts: text('facts'),
      /** queued, working, handing, sent, bounced (it came back), refused, dropped, failed, unknown */
      state: text('state').notNull(),
      attempts: integer('attempts').notNull().default(0),
      nextAt: integer('next_at').notNull(),
      lease: text('lease'),
      leaseUntil: integer('lease_until'),
      why: text('why'),
      createdAt: integer('created_at').notNull(),
      settledAt: integer('settled_at'),
    },
    (table) => [index('mails_by_state').on(table.state, table.nextAt), index('mails_by_person').on(table.personId)],
  )

/** A mail that a change asks for. */
export type Wanted = { id: string; kind: string; personId?: string | null; address: string; locale: string; facts?: Record<string, string | number | null> }

/**
 * Statement that keeps a mail for sending; put it into the batch of the change. The same id is kept once. `ifChanged`: only when the
 * statement right before it in the batch changed a row.
 */
export const mailRow = (db: D1Database, mail: Wanted, now: number, { ifChanged = false } = {}): D1PreparedStatement =>
  db
    .prepare(
      `INSERT INTO mails (id, kind, person_id, address, locale, facts, state, next_at, created_at)
       SELECT ?1, ?2, ?3, ?4, ?5, ?6, 'queued', ?7, ?7 WHERE ${ifChanged ? 'changes() > 0' : 'true'}
       ON CONFLICT (id) DO NOTHING`,
    )
    .bind(mail.id, mail.kind, mail.personId ?? null, mail.address, mail.locale, JSON.stringify(mail.facts ?? {}), now)
