import type { RequestContext } from '@stem/contracts/context'
import { CARD_COLUMNS, CARD_TEXT, IN_PUBLIC, type CardRow } from '../facts/card.ts'

/** Practices on one page of the queue. */
export const PER_PAGE = 30

/** A public practice as it waits to be looked at; moments in epoch milliseconds. */
export type Waiting = CardRow & { verifiedAt: number | null; reviewBy: number | null }

/** One page of the queue: what nobody has verified first, then what is longest overdue; with how many there are and how many wait. */
export async function findQueue(
  { db }: { db: D1Database },
  page: number,
  { locale, now }: Pick<RequestContext, 'locale' | 'now'>,
): Promise<{ rows: Waiting[]; total: number; waiting: number }> {
  const from = `FROM published p ${CARD_TEXT} JOIN items i ON i.id = p.item_id WHERE ${IN_PUBLIC} AND p.type = 'practice'`
  const [rows, counts] = await db.batch([
    db
      .prepare(
        `SELECT ${CARD_COLUMNS}, i.last_verified_at AS verifiedAt, i.review_by AS reviewBy ${from}
         ORDER BY i.review_by IS NOT NULL, i.review_by, p.sort_title LIMIT ${PER_PAGE} OFFSET ?3`,
      )
      .bind(locale, now, (page - 1) * PER_PAGE),
    db.prepare(`SELECT count(*) AS total, count(*) FILTER (WHERE i.review_by IS NULL OR i.review_by + 86400000 <= ?2) AS waiting ${from}`).bind(locale, now),
  ])
  const found = (counts?.results as { total: number; waiting: number }[] | undefined)?.[0]
  return { rows: (rows?.results ?? []) as Waiting[], total: found?.total ?? 0, waiting: found?.waiting ?? 0 }
}
