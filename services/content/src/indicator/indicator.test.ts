import { decode } from 'fast-png'
import JSONstat from 'jsonstat-toolkit'
import Papa from 'papaparse'
import { beforeAll, describe, expect, it } from 'vitest'
import { importRecords } from '../import/import-records.ts'
import { DB } from '../testing/database.ts'
import { ask, NOW } from '../testing/desk.ts'
import { graduateRecords, indicatorRecord } from '../testing/samples.ts'

const AT = '/data/stem-tertiary-graduates-per-1000'

beforeAll(async () => {
  await importRecords({ db: DB }, 'indicators', graduateRecords(), NOW)
  await importRecords(
    { db: DB },
    'indicators',
    [
      indicatorRecord({ indicator: 'unheard_of', label: '<b>Unheard</b> of', unit: '%', value: 12.5, country: 'EU', year: 2019 }),
      indicatorRecord({ indicator: 'unheard_of', label: '<b>Unheard</b> of', unit: '%', value: 14, country: 'EU', year: 2023 }),
    ],
    NOW,
  )
})

const text = async (path: string) => (await ask(path)).text()
const csvOf = async (path: string) => Papa.parse<Record<string, string>>((await text(path)).replace('\uFEFF', '').trim(), { header: true }).data

describe('the page of an indicator', () => {
  it('says in its heading what can be compared, and no more', async () => {
    const html = await text(AT)
    expect(html).toContain('Denmark and Greece gained most from 2021 to 2023: +3.8; one of 4 countries that can be compared lost ground')
    expect(html).toContain('Flag d, definition differs: Ireland.')
  })

  it('ranks no value that is made by another definition', async () => {
    const html = await text(AT)
    const ranking = /<ul class="rk">(.*?)<\/ul>/s.exec(html)?.[1] ?? ''
    const rows = [...ranking.matchAll(/<span class="p">(\d*)<\/span><span>(?:<a [^>]*>)?([^<]+)/g)].map(([, rank, name]) => [rank, name])
    expect(rows).toEqual([
      ['', 'Ireland'],
      ['1', 'Denmark'],
      ['', 'EU 27'],
      ['2', 'Greece'],
      ['3', 'Sweden'],
      ['4', 'Malta'],
    ])
  })

  it('shows the year that the address names, and the latest for one that nobody reports', async () => {
    expect(await text(`${AT}?year=2021`)).toContain('Ranking, 2021')
    expect(await text(`${AT}?year=1850`)).toContain('Ranking, 2023')
    expect(await text(`${AT}?year=x&country=%27`)).toContain('Ranking, 2023')
  })

  it('shows a record without texts of its own by its label, as text', async () => {
    const html = await text('/data/unheard-of')
    expect(html).toContain('&lt;b&gt;Unheard&lt;/b&gt; of')
    expect(html).toContain('The EU went from 12.5% in 2019 to 14% in 2023')
  })

  it('describes itself as a data set with its files', async () => {
    const blocks = [...(await text(AT)).matchAll(/<script type="application\/ld\+json">(.*?)<\/script>/g)].map(
      ([, block]) => JSON.parse(block ?? '') as Record<string, unknown>,
    )
    const set = blocks.find((block) => block['@type'] === 'Dataset') as {
      distribution: { contentUrl: string }[]
      variableMeasured: { unitText: string }[]
      temporalCoverage: string
    }
    expect(set.temporalCoverage).toBe('2021/2023')
    expect(set.variableMeasured[0]?.unitText).toBe('per 1,000 inhabitants aged 20–29')
    for (const { contentUrl } of set.distribution) expect((await ask(new URL(contentUrl).pathname)).status).toBe(200)
  })

  it('is not there for a code that nobody imported', async () => {
    for (const path of [
      '/data/nothing',
      '/data/nothing/table',
      '/data/nothing/vintages',
      '/data/nothing.csv',
      '/data/nothing.png',
      '/api/v1/indicators/nothing/vintages',
    ])
      expect((await ask(path)).status, path).toBe(404)
  })
})

