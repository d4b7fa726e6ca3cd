import { log, messageOf } from '@stem/web/log'
import { changeCase } from '../cases/change-case.ts'
import { closedMail } from '../cases/closed-mail.ts'
import { caseById, type Reading } from '../cases/read-case.ts'

const DAY = 24 * 60 * 60_000
/** How long a request stays open after anything last happened to it, by the state in which it stays with its requester; milliseconds. */
export const QUIET = { waiting: 60 * DAY, answered: 30 * DAY } as const
const AT_ONCE = 20

/** When a request that stays with its requester is closed if nothing more happens; null in every other state. */
export const closesAt = ({ state, updatedAt }: { state: string; updatedAt: number }): number | null =>
  state === 'waiting' || state === 'answered' ? updatedAt + QUIET[state] : null

/**
 * Closes requests to which nothing has happened for too long while it was their requester's turn, so that none is kept for ever: twenty
 * a run, the quietest first. Staff may undo it, and whoever writes on later opens a new request. What changes meanwhile stays open.
 * Run by cron; returns how many were closed.
 */
export async function closeQuiet(reading: Reading, now: number): Promise<number> {
  const { results } = await reading.db
    .prepare(
      `SELECT id FROM cases WHERE (state = 'waiting' AND updated_at <= ?1) OR (state = 'answered' AND updated_at <= ?2)
       ORDER BY updated_at, id LIMIT ${AT_ONCE}`,
    )
    .bind(now - QUIET.waiting, now - QUIET.answered)
    .all<{ id: string }>()
  let closed = 0
  for (const { id } of results) {
    try {
      const found = await caseById(reading, id)
      const at = found && closesAt(found)
      if (!found || at === null || at > now) continue
      const { requester, personId, locale } = found
      const rest = requester === null ? [] : [closedMail(reading.db, { id, personId, address: requester.address, locale }, now)]
      if ((await changeCase(reading.db, found, { kind: 'moved', actor: 'system', set: { state: 'closed' }, rest }, now)).ok) closed++
    } catch (thrown) {
      log('error', 'case.not_closed', { why: messageOf(thrown) })
    }
  }
  return closed
}
