import type { MembersService } from '@stem/contracts/members'

const HOUR = 60 * 60_000
const PAGE = 500
const MOST_PAGES = 20

type Run = { beganAt: number; cursor: string | null; endedAt: number | null }

/** Statement that makes the next comparison come within a minute: somebody subscribed. */
export const compareSoon = (db: D1Database): D1PreparedStatement => db.prepare('UPDATE member_runs SET ended_at = 0 WHERE id = 1 AND ended_at IS NOT NULL')

async function runAt(db: D1Database, now: number): Promise<Run | null> {
  const last = await db.prepare('SELECT began_at AS beganAt, cursor, ended_at AS endedAt FROM member_runs WHERE id = 1').first<Run>()
  if (last !== null && last.endedAt === null) return last
  if (last !== null && (last.endedAt ?? 0) > now - HOUR) return null
  await db
    .prepare(
      `INSERT INTO member_runs (id, began_at) VALUES (1, ?1)
       ON CONFLICT (id) DO UPDATE SET began_at = ?1, cursor = NULL, ended_at = NULL WHERE ended_at IS NOT NULL`,
    )
    .bind(now)
    .run()
  return { beganAt: now, cursor: null, endedAt: null }
}

/**
 * Notes behind which readers an organisation of the coalition stands, by the hashes that the members service gives page by page; hourly, and
 * soon after somebody subscribed. A run that ends in between is taken up where it was; running twice changes nothing more.
 */
export async function compareMembers({ db, members }: { db: D1Database; members: Pick<MembersService, 'newsletterKeys'> }, now: number): Promise<void> {
  const run = await runAt(db, now)
  if (!run) return
  let { cursor } = run
  for (let pages = 0; pages < MOST_PAGES; pages++) {
    const { keys, next } = await members.newsletterKeys(cursor, PAGE)
    const mark = db
      .prepare('UPDATE subscribers SET is_member = 1, member_at = ?2 WHERE address_key IN (SELECT value FROM json_each(?1))')
      .bind(JSON.stringify(keys), run.beganAt)
    if (next === null) {
      await db.batch([
        mark,
        db.prepare('UPDATE subscribers SET is_member = 0 WHERE is_member = 1 AND (member_at IS NULL OR member_at < ?)').bind(run.beganAt),
        db.prepare('UPDATE member_runs SET cursor = NULL, ended_at = ?2 WHERE id = 1 AND began_at = ?1').bind(run.beganAt, now),
      ])
      return
    }
    await db.batch([mark, db.prepare('UPDATE member_runs SET cursor = ?2 WHERE id = 1 AND began_at = ?1').bind(run.beganAt, next)])
    cursor = next
  }
}