describe('the files of an indicator', () => {
  it('hold in CSV what the table shows, a missing value as nothing and never as zero', async () => {
    const rows = await csvOf(`${AT}.csv`)
    const cells = [...(await text(`${AT}/table`)).matchAll(/<th scope="row">([^<]+)<\/th>((?:<td>.*?<\/td>)+)/g)].flatMap(([, name, columns]) =>
      [...(columns ?? '').matchAll(/<td>(.*?)<\/td>/g)].map(([, cell], index) => [
        name,
        String(2021 + index),
        (cell ?? '').replace(/<sup>.*/, '').replace(/<abbr.*/, ''),
      ]),
    )
    expect(cells.toSorted()).toEqual(
      rows.map((row) => [row['country_name'], row['year'], row['value'] === '' ? '' : Number(row['value']).toFixed(1)]).toSorted(),
    )
    expect(rows.find((row) => row['country'] === 'SE' && row['year'] === '2022')).toMatchObject({ value: '', flags: '' })
    expect(rows.map((row) => row['value'])).not.toContain('0')
    expect(rows).toHaveLength(18)
  })

  it('are described by CSVW: every column by name, order and type, and the key that makes a row', async () => {
    const answer = await ask(`${AT}.csv`)
    expect(answer.headers.get('link')).toContain('rel="describedby"')
    const meta = (await (await ask(`${AT}.csv-metadata.json`)).json()) as {
      '@context': [string, object]
      url: string
      tableSchema: { columns: { name: string; datatype: string; required: boolean }[]; primaryKey: string[] }
    }
    expect(meta['@context'][0]).toBe('http://www.w3.org/ns/csvw')
    expect(meta.url).toBe(`https://stem.example${AT}.csv`)
    const rows = await csvOf(new URL(meta.url).pathname)
    expect(meta.tableSchema.columns.map(({ name }) => name)).toEqual(Object.keys(rows[0] ?? {}))
    for (const { name, datatype, required } of meta.tableSchema.columns) {
      for (const row of rows) {
        if (required) expect(row[name], name).not.toBe('')
        if (datatype === 'gYear') expect(row[name]).toMatch(/^\d{4}$/)
        if (datatype === 'decimal' && row[name] !== '') expect(row[name]).toMatch(/^-?\d+(\.\d+)?$/)
      }
    }
    expect(new Set(rows.map((row) => meta.tableSchema.primaryKey.map((key) => row[key]).join())).size).toBe(rows.length)
  })

  it('are JSON-stat that another program reads to the same values', async () => {
    const set = JSONstat((await (await ask(`${AT}.jsonstat.json`)).json()) as object)
    expect(set.class).toBe('dataset')
    for (const row of await csvOf(`${AT}.csv`)) {
      const { value, status } = set.Data({ geo: row['country'] ?? '', time: row['year'] ?? '' })
      expect(value).toBe(row['value'] === '' ? null : Number(row['value']))
      expect(status).toBe(row['flags'] || (row['value'] === '' ? ':' : null))
    }
  })

  it('are a drawing that stands alone: colours, heading, source, terms, and no sheet or script', async () => {
    const answer = await ask(`${AT}.svg?country=MT`)
    expect(answer.headers.get('content-type')).toContain('image/svg+xml')
    const svg = await answer.text()
    for (const part of [
      'Denmark and Greece gained most',
      'Source: Eurostat (educ_uoe_grad04)',
      'Terms: Not stated',
      'https://stem.example/data/',
      'Malta 10.0',
      '#1f4bc6',
    ])
      expect(svg).toContain(part)
    expect(svg).not.toMatch(/class=|<style|<script|href/)
  })

  it('are a picture with lines and letters in it', async () => {
    const answer = await ask(`/data/stem-tertiary-graduates-per-1000.png`)
    expect(answer.headers.get('content-type')).toBe('image/png')
    const { width, height, data, channels } = decode(new Uint8Array(await answer.arrayBuffer()))
    expect(width).toBe(1600)
    const inked = (from: number, to: number) => {
      let count = 0
      for (let at = Math.round(from * height) * width * channels; at < Math.round(to * height) * width * channels; at += channels)
        if ((data[at] ?? 255) < 200) count++
      return count
    }
    // Heading, chart and source: each has dark pixels of its own.
    expect(inked(0, 0.12)).toBeGreaterThan(2000)
    expect(inked(0.2, 0.8)).toBeGreaterThan(5000)
    expect(inked(0.92, 1)).toBeGreaterThan(1000)
    // Two engines without a cache of compiled code.
  }, 60_000)
})
