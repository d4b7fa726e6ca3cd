import { insist, isLost } from './lost.ts'

/** What the first entry of a chain follows. */
export const BEGINNING = '0'.repeat(64)

/** Place of a new entry: its number, and the hash of the entry before. `guarded`: it must fail when the statement before it changed nothing. */
export type Place = { seq: number; previous: string; guarded: boolean }

/** An entry for its place: its hash, and the statement that writes it. A guarded one writes NULL into the column `at` when `changes()` is 0. */
export type ChainLink = { hash: string; row: D1PreparedStatement }

/** Makes an entry once its place is known. */
export type MakeLink = (place: Place) => Promise<ChainLink>

const TRIES = 12
const LONGEST_PAUSE = 40
const LOST_TRIES = 5
const LOST_PAUSE = 30

const messageOf = (thrown: unknown): string => (thrown instanceof Error ? thrown.message : String(thrown))
const pause = (most: number) => new Promise((resolve) => setTimeout(resolve, Math.random() * most))

/** Whether the entry stands in the chain: its hash covers all of it, so nobody else's is taken for it. */
async function stands(db: D1Database, table: string, seq: number, hash: string | undefined): Promise<boolean> {
  const row = await insist(() =>
    db
      .prepare(`SELECT 1 AS yes FROM ${table} WHERE seq = ? AND hash = ?`)
      .bind(seq, hash ?? '')
      .first(),
  )
  return row !== null
}

async function linksAfter(db: D1Database, table: string, makers: readonly MakeLink[]): Promise<{ first: number; links: ChainLink[] }> {
  const last = await insist(() => db.prepare(`SELECT seq, hash FROM ${table} ORDER BY seq DESC LIMIT 1`).first<{ seq: number; hash: string }>())
  const first = (last?.seq ?? 0) + 1
  const links: ChainLink[] = []
  for (const [index, make] of makers.entries())
    links.push(await make({ seq: first + index, previous: links.at(-1)?.hash ?? last?.hash ?? BEGINNING, guarded: index === 0 }))
  return { first, links }
}

/**
 * Runs `statements` and adds entries to the chain in `table`, all in one batch. The first statement is the guard: when it changes no
 * row, nothing at all is written and the answer is `stale`. Two writers at once never share a place in the chain: the later one is
 * run again. When the database's answer is lost, the chain tells whether the batch was written; only one that was not is run again.
 * Other refusals of the database (a broken uniqueness) are thrown. `table` has the columns `seq` (primary key), `at` (not null), `hash`.
 */
export async function appendToChain(
  db: D1Database,
  table: string,
  [guard, ...rest]: readonly [D1PreparedStatement, ...D1PreparedStatement[]],
  makers: readonly MakeLink[],
): Promise<'done' | 'stale'> {
  for (let tries = 1, lost = 0; ; tries++) {
    const { first, links } = await linksAfter(db, table, makers)
    try {
      await db.batch([guard, ...links.map(({ row }) => row), ...rest])
      return 'done'
    } catch (thrown) {
      const why = messageOf(thrown)
      if (why.includes(`NOT NULL constraint failed: ${table}.at`)) return 'stale'
      if (isLost(thrown) && ++lost < LOST_TRIES) {
        await pause(LOST_PAUSE * 2 ** lost)
        if (await stands(db, table, first, links[0]?.hash)) return 'done'
        continue
      }
      if (!why.includes(`UNIQUE constraint failed: ${table}.seq`) || tries >= TRIES) throw thrown
      await pause(LONGEST_PAUSE)
    }
  }
}
