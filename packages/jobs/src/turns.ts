import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { deriveToken } from './tokens.ts'

/** How often somebody did something within a stretch of time; the key is a keyed hash. */
export const turnsTable = () =>
  sqliteTable(
    'turns',
    { key: text('key').notNull(), since: integer('since').notNull(), until: integer('until').notNull(), count: integer('count').notNull() },
    (table) => [primaryKey({ columns: [table.key, table.since] })],
  )

/** A limit: at most `most` turns in `window` milliseconds. */
export type Limit = { name: string; most: number; window: number }

/**
 * Takes a turn of `whose`; false when there is none left in the present window. What is counted is kept under a keyed hash. `weight`: how
 * many turns it takes at once, e.g. the bytes of a file.
 */
export async function takeTurn(
  { db, key }: { db: D1Database; key: string },
  { name, most, window }: Limit,
  whose: string,
  now: number,
  weight = 1,
): Promise<boolean> {
  const since = Math.floor(now / window) * window
  const row = await db
    .prepare(
      `INSERT INTO turns (key, since, until, count) VALUES (?1, ?2, ?3, ?4)
       ON CONFLICT (key, since) DO UPDATE SET count = count + ?4 RETURNING count`,
    )
    .bind(await deriveToken(key, 'turn', `${name}\n${whose}`), since, since + window, weight)
    .first<{ count: number }>()
  return (row?.count ?? 0) <= most
}

/**
 * Statement that takes the only turn of `whose` within `window` milliseconds from now on. It changes a row when there was one to take;
 * the statement right after it in the same batch asks by `changes() > 0`. So a batch that fails takes no turn.
 */
export const onlyTurnRow = async (
  { db, key }: { db: D1Database; key: string },
  { name, window }: Omit<Limit, 'most'>,
  whose: string,
  now: number,
): Promise<D1PreparedStatement> =>
  db
    .prepare(
      `INSERT INTO turns (key, since, until, count) VALUES (?1, 0, ?2, 1)
       ON CONFLICT (key, since) DO UPDATE SET until = excluded.until, count = count + 1 WHERE turns.until <= ?3`,
    )
    .bind(await deriveToken(key, 'turn', `${name}\n${whose}`), now + window, now)

/**
 * Statement that takes a turn of `whose` when every limit leaves one: at most `most` in any `window` milliseconds up to now. `whole`: a limit for all of
 * them together, counted by `countedRow`. It changes a row when there was one to take, as `onlyTurnRow`.
 */
export async function turnWithinRow(
  { db, key }: { db: D1Database; key: string },
  { name, limits, whole }: { name: string; limits: readonly [Omit<Limit, 'name'>, ...Omit<Limit, 'name'>[]]; whole?: Limit },
  whose: string,
  now: number,
): Promise<D1PreparedStatement> {
  const longest = Math.max(...limits.map(({ window }) => window))
  const held = limits.map(({ most, window }) => `(SELECT count(*) FROM turns WHERE key = ?1 AND since > ?2 - ${window}) < ${most}`)
  const open = whole ? [`coalesce((SELECT count FROM turns WHERE key = ?4 AND since = ${windowOf(whole, now)}), 0) < ${whole.most}`] : []
  const own = await deriveToken(key, 'turn', `${name}\n${whose}`)
  return db
    .prepare(`INSERT INTO turns (key, since, until, count) SELECT ?1, ?2, ?3, 1 WHERE ${[...held, ...open].join(' AND ')} ON CONFLICT (key, since) DO NOTHING`)
    .bind(own, now, now + longest, ...(whole ? [await keyOfAll(key, whole)] : []))
}

const windowOf = ({ window }: Limit, now: number) => Math.floor(now / window) * window
const keyOfAll = (key: string, { name }: Limit) => deriveToken(key, 'turn', `${name}\n*`)

/** Statement that counts one more for a limit of all together, when the statement right before it changed a row. */
export const countedRow = async ({ db, key }: { db: D1Database; key: string }, limit: Limit, now: number): Promise<D1PreparedStatement> =>
  db
    .prepare(
      `INSERT INTO turns (key, since, until, count) SELECT ?1, ?2, ?3, 1 WHERE changes() > 0
       ON CONFLICT (key, since) DO UPDATE SET count = count + 1`,
    )
    .bind(await keyOfAll(key, limit), windowOf(limit, now), windowOf(limit, now) + limit.window)

/** Whether a limit of all together leaves a turn. */
export async function leavesTurn({ db, key }: { db: D1Database; key: string }, limit: Limit, now: number): Promise<boolean> {
  const row = await db
    .prepare('SELECT count FROM turns WHERE key = ? AND since = ?')
    .bind(await keyOfAll(key, limit), windowOf(limit, now))
    .first<{ count: number }>()
  return (row?.count ?? 0) < limit.most
}

/** Statement that forgets windows that are over. */
export const forgetTurns = (db: D1Database, now: number): D1PreparedStatement => db.prepare('DELETE FROM turns WHERE until < ?').bind(now)
