import type { ImportOptions, ImportOutcome, ImportSource } from '@stem/contracts/import'
import { slugify } from '@stem/i18n/fold'
import { fingerprint, newId } from '@stem/jobs/ids'
import * as v from 'valibot'
import { indicatorRecord, type IndicatorRecord } from '../model/record.ts'
import { missingOf, pointsOf, valuesOf, type Place } from '../model/series.ts'
import { saveItem, type Item } from '../publish/save-item.ts'
import { reasonsOf } from './import-records.ts'

type Row = Place & { item_id: string }
type Known = { id: string; source_key: string; version: number; created_at: number; published_from: number; state: Item['state'] }
type VintageRow = { item_id: string; number: number; file_hash: string }

const placeOf = ({ country, year }: { country: string; year: number }): string => `${country} ${year}`

/** What the newest vintage of an indicator says, and where it has it from. */
type Vintage = { number: number; source: ImportSource; places: Place[] }

function itemOf(records: IndicatorRecord[], { number, source, places }: Vintage, known: Known | undefined, now: number): Item {
  const [first] = records as [IndicatorRecord, ...IndicatorRecord[]]
  const points = pointsOf(places)
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
    date: String(Math.max(...places.map(({ year }) => year))),
    slug: slugify(first.indicator.replaceAll('_', '-')),
    terms: {},
    texts: [{ locale: 'en', title: first.label, summary: `${first.label}. ${first.unit}. ${first.publisher}.`, body: '[]' }],
    fields: {
      code: first.indicator,
      unit: first.unit,
      publisher: first.publisher,
      series: valuesOf(points),
      missing: missingOf(points),
      vintage: { number, retrievedOn: source.retrievedOn, licence: source.licence },
    },
    names: [],
    sourceName: first.publisher,
    sourceUrl: first.source_url,
    caution: null,
    fingerprint: null,
    version: (known?.version ?? 0) + 1,
    createdAt: known?.created_at ?? now,
  }
}

/** Keeps what a file says as the vintage `number`; a further batch of the same file completes it. */
const keepVintage = (db: D1Database, item: Item, { number, source, places }: Vintage, now: number): D1PreparedStatement =>
  db
    .prepare(
      `INSERT INTO vintages (item_id, number, publisher, source_url, licence, retrieved_on, file_hash, series, imported_at)
       VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)
       ON CONFLICT (item_id, file_hash) DO UPDATE SET series = excluded.series WHERE number = excluded.number`,
    )
    .bind(item.id, number, item.sourceName, item.sourceUrl, source.licence, source.retrievedOn, source.hash, JSON.stringify(pointsOf(places)), now)

const keepValues = (db: D1Database, itemId: string, records: IndicatorRecord[]): D1PreparedStatement =>
  db
    .prepare(
      `INSERT INTO observations (item_id, country, year, value, flags, source_url)
       SELECT ?, value ->> 'country', value ->> 'year', value ->> 'value', value ->> 'flag', value ->> 'source_url' FROM json_each(?) WHERE true
       ON CONFLICT (item_id, country, year) DO UPDATE SET value = excluded.value, flags = excluded.flags, source_url = excluded.source_url`,
    )
    .bind(itemId, JSON.stringify(records))

async function read(db: D1Database, codes: string[]) {
  const keys = JSON.stringify(codes.map((code) => `indicators/${code}`))
  const own = '(SELECT id FROM items WHERE source_key IN (SELECT value FROM json_each(?)))'
  const [items, values, vintages] = await db.batch([
    db.prepare('SELECT id, source_key, version, created_at, published_from, state FROM items WHERE source_key IN (SELECT value FROM json_each(?))').bind(keys),
    db.prepare(`SELECT item_id, country, year, value, flags FROM observations WHERE item_id IN ${own}`).bind(keys),
    db.prepare(`SELECT item_id, number, file_hash FROM vintages WHERE item_id IN ${own} ORDER BY number`).bind(keys),
  ])
  return {
    known: new Map(((items?.results ?? []) as Known[]).map((row) => [row.source_key, row])),
    values: Map.groupBy((values?.results ?? []) as Row[], (row) => row.item_id),
    vintages: Map.groupBy((vintages?.results ?? []) as VintageRow[], (row) => row.item_id),
  }
}

type Group = { record: IndicatorRecord; index: number }[]

/** What of `group` says something new beside `places`, which it changes. Marks the outcome of each record. */
function overlay(group: Group, places: Map<string, Place>, outcomes: ImportOutcome[]): IndicatorRecord[] {
  const changed: IndicatorRecord[] = []
  for (const { record, index } of group) {
    const before = places.get(placeOf(record))
    if (before && before.value === record.value && before.flags === record.flag) continue
    places.set(placeOf(record), { country: record.country, year: record.year, value: record.value, flags: record.flag })
    changed.push(record)
    const outcome = outcomes[index]
    if (outcome) outcome.outcome = before ? 'updated' : 'created'
  }
  return changed
}

/**
 * Imports values of indicators: one item for each indicator, and a vintage for each file that says something new. What a file does not
 * name stays as it was; the same file again, and a file that says the same, make no vintage. An indicator that was withdrawn stays so.
 */
export async function importIndicators(
  { db }: { db: D1Database },
  records: unknown[],
  now: number,
  { source, dryRun = false }: ImportOptions = {},
): Promise<ImportOutcome[]> {
  const parsed = records.map((record) => v.safeParse(indicatorRecord, record))
  const outcomes = parsed.map((result, index): ImportOutcome => {
    const place = result.success ? `${result.output.indicator} ${placeOf(result.output)}` : null
    return {
      index,
      source: place,
      outcome: result.success ? 'unchanged' : 'refused',
      reasons: result.success ? [] : reasonsOf('indicators', index, result.issues),
    }
  })
  const groups = Map.groupBy(
    parsed.flatMap((result, index) => (result.success ? [{ record: result.output, index }] : [])),
    ({ record }) => record.indicator,
  )
  const from: ImportSource = source ?? {
    hash: await fingerprint(JSON.stringify(records)),
    retrievedOn: new Date(now).toISOString().slice(0, 10),
    licence: null,
  }
  const { known, values, vintages } = await read(db, [...groups.keys()])
  for (const [code, group] of groups) {
    const item = known.get(`indicators/${code}`)
    if (item?.state === 'withdrawn') continue
    const earlier = vintages.get(item?.id ?? '') ?? []
    const newest = earlier.at(-1)
    const own = earlier.find((vintage) => vintage.file_hash === from.hash)
    const places = new Map(
      (values.get(item?.id ?? '') ?? []).map(({ country, year, value, flags }) => [placeOf({ country, year }), { country, year, value, flags }]),
    )
    if (own && own.number !== newest?.number) continue
    const changed = overlay(group, places, outcomes)
    if (changed.length === 0 || dryRun) continue
    const vintage: Vintage = { number: own?.number ?? (newest?.number ?? 0) + 1, source: from, places: [...places.values()] }
    const next = itemOf(
      group.map(({ record }) => record),
      vintage,
      item,
      now,
    )
    await db.batch([...saveItem(db, next, 'import', now), keepVintage(db, next, vintage, now), keepValues(db, next.id, changed)])
  }
  return outcomes
}
