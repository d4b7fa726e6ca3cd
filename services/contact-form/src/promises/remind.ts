import type { StaffContact } from '@stem/contracts/members'
import { mailRow } from '@stem/mail/mails-table'
import { addWorkingTime, isWorkingTime } from './calendar.ts'
import type { PromiseKind } from './due-of.ts'

/** How long before it is due somebody is reminded, in working time. */
const AHEAD = 4 * 60 * 60_000
const AT_ONCE = 50

/** What reminding needs. `contacts`: asks who the secretariat is; may fail, then the next run asks again. */
export type Reminding = { db: D1Database; contacts: () => Promise<StaffContact[]> }

type Row = { id: string; assignee: string | null; promise: PromiseKind; dueAt: number }

// A reminder's id begins with its promise, so one that was written is found without a table of its own; `/` follows `.` in order.
const UNREMINDED = `NOT EXISTS (SELECT 1 FROM mails m WHERE m.id > 'reminder.' || c.id || '.' || c.promise || '.' || c.due_at || '.'
  AND m.id < 'reminder.' || c.id || '.' || c.promise || '.' || c.due_at || '/')`

/**
 * Writes mails about promises that are due within four working hours or overdue: to whom the case belongs, or to the whole secretariat
 * when it belongs to nobody there. Once for each promise, in working hours alone. Returns how many promises it reminded of.
 */
export async function remind({ db, contacts }: Reminding, now: number): Promise<number> {
  if (!isWorkingTime(now)) return 0
  const { results } = await db
    .prepare(
      `SELECT c.id, c.assignee, c.promise, c.due_at AS dueAt FROM cases c
       WHERE c.shelf = 'open' AND c.due_at <= ?1 AND c.promise IS NOT NULL AND ${UNREMINDED} ORDER BY c.due_at LIMIT ${AT_ONCE}`,
    )
    .bind(addWorkingTime(now, AHEAD))
    .all<Row>()
  if (results.length === 0) return 0
  const staff = await contacts()
  const mails = results.flatMap(({ id, assignee, promise, dueAt }) => {
    const owner = staff.filter(({ personId }) => personId === assignee)
    return (owner.length > 0 ? owner : staff).map(({ personId, address, locale }) =>
      mailRow(
        db,
        { id: `reminder.${id}.${promise}.${dueAt}.${personId}`, kind: 'reminder', personId, address, locale, facts: { case: id, promise, dueAt } },
        now,
      ),
    )
  })
  if (mails.length === 0) return 0
  await db.batch(mails)
  return results.length
}
