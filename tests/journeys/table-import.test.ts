import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { COLUMNS, type TableKind } from '@stem/contracts/import-columns'
import { importFile } from '@stem/infra/import/import-file'
import { recordsIn, templateOf } from '@stem/infra/import/table'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { start, type Started } from './started.ts'

let system: Started
const folder = mkdtempSync(join(tmpdir(), 'stem-table-'))
beforeAll(async () => {
  system = await start({ seed: false })
})
afterAll(async () => {
  await system.stop()
  rmSync(folder, { recursive: true, force: true })
})

async function bring(name: string, text: string | Uint8Array, wish: { dryRun?: boolean; kind?: string } = {}) {
  const file = join(folder, name)
  writeFileSync(file, text)
  const lines: string[] = []
  const totals = await importFile(file, { origin: system.origin, token: system.importToken, report: (line) => lines.push(line) }, wish)
  return { totals, lines }
}
const practices = async () =>
  ((await (await fetch(`${system.origin}/api/v1/practices`)).json()) as { data: { title: string; summary: string; topics: string[] }[] }).data

const HEAD = '\ufeffid;title;country;topics;start_year;summary;source_url'
const TABLE = [
  HEAD,
  'robots;"Robots; and ""girls""";DK;"gender; robotics";2019;"Two\nlines.";https://stem.example/a',
  'no-year;No year;nl;;soon;Text.;https://stem.example/b',
  ';;;;;;',
].join('\r\n')

describe('a table that an editor fills in', () => {
  it('is tried without a trace, told row by row what is wrong, then brought in, and once is twice', async () => {
    const dry = await bring('practices.csv', TABLE, { dryRun: true })
    expect(dry.totals).toEqual({ created: 1, updated: 0, unchanged: 0, refused: 1 })
    expect(dry.lines).toEqual(['row 3, column country: must be a country code of two capital letters, or EU', 'row 3, column start_year: must be a year'])
    expect(await practices()).toEqual([])
    expect((await bring('practices.csv', TABLE)).totals).toEqual({ created: 1, updated: 0, unchanged: 0, refused: 1 })
    expect((await bring('again.csv', TABLE, { kind: 'practices' })).totals).toEqual({ created: 0, updated: 0, unchanged: 1, refused: 1 })
    expect(await practices()).toMatchObject([{ title: 'Robots; and "girls"', summary: 'Two\nlines.', topics: ['gender', 'robotics'] }])
  })

  it.each(Object.keys(COLUMNS) as TableKind[])('has a template for %s whose columns the site knows', async (kind) => {
    const cells: Record<string, string> = {
      id: `template-${kind.replaceAll('_', '-')}`,
      title: 'A title',
      name: 'A name',
      type: kind === 'publications' ? 'News' : 'Programme',
      kind: 'Webinar',
      start: '2024-05-04',
      from: 'NL',
      country: kind === 'adoptions' ? 'DK' : '',
      status: kind === 'adoptions' ? 'confirmed' : '',
      summary: 'A summary.',
      source_url: 'https://stem.example/c',
    }
    const head = templateOf(kind)
    const row = head.split(',').map((name) => cells[name] ?? '')
    const { totals, lines } = await bring(`${kind}.csv`, `${head}\n${row.join(',')}\n`)
    expect([lines, totals.created]).toEqual([[], 1])
  })

  it.each([
    ['a column that is not known', 'id,titel\na,b', /columns that are not known: titel. Known are: id, title/],
    ['no first line', 'a,b\nc,d', /columns that are not known/],
    ['a row with too many cells', 'id,title\na,b,c', /^Row 2: .*Nothing was imported/],
    ['another code page', new Uint8Array([0x69, 0x64, 0x0a, 0xe9]), /save it as “CSV UTF-8”/],
  ])('is refused as a whole with %s', async (_, text, sentence) => {
    await expect(bring('practices.csv', text)).rejects.toThrow(sentence)
  })

  it('of nobody knows what is refused with the kinds there are', async () => {
    await expect(bring('some.csv', 'id\na')).rejects.toThrow('--kind practices | publications')
    expect(recordsIn('id\tstart_year\nx\t7', 'practices')).toMatchObject([{ id: 'x', start_year: 7, topics: [], title: null }])
  })
})
