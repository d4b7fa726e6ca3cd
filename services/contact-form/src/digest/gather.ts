import type { Kind } from '../cases/case.ts'
import { lastWorkingTime } from '../promises/calendar.ts'

/** A request as the digest lists it: nothing of who asked or what was said. */
export type Listed = { id: string; reference: string; kind: Kind; country: string | null; dueAt: number | null; createdAt: number }

/** What waits: the oldest of each list, and how many there are in all. */
export type Waiting = Record<'overdue' | 'unassigned', { total: number; rows: Listed[] }>

const MOST = 20
const COLUMNS = 'id, reference, kind, country, due_at AS dueAt, created_at AS createdAt, count(*) OVER () AS total'

/** Requests that were overdue, and those that had arrived and belong to nobody, as of `at`. */
export async function gather(db: D1Database, at: number): Promise<Waiting> {
  const [overdue, unassigned] = await db.batch<Listed & { total: number }>([
    db.prepare(`SELECT ${COLUMNS} FROM cases WHERE shelf = 'open' AND due_at < ? ORDER BY due_at LIMIT ${MOST}`).bind(lastWorkingTime(at)),
    db.prepare(`SELECT ${COLUMNS} FROM cases WHERE shelf = 'open' AND assignee IS NULL AND created_at < ? ORDER BY created_at LIMIT ${MOST}`).bind(at),
  ])
  const listOf = (found: typeof overdue) => ({ total: found?.results[0]?.total ?? 0, rows: found?.results ?? [] })
  return { overdue: listOf(overdue), unassigned: listOf(unassigned) }
}
