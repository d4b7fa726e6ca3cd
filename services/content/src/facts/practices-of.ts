import type { ItemCard } from '@stem/contracts/content'
import type { RequestContext } from '@stem/contracts/context'
import { fold } from '@stem/i18n/fold'
import { CARD_COLUMNS, CARD_TEXT, cardOf, IN_PUBLIC, type CardRow } from './card.ts'

const MOST = 100

/** Practices whose organisation is named by one of `aliases`, in one round trip. */
export async function practicesOf({ db }: { db: D1Database }, aliases: string[], { locale, now }: Pick<RequestContext, 'locale' | 'now'>): Promise<ItemCard[]> {
  const terms = aliases.slice(0, 20).map((alias) => `organisation:${fold(alias)}`)
  const { results } = await db
    .prepare(
      `SELECT ${CARD_COLUMNS} FROM published p ${CARD_TEXT} WHERE ${IN_PUBLIC} AND p.seq IN (
         SELECT seq FROM published_terms WHERE scope = 'public practice' AND term IN (SELECT value FROM json_each(?3)))
       ORDER BY p.sort_title LIMIT ${MOST}`,
    )
    .bind(locale, now, JSON.stringify(terms))
    .all<CardRow>()
  return results.map(cardOf)
}
