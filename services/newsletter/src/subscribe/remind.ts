import type { Desk } from '../readers/reader.ts'
import { confirmationRows } from './confirmation-limits.ts'

const HOUR = 60 * 60_000
/** Milliseconds after which somebody who has not pressed the button is reminded, once. */
export const REMINDED_AFTER = 48 * HOUR
// Who cannot be reminded within a day, because another confirmation went to the address, is not reminded.
const LATEST = 72 * HOUR
const AT_ONCE = 50

/**
 * One reminder for each wish that nobody confirmed in two days; the newest wish of an address alone, and within one such mail an address and
 * day. Who confirmed by another mail meanwhile, and addresses that are suppressed since, get none. Run by cron; twice is once.
 */
export async function remind(desk: Pick<Desk, 'db' | 'tokenKey'>, now: number): Promise<void> {
  const { db } = desk
  const { results } = await db
    .prepare(
      `SELECT o.id, o.address, o.locale FROM opt_ins o WHERE o.purpose = 'subscribe' AND o.used_at IS NULL AND o.expires_at > ?1 AND o.asked_at <= ?2 AND o.asked_at > ?3
         AND NOT EXISTS (SELECT 1 FROM mails m WHERE m.id = o.id || '.reminder')
         AND NOT EXISTS (SELECT 1 FROM opt_ins later WHERE later.address_key = o.address_key AND (later.used_at IS NOT NULL OR later.id > o.id))
         AND NOT EXISTS (SELECT 1 FROM suppressions k WHERE k.address_key = o.address_key AND k.at > o.asked_at AND k.lifted_at IS NULL)
       ORDER BY o.asked_at LIMIT ${AT_ONCE}`,
    )
    .bind(now, now - REMINDED_AFTER, now - LATEST)
    .all<{ id: string; address: string; locale: string }>()
  for (const { id, address, locale } of results) {
    await db.batch(await confirmationRows(desk, { id: `${id}.reminder`, kind: 'reminder', address, locale, facts: { optIn: id } }, now))
  }
}
