import { LISTS } from '@stem/contracts/lists'
import { counted } from '@stem/test-kit/counted'
import { visitor } from '@stem/test-kit/visitor'
import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { saveItem, type Item } from '../publish/save-item.ts'
import { DB } from '../testing/database.ts'
import { practiceItem } from '../testing/samples.ts'
import { findList } from './find-list.ts'
import { readListQuery } from './list-query.ts'

const PRACTICE_FACETS = LISTS.practices.facets
type PracticeFacet = (typeof PRACTICE_FACETS)[number]

const CODES: Record<PracticeFacet, string[]> = {
  topic: ['gender', 'coding', 'robotics'],
  country: ['DK', 'NL', 'EU'],
  level: ['primary', 'higher'],
  form: ['programme', 'tool'],
  target: ['girls', 'teachers'],
  status: ['ongoing', 'completed'],
  checked: [],
}
const WORDS = ['laboratory', 'labour', 'Ψυχή', 'Österreich', 'zebra']
const items: Item[] = []
const pick = <Value>(list: Value[], seed: number): Value => list[seed % list.length] as Value

beforeAll(async () => {
  for (let index = 0; index < 40; index++) {
    const country = pick(CODES.country, index)
    const topics = [pick(CODES.topic, index * 7), pick(CODES.topic, index * 5 + 1)]
    items.push(
      practiceItem({
        country,
        slug: `generated-${index}`,
        date: String(2000 + (index % 20)),
        terms: {
          topic: [...new Set(topics)],
          country: [country],
          level: [pick(CODES.level, index * 3)],
          form: [pick(CODES.form, index >> 1)],
          target: [pick(CODES.target, index >> 2)],
          status: [pick(CODES.status, index >> 3)],
        },
        texts: [{ locale: 'en', title: `Title ${index} ${pick(WORDS, index)}`, summary: 'Short.', body: '[]' }],
      }),
    )
  }
  for (const item of items) await DB.batch(saveItem(DB, item, 'per_test', 2))
})

const fold = (text: string) => text.toLowerCase().normalize('NFKD').replaceAll(/\p{M}/gu, '')
const meets = (item: Item, facet: PracticeFacet, wanted: string[]) => wanted.length === 0 || wanted.some((code) => item.terms[facet]?.includes(code))
const says = (item: Item, q: string) =>
  fold(q)
    .split(/\s+/)
    .filter(Boolean)
    .every((word) =>
      fold(item.texts[0]?.title ?? '')
        .split(/\s+/)
        .some((own) => own.startsWith(word)),
    )

describe('practices found by facets and words', () => {
  const query = fc.record({
    ...(Object.fromEntries(PRACTICE_FACETS.map((facet) => [facet, fc.subarray(CODES[facet], { maxLength: Math.min(2, CODES[facet].length) })])) as Record<
      PracticeFacet,
      fc.Arbitrary<string[]>
    >),
    q: fc.constantFrom('', '', 'lab', 'ΨΥΧΗ', 'osterr', 'zebra', 'nothing-of-that'),
  })

  it('are exactly those that meet every facet, with the counts a reader would get by choosing one more', async () => {
    await fc.assert(
      fc.asyncProperty(query, async ({ q, ...facets }) => {
        const params = new URLSearchParams(PRACTICE_FACETS.flatMap((facet) => facets[facet].map((code): [string, string] => [facet, code])))
        if (q !== '') params.set('q', q)
        const found = await findList({ db: DB }, 'practices', readListQuery(LISTS.practices, params), visitor('/practices'), { limit: 100, offset: 0 })
        const matching = items.filter((item) => says(item, q) && PRACTICE_FACETS.every((facet) => meets(item, facet, facets[facet])))
        expect(found.rows.map(({ slug }) => slug).sort()).toEqual(matching.map(({ slug }) => slug).sort())
        expect(found.total).toBe(matching.length)
        for (const facet of PRACTICE_FACETS) {
          const others = items.filter((item) => says(item, q) && PRACTICE_FACETS.every((other) => other === facet || meets(item, other, facets[other])))
          const expected = CODES[facet].map((code) => [code, others.filter((item) => item.terms[facet]?.includes(code)).length]).filter(([, n]) => n !== 0)
          expect(Object.fromEntries((found.counts[facet] ?? []).map(({ code, count }) => [code, count]))).toEqual(Object.fromEntries(expected))
        }
      }),
      { numRuns: 60 },
    )
  })

  it('come in one round trip, whatever is asked', async () => {
    for (const search of ['', 'topic=gender', 'topic=gender&country=DK', 'q=lab&topic=gender&topic=coding&level=primary']) {
      const { db, roundTrips } = counted(DB)
      await findList({ db }, 'practices', readListQuery(LISTS.practices, new URLSearchParams(search)), visitor('/practices'))
      expect(roundTrips(), search).toBe(1)
    }
  })

  it('turn pages without losing or repeating one', async () => {
    const slugs: string[] = []
    for (const page of [1, 2, 3]) {
      const { rows } = await findList(
        { db: DB },
        'practices',
        readListQuery(LISTS.practices, new URLSearchParams({ page: String(page), sort: 'newest' })),
        visitor('/practices'),
      )
      slugs.push(...rows.map(({ slug }) => slug))
    }
    expect(slugs).toHaveLength(items.length)
    expect(new Set(slugs).size).toBe(items.length)
  })

  it.each(["'", '"', '%', '_', '*', 'a OR b', '\\', '(', 'NEAR(', '😀', 'x'.repeat(500), '\u0000'])('take %j as plain text', async (q) => {
    const found = await findList({ db: DB }, 'practices', readListQuery(LISTS.practices, new URLSearchParams({ q })), visitor('/practices'))
    expect(found.total).toBeGreaterThanOrEqual(0)
  })
})
