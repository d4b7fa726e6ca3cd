import { deriveToken } from '../tokens/derive.ts'

/** A limit: at most `most` turns in `window` milliseconds. */
export type Limit = { name: string; most: number; window: number }

const MINUTE = 60_000
const HOUR = 60 * MINUTE

/** Limits by address, network and account. Counted in the database, so they hold everywhere at once. */
export const LIMITS = {
  signInByAddress: { name: 'sign-in-address', most: 5, window: 15 * MINUTE },
  signInByNetwork: { name: 'sign-in-network', most: 40, window: 15 * MINUTE },
  codeByNetwork: { name: 'code-network', most: 60, window: 15 * MINUTE },
  applyByNetwork: { name: 'apply-network', most: 10, window: HOUR },
  applyByAddress: { name: 'apply-address', most: 3, window: 24 * HOUR },
  inviteByPerson: { name: 'invite-person', most: 50, window: 24 * HOUR },
  inviteByAddress: { name: 'invite-address', most: 5, window: 24 * HOUR },
  exportByPerson: { name: 'export-person', most: 20, window: HOUR },
  recoverByPerson: { name: 'recover-person', most: 5, window: HOUR },
} as const satisfies Record<string, Limit>

/** Takes a turn of `whose`; false when there is none left in the present window. What is counted is kept under a keyed hash. */
export async function takeTurn({ db, key }: { db: D1Database; key: string }, { name, most, window }: Limit, whose: string, now: number): Promise<boolean> {
  const since = Math.floor(now / window) * window
  const row = await db
    .prepare(
      `INSERT INTO turns (key, since, until, count) VALUES (?1, ?2, ?3, 1)
       ON CONFLICT (key, since) DO UPDATE SET count = count + 1 RETURNING count`,
    )
    .bind(await deriveToken(key, 'turn', `${name}\n${whose}`), since, since + window)
    .first<{ count: number }>()
  return (row?.count ?? 0) <= most
}

/** Statement that forgets windows that are over. */
export const forgetTurns = (db: D1Database, now: number): D1PreparedStatement => db.prepare('DELETE FROM turns WHERE until < ?').bind(now)
