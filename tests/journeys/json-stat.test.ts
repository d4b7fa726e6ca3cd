import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import { once } from 'node:events'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { importFile } from '@stem/infra/import/import-file'
import { readMapping, recordsOf } from '@stem/infra/import/json-stat'
import JSONstat from 'jsonstat-toolkit'

// The shape in which Eurostat hands out educ_uoe_grad04: dimensions of one category, sparse values and flags by place of the cell.
const PLACES = ['EU27_2020', 'EA20', 'DE', 'EL', 'UK']
const YEARS = ['2021', '2022', '2023']
const grad04 = {
  version: '2.0',
  class: 'dataset' as const,
  label: 'Graduates in tertiary education, in science, math., computing, engineering, manufacturing, construction - per 1000 of population aged 20-29',
  source: 'ESTAT',
  updated: '2026-09-11T23:00:00+0200',
  value: { '0': 22.1, '1': 22.3, '3': 21.5, '6': 24, '7': 24.3, '8': 24.2, '9': 20.1, '11': 23.1 },
  status: { '1': 'd', '7': 'de', '10': ':', '12': ': z' },
  id: ['freq', 'unit', 'isced11', 'sex', 'geo', 'time'],
  size: [1, 1, 1, 1, 5, 3],
  dimension: {
    freq: { label: 'Time frequency', category: { index: { A: 0 }, label: { A: 'Annual' } } },
    unit: { label: 'Unit of measure', category: { index: { 'P_THAB_Y20-29': 0 }, label: { 'P_THAB_Y20-29': 'Per thousand inhabitants aged 20-29' } } },
    isced11: { label: 'ISCED 2011', category: { index: { 'ED5-8': 0 }, label: { 'ED5-8': 'Tertiary education (levels 5-8)' } } },
    sex: { label: 'Sex', category: { index: { T: 0 }, label: { T: 'Total' } } },
    geo: { label: 'Geopolitical entity (reporting)', category: { index: Object.fromEntries(PLACES.map((place, index) => [place, index])), label: {} } },
    time: { label: 'Time', category: { index: Object.fromEntries(YEARS.map((year, index) => [year, index])), label: {} } },
  },
  extension: { lang: 'EN', id: 'EDUC_UOE_GRAD04', agencyId: 'ESTAT', version: '1.0' },
}
const mapping = {
  indicator: 'stem_tertiary_graduates_per_1000',
  unit: 'per 1000',
  source_url: 'https://ec.europa.eu/eurostat/databrowser/view/educ_uoe_grad04',
}

