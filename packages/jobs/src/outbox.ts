import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'

/**
 * The outbox table of a service. A row is written in the same batch as the change it tells of; a message with ids only
 * rings the doorbell afterwards; the sweeper repeats what was not rung. Losing a message delays, never loses.
 */
export const outboxTable = () =>
  sqliteTable('outbox', {
    id: text('id').primaryKey(),
    kind: text('kind').notNull(),
    payload: text('payload').notNull(),
    createdAt: integer('created_at').notNull(),
    sentAt: integer('sent_at'),
    attempts: integer('attempts').notNull().default(0),
  })

/** Statement that writes an outbox row; put it into the batch of the change. */
export const outboxRow = (db: D1Database, row: { id: string; kind: string; payload: object }, now: number): D1PreparedStatement =>
  db.prepare('INSERT INTO outbox (id, kind, payload, created_at) VALUES (?, ?, ?, ?)').bind(row.id, row.kind, JSON.stringify(row.payload), now)

const OLD_ENOUGH = 30_000
const KEPT = 7 * 24 * 60 * 60 * 1000
const AT_ONCE = 100

type Waiting = { id: string; payload: string }

async function send(db: D1Database, queue: Queue, rows: Waiting[], now: number): Promise<void> {
  if (rows.length === 0) return
  await queue.sendBatch(rows.map(({ id, payload }) => ({ body: { outboxId: id, ...JSON.parse(payload) } })))
  await db
    .prepare('UPDATE outbox SET sent_at = ?, attempts = attempts + 1 WHERE id IN (SELECT value FROM json_each(?))')
    .bind(now, JSON.stringify(rows.map(({ id }) => id)))
    .run()
}

/** Sends what a change just wrote, of one kind. A failure is left to the sweeper: the change itself stands. */
export async function ring(db: D1Database, queue: Queue, now: number, kind = 'purge'): Promise<boolean> {
  try {
    const { results } = await db
      .prepare('SELECT id, payload FROM outbox WHERE sent_at IS NULL AND kind = ? ORDER BY created_at LIMIT ?')
      .bind(kind, AT_ONCE)
      .all<Waiting>()
    await send(db, queue, results, now)
    return true
  } catch {
    return false
  }
}

/** Sends rows that nobody sent within half a minute, and forgets those sent a week ago. Run by cron; runs may overlap. */
export async function sweep(db: D1Database, queue: Queue, now: number, kind = 'purge'): Promise<number> {
  const { results } = await db
    .prepare('SELECT id, payload FROM outbox WHERE sent_at IS NULL AND kind = ? AND created_at < ? ORDER BY created_at LIMIT ?')
    .bind(kind, now - OLD_ENOUGH, AT_ONCE)
    .all<Waiting>()
  await send(db, queue, results, now)
  await db
    .prepare('DELETE FROM outbox WHERE sent_at < ?')
    .bind(now - KEPT)
    .run()
  return results.length
}
