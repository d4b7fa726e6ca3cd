import { LIST_NAMES, LISTS, type ListName } from '@stem/contracts/lists'
import type { RequestContext } from '@stem/contracts/context'
import { indicatorOf, SELECT_INDICATORS, type IndicatorRow, type PublicIndicator } from '../indicators/read-indicator.ts'

const MOST = 1000

/** What the catalogue is made of: the last change of each list that holds something (epoch milliseconds), and every indicator. */
export type CatalogueFacts = { lists: { name: ListName; updatedAt: number }[]; indicators: PublicIndicator[] }

/** Reads what the catalogue is made of, in one round trip. */
export async function findCatalogue({ db }: { db: D1Database }, { now }: Pick<RequestContext, 'now'>): Promise<CatalogueFacts> {
  const [changes, indicators] = await db.batch([
    db
      .prepare("SELECT type, max(updated_at) AS at FROM published WHERE visibility = 'public' AND (visible_until IS NULL OR visible_until > ?) GROUP BY type")
      .bind(now),
    db.prepare(`${SELECT_INDICATORS} ORDER BY p.slug LIMIT ${MOST}`).bind('en', now),
  ])
  const at = new Map(((changes?.results ?? []) as { type: string; at: number }[]).map((row) => [row.type, row.at]))
  const lists = LIST_NAMES.map((name) => ({ name, updatedAt: Math.max(0, ...LISTS[name].types.map((type) => at.get(type) ?? 0)) }))
  return { lists: lists.filter(({ updatedAt }) => updatedAt > 0), indicators: ((indicators?.results ?? []) as IndicatorRow[]).map(indicatorOf) }
}
