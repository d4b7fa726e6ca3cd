import type { ItemCard } from '@stem/contracts/content'
import type { RequestContext } from '@stem/contracts/context'
import { CARD_COLUMNS, CARD_TEXT, cardOf, IN_PUBLIC, type CardRow } from './card.ts'

/** The public item with an id, in the language asked for where there is one; null when there is none. */
export async function cardById({ db }: { db: D1Database }, id: string, { locale, now }: Pick<RequestContext, 'locale' | 'now'>): Promise<ItemCard | null> {
  const row = await db
    .prepare(`SELECT ${CARD_COLUMNS} FROM published p ${CARD_TEXT} WHERE ${IN_PUBLIC} AND p.item_id = ?3`)
    .bind(locale, now, id)
    .first<CardRow>()
  return row && cardOf(row)
}
