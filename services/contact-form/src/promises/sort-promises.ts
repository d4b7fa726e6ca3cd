import type { Kind } from '../cases/case.ts'
import { addWorkingTime, lastWorkingTime, WORKING_DAY } from './calendar.ts'
import type { PromiseKind } from './due-of.ts'

/** How a promise stands: overdue, due within two working days, or later. */
export const STANDINGS = ['late', 'at-risk', 'on-time'] as const
/** A standing. */
export type Standing = (typeof STANDINGS)[number]

/** A request with a promise that is due. */
export type DueCase = {
  id: string
  reference: string
  kind: Kind
  country: string | null
  assignee: string | null
  promise: PromiseKind
  dueAt: number
  standing: Standing
}

/** What staff see of the promises: the cases of each standing that are due first, how many of each, and what has no clock. */
export type PromiseReport = {
  rows: Record<Standing, DueCase[]>
  counts: Record<PromiseKind, Record<Standing, number>>
  waiting: number
  excluded: Record<'spam' | 'merged' | 'withdrawn', number>
}

const RISK = 2 * WORKING_DAY
const MOST = 100

// ?1: what is due before it is late, ?2: what is due until then is at risk.
const STANDING = "CASE WHEN due_at < ?1 THEN 'late' WHEN due_at <= ?2 THEN 'at-risk' ELSE 'on-time' END"
const DUE = "shelf = 'open' AND due_at IS NOT NULL AND promise IS NOT NULL"

/** Sorts the open promises by how they stand at `now`. */
export async function sortPromises(db: D1Database, now: number): Promise<PromiseReport> {
  const bounds = [lastWorkingTime(now), addWorkingTime(now, RISK)]
  const rowsOf = (which: string) =>
    db
      .prepare(
        `SELECT id, reference, kind, country, assignee, promise, due_at AS dueAt, ${STANDING} AS standing FROM cases WHERE ${DUE} AND ${which} ORDER BY due_at LIMIT ${MOST}`,
      )
      .bind(...bounds)
  const [late, risk, calm, counted, still] = await db.batch<unknown>([
    rowsOf('due_at < ?1'),
    rowsOf('due_at >= ?1 AND due_at <= ?2'),
    rowsOf('due_at > ?2'),
    db.prepare(`SELECT promise, ${STANDING} AS standing, count(*) AS n FROM cases WHERE ${DUE} GROUP BY 1, 2`).bind(...bounds),
    db.prepare("SELECT state, count(*) AS n FROM cases WHERE state IN ('waiting', 'spam', 'merged', 'withdrawn') GROUP BY state"),
  ])
  const counts = (counted?.results ?? []) as { promise: PromiseKind; standing: Standing; n: number }[]
  const states = (still?.results ?? []) as { state: string; n: number }[]
  const countOf = (promise: PromiseKind) =>
    Object.fromEntries(STANDINGS.map((one) => [one, counts.find((row) => row.promise === promise && row.standing === one)?.n ?? 0])) as Record<Standing, number>
  const inState = (state: string) => states.find((row) => row.state === state)?.n ?? 0
  return {
    rows: { late: (late?.results ?? []) as DueCase[], 'at-risk': (risk?.results ?? []) as DueCase[], 'on-time': (calm?.results ?? []) as DueCase[] },
    counts: { read: countOf('read'), answer: countOf('answer') },
    waiting: inState('waiting'),
    excluded: { spam: inState('spam'), merged: inState('merged'), withdrawn: inState('withdrawn') },
  }
}
