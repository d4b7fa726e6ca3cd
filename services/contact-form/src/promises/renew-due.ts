import type { CaseEvent } from '../cases/event.ts'
import { dueOf } from './due-of.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const NIGHT = 3
const AT_ONCE = 100

type Row = { id: string; version: number; promise: string | null; dueAt: number | null }

/**
 * Computes the due times of open cases anew, so that a calendar that was corrected holds for them too: each night from 3 to 4 (UTC) a
 * hundred a minute. A case that changes meanwhile computes its own. Returns how many were wrong.
 */
export async function renewDue({ db }: { db: D1Database }, now: number): Promise<number> {
  if (new Date(now).getUTCHours() !== NIGHT) return 0
  const offset = Math.floor((now % HOUR) / MINUTE) * AT_ONCE
  const { results: rows } = await db
    .prepare(`SELECT id, version, promise, due_at AS dueAt FROM cases WHERE shelf = 'open' ORDER BY updated_at, id LIMIT ${AT_ONCE} OFFSET ?`)
    .bind(offset)
    .all<Row>()
  if (rows.length === 0) return 0
  const { results: events } = await db
    .prepare(
      `SELECT id, case_id AS caseId, at, kind, state, about, group_id AS groupId, undone_at AS undoneAt FROM events
       WHERE case_id IN (SELECT value FROM json_each(?)) ORDER BY at, version, rowid`,
    )
    .bind(JSON.stringify(rows.map(({ id }) => id)))
    .all<Pick<CaseEvent, 'id' | 'caseId' | 'at' | 'kind' | 'state' | 'about' | 'groupId' | 'undoneAt'>>()
  const byCase = Map.groupBy(events, ({ caseId }) => caseId)
  const wrong = rows.flatMap(({ id, version, promise, dueAt }) => {
    const due = dueOf(byCase.get(id) ?? [])
    if ((due?.at ?? null) === dueAt && (due?.promise ?? null) === promise) return []
    return [db.prepare('UPDATE cases SET promise = ?3, due_at = ?4 WHERE id = ?1 AND version = ?2').bind(id, version, due?.promise ?? null, due?.at ?? null)]
  })
  if (wrong.length > 0) await db.batch(wrong)
  return wrong.length
}
