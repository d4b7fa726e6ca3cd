import { mailRow } from '@stem/mail/mails-table'
import { dayOf, isWorkingTime, weekOf } from '../promises/calendar.ts'
import type { Reminding } from '../promises/remind.ts'
import { gather } from './gather.ts'

/**
 * Writes the digest of the week to everybody at the secretariat: on its first working day, from the hour at which work begins, once for
 * each week and person; not when nothing is overdue and nothing without owner. When it fails, the next run of that day tries again.
 * Returns how many mails it wrote.
 */
export async function sendDigests({ db, contacts }: Reminding, now: number): Promise<number> {
  const { name, begins } = weekOf(now)
  // On the first working day alone: what comes up later in the week is for the reminders.
  if (begins === null || !isWorkingTime(now) || dayOf(now) !== dayOf(begins)) return 0
  const written = await db.prepare('SELECT 1 AS one FROM mails WHERE id > ?1 AND id < ?2 LIMIT 1').bind(`digest.${name}.`, `digest.${name}/`).first()
  if (written) return 0
  const { overdue, unassigned } = await gather(db, begins)
  if (overdue.total + unassigned.total === 0) return 0
  const mails = (await contacts()).map(({ personId, address, locale }) =>
    mailRow(db, { id: `digest.${name}.${personId}`, kind: 'digest', personId, address, locale, facts: { at: begins } }, now),
  )
  if (mails.length > 0) await db.batch(mails)
  return mails.length
}
