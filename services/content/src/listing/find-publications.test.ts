import { LISTS } from '@stem/contracts/lists'
import { counted } from '@stem/test-kit/counted'
import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { saveItem, type Item } from '../publish/save-item.ts'
import { DB } from '../testing/database.ts'
import { listedItem } from '../testing/faces.ts'
import { findList } from './find-list.ts'
import { readListQuery } from './list-query.ts'

const { facets, types } = LISTS.publications
type Facet = (typeof facets)[number]
const CODES: Record<Facet, string[]> = {
  publication: ['reports-and-studies', 'tools', 'meeting-report'],
  topic: ['gender', 'coding'],
  country: ['DK', 'NL', 'EU'],
  year: ['2019', '2020', '2021'],
}
const DATES = ['2019', '2020-06', '2021-03-04', '2021-12-31', null]
const NOW = Date.UTC(2026, 10, 24)
const items: Item[] = []
const pick = <Value>(list: readonly Value[], seed: number): Value => list[seed % list.length] as Value

beforeAll(async () => {
  for (let index = 0; index < 36; index++) {
    const country = index % 7 === 0 ? null : pick(CODES.country, index)
    items.push(
      listedItem(pick(types, index), {
        country,
        slug: `made-${index}`,
        date: pick(DATES, index * 3 + (index >> 2)),
        terms: {
          publication: [pick(CODES.publication, index >> 1)],
          topic: index % 3 === 0 ? [] : [pick(CODES.topic, index)],
          country: country === null ? [] : [country],
        },
        texts: [{ locale: 'en', title: `Report ${index} ${pick(['energy', 'energetic', 'water'], index)}`, summary: 'Short.', body: '[]' }],
      }),
    )
  }
  // Of other lists, with the same terms: they must never count.
  const others = ['news', 'practice', 'policy-reference'].map((type) =>
    listedItem(type, { slug: `other-${type}`, date: '2020', texts: [{ locale: 'en', title: 'Report energy', summary: 'Short.', body: '[]' }] }),
  )
  for (const item of [...items, ...others]) await DB.batch(saveItem(DB, item, 'per_test', NOW))
})

const codesOf = (item: Item, facet: Facet): string[] => (facet === 'year' ? (item.date === null ? [] : [item.date.slice(0, 4)]) : (item.terms[facet] ?? []))
const meets = (item: Item, facet: Facet, wanted: string[]) => wanted.length === 0 || wanted.some((code) => codesOf(item, facet).includes(code))
const says = (item: Item, q: string) =>
  q === '' ||
  (item.texts[0]?.title ?? '')
    .toLowerCase()
    .split(' ')
    .some((word) => word.startsWith(q))
const find = (params: URLSearchParams, db = DB) =>
  findList({ db }, 'publications', readListQuery(LISTS.publications, params), { locale: 'en', now: NOW }, { limit: 100, offset: 0 })

describe('a list of several types', () => {
  const query = fc.record({
    ...(Object.fromEntries(facets.map((facet) => [facet, fc.subarray(CODES[facet], { maxLength: 2 })])) as Record<Facet, fc.Arbitrary<string[]>>),
    q: fc.constantFrom('', '', 'energ', 'energy', 'nothing'),
    sort: fc.constantFrom('newest', 'title'),
  })

  it('finds and counts what a look at every item would, years among it, and lies in the order asked for', async () => {
    await fc.assert(
      fc.asyncProperty(query, async ({ q, sort, ...wanted }) => {
        const params = new URLSearchParams([
          ...facets.flatMap((facet) => wanted[facet].map((code): [string, string] => [facet, code])),
          ['q', q],
          ['sort', sort],
        ])
        const found = await find(params)
        const matching = items.filter((item) => says(item, q) && facets.every((facet) => meets(item, facet, wanted[facet])))
        expect(found.rows.map(({ slug }) => slug).toSorted()).toEqual(matching.map(({ slug }) => slug).toSorted())
        expect(found.total).toBe(matching.length)
        const dates = found.rows.map(({ sort_date }) => sort_date)
        if (sort === 'newest') expect(dates).toEqual(dates.toSorted().toReversed())
        for (const facet of facets) {
          const others = items.filter((item) => says(item, q) && facets.every((other) => other === facet || meets(item, other, wanted[other])))
          const expected = CODES[facet].map((code) => [code, others.filter((item) => codesOf(item, facet).includes(code)).length]).filter(([, n]) => n !== 0)
          expect(Object.fromEntries((found.counts[facet] ?? []).map(({ code, count }) => [code, count]))).toEqual(Object.fromEntries(expected))
        }
      }),
      { numRuns: 40 },
    )
  })

  it('asks the database once, whatever is asked', async () => {
    for (const search of ['', 'year=2020', 'year=2020&publication=tools', 'q=energ&year=2019&year=2021&country=DK']) {
      const { db, roundTrips } = counted(DB)
      await find(new URLSearchParams(search), db)
      expect(roundTrips(), search).toBe(1)
    }
  })
})
