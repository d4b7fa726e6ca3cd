import type { IndicatorOfApi } from '@stem/contracts/api-indicators'
import { latestYear, spanOf } from '@stem/ui/series'
import { CARD_COLUMNS, CARD_TEXT, IN_PUBLIC, type CardRow } from '../facts/card.ts'
import type { Values } from '../model/series.ts'

/** A row of an indicator in public. */
export type IndicatorRow = CardRow & { updated_at: number }

/** A published indicator, as every face of it reads it. */
export type PublicIndicator = {
  id: string
  slug: string
  /** Name of its texts in the catalogues, e.g. `stem_tertiary_graduates_per_1000`. */
  code: string
  /** Title of the record and its language, for codes without texts. */
  label: string
  locale: string
  unit: string
  publisher: string
  sourceUrl: string
  series: Values
  /** Years by country for which the source says that there is no value. */
  missing: Record<string, number[]>
  vintage: IndicatorOfApi['vintage']
  updatedAt: number
}

type Doc = Pick<PublicIndicator, 'code' | 'unit' | 'publisher' | 'sourceUrl' | 'series'> & Partial<Pick<PublicIndicator, 'missing' | 'vintage'>>

/** SELECT of indicators in public; bind language and time. */
export const SELECT_INDICATORS = `SELECT ${CARD_COLUMNS}, p.updated_at FROM published p ${CARD_TEXT} WHERE ${IN_PUBLIC} AND p.type = 'indicator'`

/** The indicator of a row. */
export function indicatorOf(row: IndicatorRow): PublicIndicator {
  const { missing = {}, vintage = null, ...doc } = JSON.parse(row.doc) as Doc
  return {
    id: row.item_id,
    slug: row.slug,
    code: doc.code,
    label: row.title,
    locale: row.locale,
    unit: doc.unit,
    publisher: doc.publisher,
    sourceUrl: doc.sourceUrl,
    series: doc.series,
    missing,
    vintage,
    updatedAt: row.updated_at,
  }
}

/** Whether it is an aim that was set, not a value that was measured. */
export const isTarget = ({ code }: Pick<PublicIndicator, 'code'>): boolean => code.startsWith('target_')

/** First and last year, and the one that most countries report; null without a value. */
export function yearsOf({ series, missing }: Pick<PublicIndicator, 'series' | 'missing'>): { first: number; last: number; latest: number } | null {
  const span = spanOf(series)
  const latest = latestYear(series)
  if (!span || latest === null) return null
  const gaps = Object.values(missing).flat()
  return { first: Math.min(span[0], ...gaps), last: Math.max(span[1], ...gaps), latest }
}

/** Countries on file, with a value or with one that is said to be missing: `EU` first, the others by code. */
export const countriesOf = ({ series, missing }: Pick<PublicIndicator, 'series' | 'missing'>): string[] =>
  [...new Set([...Object.keys(series), ...Object.keys(missing)])].toSorted((a, b) => (a === 'EU' ? -1 : b === 'EU' ? 1 : a < b ? -1 : 1))

/** An indicator as programs read it. */
export const ofApi = ({ id, slug, label, unit, publisher, sourceUrl, series, missing, vintage }: PublicIndicator): IndicatorOfApi => ({
  id,
  code: slug,
  title: label,
  unit,
  publisher,
  source: sourceUrl,
  series,
  missing,
  vintage,
})
