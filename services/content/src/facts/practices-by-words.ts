import type { ShippedLocale } from '@stem/i18n/locales'
import { LISTS } from '@stem/contracts/lists'
import { findList } from '../listing/find-list.ts'
import { readListQuery } from '../listing/list-query.ts'

const MOST = 50

/** Public practices that hold every word, by title, at most `most` and never more than 50; none without a word. */
export async function practicesByWords(
  { db }: { db: D1Database },
  { words, locale, most }: { words: string; locale: ShippedLocale; most: number },
  now: number,
): Promise<{ id: string; title: string; country: string | null }[]> {
  const query = readListQuery(LISTS.practices, new URLSearchParams({ q: words }))
  if (query.q === '') return []
  const { rows } = await findList({ db }, 'practices', query, { locale, now }, { limit: Math.min(most, MOST), offset: 0 })
  return rows.map(({ item_id, title, country }) => ({ id: item_id, title, country }))
}
