import { mailRow } from '@stem/mail/mails-table'
import { isWorkingTime } from '../promises/calendar.ts'
import type { Reminding } from '../promises/remind.ts'

const DAY = 24 * 60 * 60_000
/** Longest stretch without working hours, and one day more: what arrived before it was told of, or seen. */
const LOOK_BACK = 12 * DAY
const AT_ONCE = 20

// A mail's id begins with its request, so one that was written is found without a table of its own; `/` follows `.` in order.
const UNTOLD = "NOT EXISTS (SELECT 1 FROM mails m WHERE m.id > 'arrived.' || c.id || '.' AND m.id < 'arrived.' || c.id || '/')"

/**
 * Tells the secretariat of requests that arrived and that nobody has looked at yet: everybody once for each, in working hours alone.
 * Returns how many requests it told of.
 */
export async function tellOfArrivals({ db, contacts }: Reminding, now: number): Promise<number> {
  if (!isWorkingTime(now)) return 0
  const { results } = await db
    .prepare(
      `SELECT c.id FROM cases c WHERE c.shelf = 'open' AND c.state = 'new' AND c.assignee IS NULL AND c.created_at > ?1 AND ${UNTOLD}
       ORDER BY c.created_at LIMIT ${AT_ONCE}`,
    )
    .bind(now - LOOK_BACK)
    .all<{ id: string }>()
  if (results.length === 0) return 0
  const staff = await contacts()
  const mails = results.flatMap(({ id }) =>
    staff.map(({ personId, address, locale }) =>
      mailRow(db, { id: `arrived.${id}.${personId}`, kind: 'arrived', personId, address, locale, facts: { case: id } }, now),
    ),
  )
  if (mails.length === 0) return 0
  await db.batch(mails)
  return results.length
}
