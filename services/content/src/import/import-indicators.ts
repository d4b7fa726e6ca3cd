import type { ImportOutcome } from '@stem/contracts/import'
import { newId } from '@stem/jobs/ids'
import * as v from 'valibot'
import { indicatorRecord, type IndicatorRecord } from '../model/record.ts'
import { saveItem, type Item } from '../publish/save-item.ts'
import { slugify } from '@stem/i18n/fold'
import { reasonsOf } from './import-records.ts'

type Observation = { country: string; year: number; value: number | null; flags: string | null }
type Row = Observation & { item_id: string; source_url: string }
type Known = { id: string; source_key: string; version: number; created_at: number; published_from: number }

const placeOf = ({ country, year }: { country: string; year: number }): string => `${country} ${year}`

/** Series by country, years ascending, missing values left out: as every face shows them. */
function seriesOf(rows: Iterable<Observation>): Record<string, { year: number; value: number; flags: string | null }[]> {
  const series: Record<string, { year: number; value: number; flags: string | null }[]> = {}
  for (const { country, year, value, flags } of [...rows].sort((a, b) => a.year - b.year)) {
    if (value !== null) (series[country] ??= []).push({ year, value, flags })
  }
  return series
}

function itemOf(records: IndicatorRecord[], all: Map<string, Observation>, known: Known | undefined, now: number): Item {
  const [first] = records as [IndicatorRecord, ...IndicatorRecord[]]
  const summary = `${first.label}. ${first.unit}. ${first.publisher}.`
  return {
    id: known?.id ?? newId('itm', now),
    type: 'indicator',
    sourceKey: `indicators/${first.indicator}`,
    visibility: 'public',
    state: 'published',
    publishedFrom: known?.published_from ?? now,
    publishedUntil: null,
    originalLocale: 'en',
    country: null,
    date: String(Math.max(...[...all.values()].map(({ year }) => year))),
    slug: slugify(first.indicator.replaceAll('_', '-')),
    terms: {},
    texts: [{ locale: 'en', title: first.label, summary, body: '[]' }],
    fields: { code: first.indicator, unit: first.unit, publisher: first.publisher, series: seriesOf(all.values()) },
    names: [],
    sourceName: first.publisher,
    sourceUrl: first.source_url,
    caution: null,
    fingerprint: null,
    version: (known?.version ?? 0) + 1,
    createdAt: known?.created_at ?? now,
  }
}

/** Imports values of indicators: one item for each indicator, to which a later import adds. */
export async function importIndicators({ db }: { db: D1Database }, records: unknown[], now: number): Promise<ImportOutcome[]> {
  const parsed = records.map((record) => v.safeParse(indicatorRecord, record))
  const outcomes = parsed.map((result, index): ImportOutcome => {
    const source = result.success ? `${result.output.indicator} ${placeOf(result.output)}` : null
    return { index, source, outcome: result.success ? 'unchanged' : 'refused', reasons: result.success ? [] : reasonsOf('indicators', index, result.issues) }
  })
  const groups = Map.groupBy(
    parsed.flatMap((result, index) => (result.success ? [{ record: result.output, index }] : [])),
    ({ record }) => record.indicator,
  )
  const keys = JSON.stringify([...groups.keys()].map((code) => `indicators/${code}`))
  const [knownRows, valueRows] = await db.batch([
    db.prepare('SELECT id, source_key, version, created_at, published_from FROM items WHERE source_key IN (SELECT value FROM json_each(?))').bind(keys),
    db
      .prepare(
        'SELECT o.item_id, o.country, o.year, o.value, o.flags, o.source_url FROM observations o WHERE o.item_id IN (SELECT id FROM items WHERE source_key IN (SELECT value FROM json_each(?)))',
      )
      .bind(keys),
  ])
  const known = new Map(((knownRows?.results ?? []) as Known[]).map((row) => [row.source_key, row]))
  for (const [code, group] of groups) {
    const item = known.get(`indicators/${code}`)
    const all = new Map<string, Observation>(((valueRows?.results ?? []) as Row[]).filter((row) => row.item_id === item?.id).map((row) => [placeOf(row), row]))
    const changed: IndicatorRecord[] = []
    for (const { record, index } of group) {
      const before = all.get(placeOf(record))
      if (before && before.value === record.value && before.flags === record.flag) continue
      all.set(placeOf(record), { country: record.country, year: record.year, value: record.value, flags: record.flag })
      changed.push(record)
      const outcome = outcomes[index]
      if (outcome) outcome.outcome = before ? 'updated' : 'created'
    }
    if (changed.length === 0) continue
    const next = itemOf(
      group.map(({ record }) => record),
      all,
      item,
      now,
    )
    await db.batch([
      ...saveItem(db, next, 'import', now),
      db
        .prepare(
          `INSERT INTO observations (item_id, country, year, value, flags, source_url)
           SELECT ?, value ->> 'country', value ->> 'year', value ->> 'value', value ->> 'flag', value ->> 'source_url' FROM json_each(?) WHERE true
           ON CONFLICT (item_id, country, year) DO UPDATE SET value = excluded.value, flags = excluded.flags, source_url = excluded.source_url`,
        )
        .bind(next.id, JSON.stringify(changed)),
    ])
  }
  return outcomes
}
