import { newId } from '@stem/jobs/ids'
import { takeTurn, type Limit } from '@stem/jobs/turns'
import { mailRow } from '@stem/mail/mails-table'
import { fail, ok, type Result } from '@stem/web/result'
import { readerByKey, readerKeyOf, type Desk, type Reader } from '../readers/reader.ts'
import { isHeld, suppressionOf } from '../suppressions/find-suppressions.ts'
import { changeOf, isDone } from './change.ts'
import { OPT_IN_LIFE } from '../subscribe/ask-to-subscribe.ts'
import { confirmationRows, isOpen } from '../subscribe/confirmation-limits.ts'

const BY_READER: Limit = { name: 'newsletter-change-address', most: 3, window: 24 * 60 * 60_000 }

/**
 * A reader wants the newsletter at another address. Both mailboxes get a link; nothing changes until the buttons behind both were pressed.
 * A wish for another address before this one ends; the same wish again changes nothing. What comes back is the same whatever is known of the new address; one that is a reader's already, or is
 * suppressed, gets no mail. `same`: it is the present one. `too_many`: three a day. `busy`: no mails of this kind leave at present.
 */
export async function askToChangeAddress(desk: Desk, reader: Reader, address: string, now: number): Promise<Result<null, 'same' | 'too_many' | 'busy'>> {
  const { db, tokenKey } = desk
  const turns = { db, key: tokenKey }
  const key = await readerKeyOf(desk, address)
  if (key === reader.addressKey || reader.address === null) return fail('same')
  if (!(await takeTurn(turns, BY_READER, reader.id, now))) return fail('too_many')
  if (!(await isOpen(desk, now))) return fail('busy')
  const [other, suppression] = await Promise.all([readerByKey(db, key), suppressionOf(db, key)])
  const isFree = other?.state !== 'active' && other?.state !== 'paused' && !(suppression && isHeld(suppression, now))
  const waiting = await changeOf(db, reader.id)
  const again = waiting !== null && waiting.addressKey === key && waiting.expiresAt > now && !isDone(waiting) ? waiting : null
  const wish = newId('chg', now)
  const id = again?.id ?? wish
  const mail = (side: 'old' | 'new', to: string) => ({
    id: `${wish}.${side}`,
    kind: `change-${side}`,
    address: to,
    locale: reader.locale,
    facts: { change: id },
  })
  const toOld = mailRow(db, mail('old', reader.address), now, { ifChanged: true })
  // An address that is not free takes the turn as well: how much work it is tells nothing.
  const toNew = (await confirmationRows(desk, mail('new', address), now)).slice(0, isFree ? undefined : 1)
  if (again) {
    // The links that are there go on working; they are mailed once more when the new address may have another mail.
    await db.batch([...toNew.slice(0, 1), toOld, ...toNew.slice(1)])
    return ok(null)
  }
  await db.batch([
    db
      .prepare(
        `INSERT INTO address_changes (id, subscriber_id, address, address_key, asked_at, expires_at)
         SELECT ?1, id, ?3, ?4, ?5, ?6 FROM subscribers WHERE id = ?2 AND state IN ('active', 'paused')
         ON CONFLICT (subscriber_id) DO UPDATE SET id = excluded.id, address = excluded.address, address_key = excluded.address_key, old_at = NULL, new_at = NULL,
           asked_at = excluded.asked_at, expires_at = excluded.expires_at`,
      )
      .bind(id, reader.id, address, key, now, now + OPT_IN_LIFE),
    toOld,
    ...toNew,
  ])
  return ok(null)
}
