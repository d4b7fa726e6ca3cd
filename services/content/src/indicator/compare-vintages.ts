import type { RequestContext } from '@stem/contracts/context'
import { differencesOf, type AllPoints, type Difference } from '../model/series.ts'
import { foundIn, PUBLIC_INDICATOR, readingOf, type FoundIndicator } from './find-indicator.ts'

/** An indicator with how two of its vintages differ; null when the two are not on file. */
export type ComparedVintages = FoundIndicator & { differences: { from: number; to: number; list: Difference[] } | null }

/** Compares two vintages, the two newest where no number is given, in one round trip; null when there is no such indicator. */
export async function compareVintages(
  { db }: { db: D1Database },
  slug: string,
  { from, to }: { from?: number | undefined; to?: number | undefined },
  context: Pick<RequestContext, 'locale' | 'now'>,
): Promise<ComparedVintages | null> {
  const newest = `(SELECT max(number) FROM vintages WHERE item_id = ${PUBLIC_INDICATOR})`
  const [values, ...reading] = await db.batch([
    db
      .prepare(
        `SELECT number, series FROM vintages WHERE item_id = ${PUBLIC_INDICATOR}
         AND number IN (coalesce(?4, coalesce(?5, ${newest}) - 1), coalesce(?5, ${newest})) ORDER BY number`,
      )
      .bind(context.locale, context.now, slug, from ?? null, to ?? null),
    ...readingOf(db, slug, context),
  ])
  const found = foundIn(reading)
  if (!found) return null
  const [before, after] = (values?.results ?? []) as { number: number; series: string }[]
  if (!before || !after) return { ...found, differences: null }
  const points = ({ series }: { series: string }) => JSON.parse(series) as AllPoints
  return { ...found, differences: { from: before.number, to: after.number, list: differencesOf(points(before), points(after)) } }
}
