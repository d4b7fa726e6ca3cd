import { isShipped, DEFAULT_LOCALE, type ShippedLocale } from '@stem/i18n/locales'
import { newId } from '@stem/jobs/ids'
import { deriveToken, sameText } from '@stem/jobs/tokens'
import { fail, ok, type Result } from '@stem/web/result'
import { PURPOSE } from '../ledger/entry.ts'
import { record } from '../ledger/record.ts'
import { compareSoon } from '../readers/compare-members.ts'
import { domainOf } from '../readers/carried.ts'
import { readerByKey, type Desk, type Reader } from '../readers/reader.ts'
import type { Wish } from '../wish/wish.ts'

/** A wish that waits for its button. */
export type OptIn = {
  id: string
  address: string
  addressKey: string
  wish: Wish
  locale: ShippedLocale
  textId: string
  textHash: string
  form: string
  askedAt: number
  expiresAt: number
  usedAt: number | null
}

/** The secret part of the link to confirm: good for this wish and nothing else. */
export const optInToken = ({ tokenKey }: Pick<Desk, 'tokenKey'>, id: string): Promise<string> => deriveToken(tokenKey, 'newsletter opt-in', id)

type Row = Omit<OptIn, 'wish' | 'locale'> & { wish: string; locale: string }

/** The wish by id alone: for the mail that asks to confirm it. */
export async function optInById(db: D1Database, id: string): Promise<OptIn | null> {
  const row = await db
    .prepare(
      `SELECT id, address, address_key AS addressKey, wish, locale, text_id AS textId, text_hash AS textHash, form, asked_at AS askedAt,
         expires_at AS expiresAt, used_at AS usedAt FROM opt_ins WHERE id = ? AND purpose = 'subscribe'`,
    )
    .bind(id)
    .first<Row>()
  return row && { ...row, wish: JSON.parse(row.wish) as Wish, locale: isShipped(row.locale) ? row.locale : DEFAULT_LOCALE }
}

/** The wish that a mailed link belongs to; null for a link that is wrong or too old. Looking changes nothing. */
export async function optInByLink(desk: Desk, { id, token }: { id: string; token: string }, now: number): Promise<OptIn | null> {
  if (!/^opt_[0-9a-z]{26}$/.test(id) || !sameText(token, await optInToken(desk, id))) return null
  const found = await optInById(desk.db, id)
  return found && found.expiresAt > now ? found : null
}

/**
 * The button was pressed: from now on the reader is one. Twice is once. Who had left, or was suppressed by bounces or a complaint, comes
 * back by this way alone; an objection is lifted by nothing but this as well, since the reader asks anew.
 */
export async function confirm(desk: Desk, optIn: OptIn, now: number): Promise<Result<Reader, 'gone'>> {
  const { db } = desk
  const { id, address, addressKey, wish, locale, textId, textHash, form, askedAt } = optIn
  const known = await readerByKey(db, addressKey)
  const readerId = known?.id ?? newId('sub', now)
  const mailed = await db.prepare("SELECT settled_at AS at FROM mails WHERE id = ? AND state = 'sent'").bind(`${id}.confirm`).first<{ at: number }>()
  const guard = db.prepare('UPDATE opt_ins SET used_at = ?2 WHERE id = ?1 AND used_at IS NULL AND expires_at > ?2').bind(id, now)
  const reader = db
    .prepare(
      `INSERT INTO subscribers (id, address, address_key, domain, state, locale, frequency, topics, countries, is_member, link_epoch, version, confirmed_at, updated_at)
       VALUES (?1, ?2, ?3, ?4, 'active', ?5, ?6, ?7, ?8, 0, 1, 1, ?9, ?9)
       ON CONFLICT (address_key) DO UPDATE SET address = excluded.address, domain = excluded.domain, state = 'active', locale = excluded.locale,
         frequency = excluded.frequency, topics = excluded.topics, countries = excluded.countries, paused_until = NULL, ended_at = NULL,
         version = version + 1, confirmed_at = excluded.confirmed_at, updated_at = excluded.updated_at`,
    )
    .bind(readerId, address, addressKey, domainOf(address), locale, wish.frequency, JSON.stringify(wish.topics), JSON.stringify(wish.countries), now)
  const lifted = db.prepare("UPDATE suppressions SET lifted_at = ?2, lifted_by = 'opt-in' WHERE address_key = ?1 AND lifted_at IS NULL").bind(addressKey, now)
  const outcome = await record(
    db,
    [guard, reader, lifted, compareSoon(db)],
    [
      {
        kind: 'confirmed',
        addressKey,
        subscriberId: readerId,
        detail: { purpose: PURPOSE, optIn: id, ...wish, locale, textId, textHash, form, askedAt, mailedAt: mailed?.at ?? null, how: 'button' },
      },
    ],
    now,
  )
  const after = await readerByKey(db, addressKey)
  // Stale: the button was pressed before, and it is so already; or the seven days are over.
  const isReader = after !== null && (outcome === 'done' || after.state === 'active')
  return isReader ? ok(after) : fail('gone')
}
