import type { RequestContext } from '@stem/contracts/context'
import { indicatorOf, SELECT_INDICATORS, type IndicatorRow, type PublicIndicator } from './read-indicator.ts'

const MOST = 200

/** All public indicators by code, in one round trip. */
export async function findIndicators({ db }: { db: D1Database }, { locale, now }: Pick<RequestContext, 'locale' | 'now'>): Promise<PublicIndicator[]> {
  const { results } = await db.prepare(`${SELECT_INDICATORS} ORDER BY p.slug LIMIT ${MOST}`).bind(locale, now).all<IndicatorRow>()
  return results.map(indicatorOf)
}
