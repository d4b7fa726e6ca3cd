import { localPath } from '@stem/i18n/locales'
import type { Row } from '@stem/ui/row-list'
import type { Speech } from '@stem/ui/speech'
import { pathOf } from '../addresses/address-of.ts'
import type { CardRow } from '../facts/card.ts'
import type { ListRow, Place } from './list-kind.ts'

/** What every document of the projection holds. */
export type RecordDoc = { url: string | null; sourceName: string | null; sourceUrl: string | null; caution: string | null; terms: Record<string, string[]> }

const pathOfRow = ({ type, slug }: Pick<CardRow, 'type' | 'slug'>): string => pathOf(type, slug) ?? '/'

/** What a row is dated by: ISO day, month or year; null when not on file. */
export const dateOf = ({ sort_date }: Pick<CardRow, 'sort_date'>): string | null => (sort_date === '0000' ? null : sort_date)

/** The first fields of every record of the API. */
export const headOf = (row: ListRow, { origin, locale }: Place) => ({
  id: row.item_id,
  url: origin + localPath(locale, pathOfRow(row)),
  title: row.title,
  summary: row.summary,
  language: row.locale,
  country: row.country,
})

/** The last fields of every record of the API. */
export const tailOf = (row: ListRow, { url, sourceUrl, caution }: RecordDoc) => ({
  website: url,
  source: sourceUrl,
  caution,
  updatedAt: new Date(row.updated_at).toISOString(),
})

/** A row of a page, with its date before `more`. */
export const rowOf = ({ locale, f }: Speech, row: CardRow, more: string[], when = dateOf(row) === null ? null : f.date(row.sort_date)): Row => ({
  country: row.country,
  href: localPath(locale, pathOfRow(row)),
  title: row.title,
  summary: row.summary,
  lang: row.locale,
  meta: [...(when === null ? [] : [when]), ...more],
})
