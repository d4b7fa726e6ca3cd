import { appendToChain, BEGINNING, type ChainLink, type Place } from './chain.ts'
import { fingerprint } from './ids.ts'
import { insist } from './lost.ts'

/** Who did what to which object. Ids and codes only: a chained entry cannot be changed when somebody is to be forgotten. */
export type Entry = { actor: string; action: string; object: string; detail?: Record<string, string | number | boolean | null> }

/** An entry as it is kept; `hash` covers the others and the hash of the entry before. */
export type ChainedEntry = { seq: number; at: number; actor: string; action: string; object: string; detail: string; previous: string; hash: string }

/** The hash of an entry: SHA-256 over its parts, each in JSON, one list. */
export const hashOf = ({ seq, at, actor, action, object, detail, previous }: Omit<ChainedEntry, 'hash'>): Promise<string> =>
  fingerprint(JSON.stringify([seq, at, actor, action, object, detail, previous]))

async function rowOf(db: D1Database, { actor, action, object, detail = {} }: Entry, { seq, previous, guarded }: Place, now: number): Promise<ChainLink> {
  const next = { seq, at: now, actor, action, object, detail: JSON.stringify(detail), previous }
  const hash = await hashOf(next)
  const row = db
    .prepare(
      `INSERT INTO audit (seq, at, actor, action, object, detail, previous, hash)
       SELECT ?1, ${guarded ? 'CASE WHEN changes() > 0 THEN ?2 END' : '?2'}, ?3, ?4, ?5, ?6, ?7, ?8`,
    )
    .bind(seq, now, actor, action, object, next.detail, previous, hash)
  return { hash, row }
}

/**
 * Runs `statements` and writes `entry` into the audit chain, all in one batch: see `appendToChain`. `stale`: the guard, the first
 * statement, changed no row, and nothing was written.
 */
export const commit = (
  db: D1Database,
  statements: readonly [D1PreparedStatement, ...D1PreparedStatement[]],
  entry: Entry,
  now: number,
): Promise<'done' | 'stale'> => appendToChain(db, 'audit', statements, [(place) => rowOf(db, entry, place, now)])

const TRIES = 12

/**
 * For a change that belongs into another chain as well: gives `write` the statement of the audit entry, for the batch by which it
 * appends there. Done again when somebody else took the place in the audit meanwhile, in which case nothing was written.
 */
export async function withAudit<Value>(db: D1Database, entry: Entry, write: (row: D1PreparedStatement) => Promise<Value>, now: number): Promise<Value> {
  for (let tries = 1; ; tries++) {
    const last = await insist(() => db.prepare('SELECT seq, hash FROM audit ORDER BY seq DESC LIMIT 1').first<{ seq: number; hash: string }>())
    const { row } = await rowOf(db, entry, { seq: (last?.seq ?? 0) + 1, previous: last?.hash ?? BEGINNING, guarded: false }, now)
    try {
      return await write(row)
    } catch (thrown) {
      if (tries === TRIES || !(thrown instanceof Error) || !thrown.message.includes('UNIQUE constraint failed: audit.seq')) throw thrown
    }
  }
}
