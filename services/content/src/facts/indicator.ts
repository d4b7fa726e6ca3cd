import type { Indicator } from '@stem/contracts/content'
import type { CardRow } from './card.ts'

/** The indicator of a row, with its series for `countries` only when they are given. */
export function indicatorOf(row: CardRow, countries?: string[]): Indicator {
  const doc = JSON.parse(row.doc) as { unit: string; publisher: string; sourceUrl: string; series: Indicator['series'] }
  const series = countries === undefined ? doc.series : Object.fromEntries(Object.entries(doc.series).filter(([country]) => countries.includes(country)))
  return { id: row.item_id, slug: row.slug, title: row.title, unit: doc.unit, publisher: doc.publisher, sourceUrl: doc.sourceUrl, series }
}
