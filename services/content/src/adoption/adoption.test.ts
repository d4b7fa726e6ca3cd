import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { importRecords } from '../import/import-records.ts'
import { DB } from '../testing/database.ts'
import { ask, NOW } from '../testing/desk.ts'
import type { CardRow } from '../facts/card.ts'
import { country } from '../facts/country.ts'
import { waysOf } from './network.tsx'

const db = { db: DB }
const SOURCE = { source_url: 'https://stem.example/source', note: null, date_note: null }
const PRACTICE = {
  id: 'school-visits',
  title: 'School visits',
  country: 'NL',
  organisation: null,
  type: 'Programme',
  topics: [],
  education_levels: [],
  target_groups: [],
  start_year: 2002,
  status: 'active',
  url: null,
  summary: 'Visits.',
  ...SOURCE,
}
const EDGE = {
  id: 'visits-in-denmark',
  title: 'Visits in Denmark',
  practice: 'school-visits',
  from: 'NL',
  country: 'DK',
  organisation: 'Astra <b>',
  date: '2018',
  status: 'in-use',
  changed: 'Younger pupils & their parents.',
  result: null,
  url: null,
  summary: 'Taken over.',
  ...SOURCE,
}
const read = async (path: string) => (await ask(path)).text()

let outcomes: Awaited<ReturnType<typeof importRecords>> = []
beforeAll(async () => {
  // Whichever comes first, the link is drawn.
  outcomes = await importRecords(db, 'adoptions', [EDGE, { ...EDGE, id: 'claimed', title: 'Zyxcanary', status: 'claimed' }], NOW)
  await importRecords(db, 'practices', [PRACTICE], NOW)
})

describe('a practice that was taken over', () => {
  it('says from where to where, by whom, when and what was changed, and stands beside the practice', async () => {
    const html = await read('/adoptions/visits-in-denmark')
    for (const words of [
      'In use',
      'Netherlands',
      'href="/countries/dk"',
      'Astra &lt;b&gt;',
      '2018',
      'Younger pupils &amp; their parents.',
      'href="/practices/school-visits"',
    ])
      expect(html, words).toContain(words)
    expect(await read('/practices/school-visits')).toContain('href="/adoptions/visits-in-denmark"')
    expect(await country({ db: DB }, 'DK', { locale: 'en', now: NOW })).toMatchObject({ adoptionCount: 1 })
    const { data } = JSON.parse(await read('/api/v1/adoptions?country=DK')) as { data: object[] }
    expect(data).toMatchObject([
      { from: 'NL', country: 'DK', practice: 'https://stem.example/practices/school-visits', year: '2018', status: 'in-use', result: null },
    ])
  })

  it('is in a table and in a picture that says the same in words', async () => {
    const html = await read('/practices/adoption')
    expect(html).toContain('1 practice was taken over; 2 countries take part.')
    expect(html).toMatch(/<svg [^>]*role="img" aria-label="[^"]*Netherlands → Denmark"/)
    expect(/<svg [^>]*role="img"[^]*?<\/svg>/.exec(html)?.[0].match(/<circle /g)).toHaveLength(2)
  })

  it('that is only claimed is refused with the reason, and on no face', async () => {
    expect(outcomes).toMatchObject([
      { outcome: 'created' },
      { outcome: 'refused', reasons: [{ path: 'adoptions[1].status', reason: expect.stringContaining('what is only claimed is not published') }] },
    ])
    for (const path of [
      '/practices/adoption',
      '/adoptions',
      '/adoptions.csv',
      '/adoptions.json',
      '/adoptions.atom',
      '/api/v1/adoptions',
      '/practices/school-visits',
    ])
      expect(await read(path), path).not.toMatch(/zyxcanary/i)
    expect((await ask('/adoptions/claimed')).status).toBe(404)
  })
})

describe('the picture', () => {
  it('counts every practice once, by the way it went', () => {
    const code = fc.constantFrom('NL', 'DK', 'FR', 'GR')
    fc.assert(
      fc.property(fc.array(fc.tuple(code, fc.option(code))), (edges) => {
        const rows = edges.map(([from, to]) => ({ country: to, doc: JSON.stringify({ from }) }) as CardRow)
        const ways = waysOf(rows)
        expect(ways.reduce((sum, { count }) => sum + count, 0)).toBe(edges.filter(([, to]) => to !== null).length)
        expect(new Set(ways.map(({ from, to }) => `${from} ${to}`)).size).toBe(ways.length)
      }),
    )
  })
})