describe('a data set of JSON-stat', () => {
  it('becomes a record for each country and year, as another program reads them, missing ones as missing', () => {
    const { records } = recordsOf(grad04, mapping)
    const set = JSONstat(grad04)
    const codes: Record<string, string> = { GR: 'EL', GB: 'UK', EU: 'EU27_2020' }
    expect(records).toHaveLength(12)
    for (const { country, year, value } of records) {
      const cell = set.Data({ freq: 'A', unit: 'P_THAB_Y20-29', isced11: 'ED5-8', sex: 'T', geo: codes[country] ?? country, time: String(year) })
      expect([country, year, value]).toEqual([country, year, cell.value])
    }
    expect(records.filter(({ value }) => value === null).map(({ country, year }) => `${country} ${year}`)).toEqual([
      'EU 2023',
      'GR 2022',
      'GB 2021',
      'GB 2022',
      'GB 2023',
    ])
    expect(records.filter(({ flag }) => flag !== null).map(({ country, year, flag }) => [country, year, flag])).toEqual([
      ['EU', 2022, 'd'],
      ['DE', 2022, 'de'],
      ['GB', 2021, 'z'],
    ])
    expect(records[0]).toMatchObject({ publisher: 'Eurostat', unit: 'per 1000', label: expect.stringContaining('Graduates') as string })
  })

  it('names what it leaves out and why', () => {
    const quarterly = { ...grad04, dimension: { ...grad04.dimension, time: { category: { index: ['2021', '2022-Q1', '2023'] } } } }
    const { records, left } = recordsOf(quarterly, mapping)
    expect(left).toEqual([
      { path: 'time 2022-Q1', reason: 'is not a year, left out' },
      { path: 'geo EA20', reason: 'is neither a country nor the EU of 27, left out' },
    ])
    expect(new Set(records.map(({ year }) => year))).toEqual(new Set([2021, 2023]))
  })

  it('asks which category is meant when a further dimension has several, and takes the one that is named', () => {
    const { sex: _, ...rest } = grad04.dimension
    const bySex = {
      ...grad04,
      size: [1, 1, 1, 2, 5, 3],
      dimension: { ...rest, sex: { category: { index: { T: 0, F: 1 } } } },
      value: Array.from({ length: 30 }, (_none, index) => index),
      status: '',
    }
    expect(() => recordsOf(bySex, mapping)).toThrow(/sex has 2 categories.*T, F/)
    expect(() => recordsOf(bySex, { ...mapping, where: { sex: 'X' } })).toThrow(/no category X/)
    const { records } = recordsOf(bySex, { ...mapping, where: { sex: 'F' } })
    expect(records.find(({ country, year }) => country === 'DE' && year === 2023)?.value).toBe(15 + 2 * 3 + 2)
    expect(() => recordsOf({ ...bySex, value: [1, 2] }, { ...mapping, where: { sex: 'F' } })).toThrow(/2 values for 30 cells/)
  })

  it('needs a mapping without holes', () => {
    expect(() => readMapping({ indicator: 'x' }, 'm.json')).toThrow('m.json lacks unit, source_url.')
    expect(() => readMapping({ ...mapping, surprise: 1 }, 'm.json')).toThrow(/surprise is not a known field/)
  })
})

describe('the import of such a file', () => {
  type Batch = { kind: string; records: unknown[]; source: { hash: string; retrievedOn: string; licence: string | null }; dryRun?: boolean }
  const folder = mkdtempSync(join(tmpdir(), 'stem-json-stat-'))
  const batches: Batch[] = []
  let server: Server
  let origin = ''
  beforeAll(async () => {
    server = createServer((request, response) => {
      let body = ''
      request.on('data', (chunk: Buffer) => (body += chunk.toString()))
      request.on('end', () => {
        const batch = JSON.parse(body) as Batch
        batches.push(batch)
        response.setHeader('content-type', 'application/json')
        response.end(JSON.stringify({ outcomes: batch.records.map((_, index) => ({ index, source: null, outcome: 'created', reasons: [] })) }))
      })
    }).listen(0, '127.0.0.1')
    await once(server, 'listening')
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    writeFileSync(join(folder, 'grad04.json'), JSON.stringify(grad04))
    writeFileSync(join(folder, 'grad04.mapping.json'), JSON.stringify({ ...mapping, licence: 'CC BY 4.0', retrieved_on: '2026-11-20' }))
  })
  afterAll(() => {
    server.close()
    rmSync(folder, { recursive: true, force: true })
  })

  it('takes the mapping beside it and sends where the values come from', async () => {
    const lines: string[] = []
    const totals = await importFile(join(folder, 'grad04.json'), { origin, token: 't', report: (line) => lines.push(line) }, { dryRun: true })
    expect(totals).toEqual({ created: 12, updated: 0, unchanged: 0, refused: 0 })
    expect(lines).toEqual(['geo EA20: is neither a country nor the EU of 27, left out'])
    expect(batches).toHaveLength(1)
    expect(batches[0]).toMatchObject({ kind: 'indicators', dryRun: true, source: { retrievedOn: '2026-11-20', licence: 'CC BY 4.0' } })
    expect(batches[0]?.source.hash).toMatch(/^[0-9a-f]{64}$/)
  })

  it('says in a sentence that there is no mapping', async () => {
    writeFileSync(join(folder, 'other.json'), JSON.stringify(grad04))
    await expect(importFile(join(folder, 'other.json'), { origin, token: 't', report: () => undefined })).rejects.toThrow(/other\.mapping\.json cannot be read/)
  })
})
