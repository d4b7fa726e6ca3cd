import type { ShippedLocale } from '@stem/i18n/locales'
import { newId } from '@stem/jobs/ids'
import { fail, ok, type Result } from '@stem/web/result'
import { PURPOSE } from '../ledger/entry.ts'
import { record } from '../ledger/record.ts'
import { domainOf } from '../readers/carried.ts'
import { compareSoon } from '../readers/compare-members.ts'
import { readerByKey, readerKeyOf, type Desk, type Reader } from '../readers/reader.ts'
import { notSuppressed } from '../suppressions/suppress.ts'
import type { Wish } from '../wish/wish.ts'
import { shownText, shownTextRow } from './consent-text.ts'

/** A wish of somebody who is signed in with the address. */
export type SignedInWish = { personId: string; address: string; wish: Wish; locale: ShippedLocale; form: string }

/**
 * Whoever is signed in has proved the mailbox already, so the ticked consent alone makes them a reader; the ledger says that it was by the
 * session. `suppressed`: mails came back from there or somebody objected, which nothing but a button behind a mailed link lifts.
 */
export async function subscribeSignedIn(
  desk: Desk,
  { personId, address, wish, locale, form }: SignedInWish,
  now: number,
): Promise<Result<Reader, 'suppressed'>> {
  const { db } = desk
  const addressKey = await readerKeyOf(desk, address)
  const known = await readerByKey(db, addressKey)
  const readerId = known?.id ?? newId('sub', now)
  const guard = db
    .prepare(
      `INSERT INTO subscribers (id, address, address_key, domain, state, locale, frequency, topics, countries, is_member, link_epoch, version, confirmed_at, updated_at)
       SELECT ?1, ?2, ?3, ?4, 'active', ?5, ?6, ?7, ?8, 0, 1, 1, ?9, ?9 WHERE ${notSuppressed('?3', '?9')}
       ON CONFLICT (address_key) DO UPDATE SET address = excluded.address, domain = excluded.domain, state = 'active', locale = excluded.locale,
         frequency = excluded.frequency, topics = excluded.topics, countries = excluded.countries, paused_until = NULL, ended_at = NULL,
         version = version + 1, confirmed_at = excluded.confirmed_at, updated_at = excluded.updated_at
       WHERE subscribers.state IN ('withdrawn', 'erased')`,
    )
    .bind(readerId, address, addressKey, domainOf(address), locale, wish.frequency, JSON.stringify(wish.topics), JSON.stringify(wish.countries), now)
  const shown = await shownText(locale)
  const detail = { purpose: PURPOSE, ...wish, ...shown, form, askedAt: now, mailedAt: null, how: 'session', by: personId }
  await record(db, [guard, compareSoon(db), shownTextRow(db, shown, now)], [{ kind: 'confirmed', addressKey, subscriberId: readerId, detail }], now)
  const after = await readerByKey(db, addressKey)
  return after?.state === 'active' || after?.state === 'paused' ? ok(after) : fail('suppressed')
}
