import { appendToChain } from './chain.ts'
import { fingerprint } from './ids.ts'

/** Who did what to which object. Ids and codes only: a chained entry cannot be changed when somebody is to be forgotten. */
export type Entry = { actor: string; action: string; object: string; detail?: Record<string, string | number | boolean | null> }

/** An entry as it is kept; `hash` covers the others and the hash of the entry before. */
export type ChainedEntry = { seq: number; at: number; actor: string; action: string; object: string; detail: string; previous: string; hash: string }

/** The hash of an entry: SHA-256 over its parts, each in JSON, one list. */
export const hashOf = ({ seq, at, actor, action, object, detail, previous }: Omit<ChainedEntry, 'hash'>): Promise<string> =>
  fingerprint(JSON.stringify([seq, at, actor, action, object, detail, previous]))

/**
 * Runs `statements` and writes `entry` into the audit chain, all in one batch: see `appendToChain`. `stale`: the guard, the first
 * statement, changed no row, and nothing was written.
 */
export const commit = (
  db: D1Database,
  statements: readonly [D1PreparedStatement, ...D1PreparedStatement[]],
  { actor, action, object, detail = {} }: Entry,
  now: number,
): Promise<'done' | 'stale'> =>
  appendToChain(db, 'audit', statements, [
    async ({ seq, previous }) => {
      const next = { seq, at: now, actor, action, object, detail: JSON.stringify(detail), previous }
      const hash = await hashOf(next)
      const row = db
        .prepare(
          `INSERT INTO audit (seq, at, actor, action, object, detail, previous, hash)
           SELECT ?1, CASE WHEN changes() > 0 THEN ?2 END, ?3, ?4, ?5, ?6, ?7, ?8`,
        )
        .bind(seq, now, actor, action, object, next.detail, previous, hash)
      return { hash, row }
    },
  ])
