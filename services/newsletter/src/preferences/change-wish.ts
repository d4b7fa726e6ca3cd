import type { ShippedLocale } from '@stem/i18n/locales'
import { fail, ok, type Result } from '@stem/web/result'
import { record } from '../ledger/record.ts'
import { cancelWaiting, type Desk, type Reader } from '../readers/reader.ts'
import { shownBeside } from '../subscribe/consent-text.ts'
import type { Wish } from '../wish/wish.ts'

/** By which way a reader changes something, and the language in which the page showed what they agreed to; null for a program. */
export type By = { way: 'preferences' | 'account' | 'api'; shownIn: ShippedLocale | null }

/** The reader wants other topics, countries, another language or rhythm. `stale`: they changed it somewhere else meanwhile. */
export async function changeWish(
  { db }: Pick<Desk, 'db'>,
  reader: Reader,
  { wish, locale, version, way, shownIn }: { wish: Wish; locale: ShippedLocale; version: number } & By,
  now: number,
): Promise<Result<null, 'stale'>> {
  const guard = db
    .prepare(
      `UPDATE subscribers SET topics = ?3, countries = ?4, frequency = ?5, locale = ?6, version = version + 1, updated_at = ?7
       WHERE id = ?1 AND version = ?2 AND state IN ('active', 'paused')`,
    )
    .bind(reader.id, version, JSON.stringify(wish.topics), JSON.stringify(wish.countries), wish.frequency, locale, now)
  const { shown, rows } = await shownBeside(db, shownIn, now)
  const outcome = await record(
    db,
    [guard, ...rows],
    [{ kind: 'changed', addressKey: reader.addressKey, subscriberId: reader.id, detail: { ...wish, locale, way, ...shown } }],
    now,
  )
  return outcome === 'done' ? ok(null) : fail('stale')
}

const MONTH = 30 * 24 * 60 * 60_000

/** The reader wants to hear nothing for some months (0: to hear again now). */
export const pause = (desk: Pick<Desk, 'db'>, reader: Reader, { months, ...by }: { months: number } & By, now: number): Promise<void> =>
  pauseUntil(desk, reader, { until: months === 0 ? null : now + months * MONTH, ...by }, now)

/** The reader hears nothing until a moment (null: hears again now). `restore`: they had asked for it before the database was brought back. */
export async function pauseUntil(
  { db }: Pick<Desk, 'db'>,
  reader: Reader,
  { until, way, shownIn }: { until: number | null; way: By['way'] | 'restore' } & Pick<By, 'shownIn'>,
  now: number,
): Promise<void> {
  const guard = db
    .prepare("UPDATE subscribers SET state = ?2, paused_until = ?3, version = version + 1, updated_at = ?4 WHERE id = ?1 AND state IN ('active', 'paused')")
    .bind(reader.id, until === null ? 'active' : 'paused', until, now)
  const { shown, rows } = await shownBeside(db, shownIn, now)
  await record(
    db,
    [guard, ...rows, ...(until === null ? [] : [cancelWaiting(db, reader.id, 'paused', now)])],
    [
      {
        kind: until === null ? 'resumed' : 'paused',
        addressKey: reader.addressKey,
        subscriberId: reader.id,
        detail: { way, until, ...shown },
      },
    ],
    now,
  )
}
