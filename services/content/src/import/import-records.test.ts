import { beforeAll, describe, expect, it } from 'vitest'
import { DB, outbox } from '../testing/database.ts'
import { practiceRecord } from '../testing/samples.ts'
import { withdrawItem } from '../publish/withdraw-item.ts'
import { importRecords } from './import-records.ts'

const NOW = Date.UTC(2026, 10, 24)
const bring = (records: unknown[], now = NOW) => importRecords({ db: DB }, 'practices', records, now)
const count = async (sql: string) => (await DB.prepare(sql).first<{ n: number }>())?.n

describe('a first import', () => {
  beforeAll(async () => {
    await bring([practiceRecord(), practiceRecord({ id: 'robots', title: 'Robots', country: 'NL', note: 'Date to be checked.' })])
  })

  it('publishes each record and keeps its source and its caution', async () => {
    expect(await count('SELECT count(*) AS n FROM published')).toBe(2)
    const robots = await DB.prepare("SELECT source_url, caution, original_locale FROM items WHERE source_key = 'practices/robots'").first()
    expect(robots).toEqual({ source_url: 'https://example.org/source', caution: 'Date to be checked.', original_locale: 'en' })
  })

  it('writes a purge of every page concerned with each record', async () => {
    const tags = (await outbox()).map((message) => message.tags)
    expect(tags).toHaveLength(2)
    expect(tags.flat()).toEqual(expect.arrayContaining(['list-practice', 'country-DK', 'country-NL']))
  })

  it('changes nothing when it is run again', async () => {
    const before = await count('SELECT sum(version) AS n FROM items')
    const outcomes = await bring([practiceRecord(), practiceRecord({ id: 'robots', title: 'Robots', country: 'NL', note: 'Date to be checked.' })], NOW + 1000)
    expect(outcomes.map(({ outcome }) => outcome)).toEqual(['unchanged', 'unchanged'])
    expect(await count('SELECT count(*) AS n FROM items')).toBe(2)
    expect(await count('SELECT sum(version) AS n FROM items')).toBe(before)
    expect(await outbox()).toHaveLength(2)
  })

  it('updates a record that changed, and only that one', async () => {
    const outcomes = await bring([practiceRecord({ title: 'Girls code more' })], NOW + 2000)
    expect(outcomes.map(({ outcome }) => outcome)).toEqual(['updated'])
    const text = await DB.prepare('SELECT title FROM published_texts JOIN published USING (seq) WHERE slug = ?').bind('girls-code').first()
    expect(text).toEqual({ title: 'Girls code more' })
    expect(await count("SELECT count(*) AS n FROM revisions JOIN items ON items.id = revisions.item_id WHERE source_key = 'practices/girls-code'")).toBe(2)
  })

  it('leaves withdrawn what was withdrawn', async () => {
    const row = await DB.prepare("SELECT id, version FROM items WHERE source_key = 'practices/robots'").first<{ id: string; version: number }>()
    await withdrawItem({ db: DB }, row?.id ?? '', row?.version ?? 0, 'per_test', NOW + 3000)
    const outcomes = await bring([practiceRecord({ id: 'robots', title: 'Robots again', country: 'NL' })], NOW + 4000)
    expect(outcomes[0]?.outcome).toBe('unchanged')
    expect(await count("SELECT count(*) AS n FROM published WHERE slug = 'robots'")).toBe(0)
  })
})

describe('bad records', () => {
  it('are named by path and reason while the others are imported', async () => {
    const outcomes = await bring([
      practiceRecord({ id: 'fine', title: 'Fine' }),
      practiceRecord({ id: 'Bad Id' }),
      practiceRecord({ id: 'no-country', country: 'Denmark' }),
      practiceRecord({ id: 'script', url: 'javascript:alert(1)' }),
      practiceRecord({ id: 'extra', surprise: 1 }),
      null,
      'text',
    ])
    expect(outcomes.map(({ outcome }) => outcome)).toEqual(['created', 'refused', 'refused', 'refused', 'refused', 'refused', 'refused'])
    expect(outcomes.flatMap(({ reasons }) => reasons.map(({ path }) => path))).toEqual([
      'practices[1].id',
      'practices[2].country',
      'practices[3].url',
      'practices[4].surprise',
      'practices[5]',
      'practices[6]',
    ])
  })

  it('are refused when the same id comes twice in one list', async () => {
    const outcomes = await bring([practiceRecord({ id: 'twice', title: 'One' }), practiceRecord({ id: 'twice', title: 'Two' })])
    expect(outcomes.map(({ outcome }) => outcome)).toEqual(['created', 'refused'])
  })

  it('never stop a date that does not exist from being noticed', async () => {
    const event = {
      id: 'e',
      title: 'E',
      kind: 'Webinar',
      start: '2021-02-30',
      end: null,
      place: null,
      country: null,
      host: null,
      summary: 'S',
      source_url: 'https://example.org',
    }
    const [outcome] = await importRecords({ db: DB }, 'events', [event], NOW)
    expect(outcome?.reasons).toEqual([{ path: 'events[0].start', reason: 'must be a date that exists' }])
  })
})

describe('indicators', () => {
  const value = (over: object) => ({
    indicator: 'graduates',
    label: 'Graduates',
    country: 'DK',
    year: 2020,
    value: 20.5,
    unit: 'per 1000',
    flag: null,
    publisher: 'Eurostat',
    source_url: 'https://example.org',
    ...over,
  })

  it('gather into one item, and a second file adds years to it', async () => {
    await importRecords({ db: DB }, 'indicators', [value({}), value({ country: 'EU', value: 18 })], NOW)
    await importRecords({ db: DB }, 'indicators', [value({ year: 2021, value: 21.5 }), value({})], NOW + 1000)
    const { results } = await DB.prepare("SELECT doc FROM published WHERE type = 'indicator'").all<{ doc: string }>()
    expect(results).toHaveLength(1)
    const { series } = JSON.parse(results[0]?.doc ?? '{}') as { series: Record<string, { year: number; value: number }[]> }
    expect(series['DK']?.map(({ year, value: number }) => [year, number])).toEqual([
      [2020, 20.5],
      [2021, 21.5],
    ])
  })
})
