import { fingerprint } from './ids.ts'
import { insist, isLost } from './lost.ts'

/** Who did what to which object. Ids and codes only: a chained entry cannot be changed when somebody is to be forgotten. */
export type Entry = { actor: string; action: string; object: string; detail?: Record<string, string | number | boolean | null> }

/** An entry as it is kept; `hash` covers the others and the hash of the entry before. */
export type ChainedEntry = { seq: number; at: number; actor: string; action: string; object: string; detail: string; previous: string; hash: string }

/** What the first entry follows. */
export const BEGINNING = '0'.repeat(64)

const TRIES = 12
const LONGEST_PAUSE = 40
const LOST_TRIES = 5
const LOST_PAUSE = 30

/** The hash of an entry: SHA-256 over its parts, each in JSON, one list. */
export const hashOf = ({ seq, at, actor, action, object, detail, previous }: Omit<ChainedEntry, 'hash'>): Promise<string> =>
  fingerprint(JSON.stringify([seq, at, actor, action, object, detail, previous]))

const messageOf = (thrown: unknown): string => (thrown instanceof Error ? thrown.message : String(thrown))

const pause = (most: number) => new Promise((resolve) => setTimeout(resolve, Math.random() * most))

/** Whether the entry stands in the chain: its hash covers all of it, so nobody else's is taken for it. */
async function stands(db: D1Database, seq: number, hash: string): Promise<boolean> {
  const row = await insist(() => db.prepare('SELECT 1 AS yes FROM audit WHERE seq = ? AND hash = ?').bind(seq, hash).first())
  return row !== null
}

/**
 * Runs `statements` and writes `entry` into the audit chain, all in one batch. The first statement is the guard: when it
 * changes no row, nothing at all is written and the answer is `stale`. Two writers at once never share a place in the
 * chain: the later one is run again. When the database's answer is lost, the chain tells whether the batch was written; only
 * one that was not is run again. Other refusals of the database (a broken uniqueness) are thrown.
 */
export async function commit(
  db: D1Database,
  [guard, ...rest]: readonly [D1PreparedStatement, ...D1PreparedStatement[]],
  entry: Entry,
  now: number,
): Promise<'done' | 'stale'> {
  for (let tries = 1, lost = 0; ; tries++) {
    const last = await insist(() => db.prepare('SELECT seq, hash FROM audit ORDER BY seq DESC LIMIT 1').first<{ seq: number; hash: string }>())
    const { actor, action, object, detail = {} } = entry
    const next = { seq: (last?.seq ?? 0) + 1, at: now, actor, action, object, detail: JSON.stringify(detail), previous: last?.hash ?? BEGINNING }
    const hash = await hashOf(next)
    const row = db
      .prepare(
        `INSERT INTO audit (seq, at, actor, action, object, detail, previous, hash)
         SELECT ?1, CASE WHEN changes() > 0 THEN ?2 END, ?3, ?4, ?5, ?6, ?7, ?8`,
      )
      .bind(next.seq, next.at, actor, action, object, next.detail, next.previous, hash)
    try {
      await db.batch([guard, row, ...rest])
      return 'done'
    } catch (thrown) {
      const why = messageOf(thrown)
      if (why.includes('NOT NULL constraint failed: audit.at')) return 'stale'
      if (isLost(thrown) && ++lost < LOST_TRIES) {
        await pause(LOST_PAUSE * 2 ** lost)
        if (await stands(db, next.seq, hash)) return 'done'
        continue
      }
      if (!why.includes('UNIQUE constraint failed: audit.seq') || tries >= TRIES) throw thrown
      await pause(LONGEST_PAUSE)
    }
  }
}
