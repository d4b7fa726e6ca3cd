import type { ShippedLocale } from '@stem/i18n/locales'
import { newId } from '@stem/jobs/ids'
import { takeTurn, type Limit } from '@stem/jobs/turns'
import { fail, ok, type Result } from '@stem/web/result'
import { PURPOSE } from '../ledger/entry.ts'
import { record } from '../ledger/record.ts'
import { readerKeyOf, type Desk } from '../readers/reader.ts'
import type { Wish } from '../wish/wish.ts'
import { confirmationRows, isOpen } from './confirmation-limits.ts'
import { shownText, shownTextRow } from './consent-text.ts'

const HOUR = 60 * 60_000
const DAY = 24 * HOUR
const BY_NETWORK: Limit = { name: 'subscribe-network', most: 20, window: HOUR }

/** How long the button behind the mailed link works; after it the wish is deleted. */
export const OPT_IN_LIFE = 7 * DAY

/** What a page says when a limit is reached. */
export const LIMITED = { too_many: 'newsletter.limited', busy: 'consent.busy' } as const

/** A wish to subscribe, as a form or a program brings it. */
export type Asked = {
  /** The same key is the same wish, however often it comes. */
  formKey: string
  address: string
  wish: Wish
  locale: ShippedLocale
  /** Address of the form. */
  form: string
  network: string
}

/**
 * Keeps a wish until somebody presses the button behind the mailed link. Wish, entry of the ledger and mail stand together; an address
 * gets at most one such mail a day (`confirmation-limits.ts`). What comes back is the same for every address. `too_many`: from this network; `busy`: from everywhere.
 */
export async function askToSubscribe(desk: Desk, asked: Asked, now: number): Promise<Result<null, 'too_many' | 'busy'>> {
  const { db, tokenKey } = desk
  const turns = { db, key: tokenKey }
  if (!(await takeTurn(turns, BY_NETWORK, asked.network, now))) return fail('too_many')
  if (!(await isOpen(desk, now))) return fail('busy')
  const id = newId('opt', now)
  const key = await readerKeyOf(desk, asked.address)
  const shown = await shownText(asked.locale)
  const { topics, countries, frequency } = asked.wish
  const guard = db
    .prepare(
      `INSERT INTO opt_ins (id, form_key, purpose, address, address_key, wish, locale, text_id, text_hash, form, asked_at, expires_at)
       VALUES (?, ?, 'subscribe', ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (form_key) DO NOTHING`,
    )
    .bind(id, asked.formKey, asked.address, key, JSON.stringify(asked.wish), asked.locale, shown.textId, shown.textHash, asked.form, now, now + OPT_IN_LIFE)
  const mail = { id: `${id}.confirm`, kind: 'confirm', address: asked.address, locale: asked.locale, facts: { optIn: id } }
  await record(
    db,
    [guard, ...(await confirmationRows(desk, mail, now)), shownTextRow(db, shown, now)],
    [
      {
        kind: 'requested',
        addressKey: key,
        subscriberId: null,
        detail: { purpose: PURPOSE, optIn: id, topics, countries, frequency, ...shown, form: asked.form },
      },
    ],
    now,
  )
  return ok(null)
}
