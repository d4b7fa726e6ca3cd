import { counted } from '@stem/test-kit/counted'
import { visitor } from '@stem/test-kit/visitor'
import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { DB, SEARCH } from '../testing/database.ts'
import { find, importSeed, namesOf, registerOf, seedRegister } from '../testing/search.ts'
import { findEverything } from './find-everything.ts'
import { keepSearch } from './keep-search.ts'
import { readSearchQuery } from './search-query.ts'
import { distance, gramsOf, isNear } from './spelling.ts'

const NOW = Date.UTC(2026, 10, 24)

beforeAll(async () => {
  await importSeed(NOW)
  await keepSearch({ db: DB, search: SEARCH, members: registerOf(seedRegister) }, NOW)
})

describe('whatever somebody types', () => {
  it.each(['', ' ', '"', "'", '*', '()', 'x', '😀', '\u0000', '--'])('without a word (%j) shows what there is', async (q) => {
    const found = await find(q)
    expect([found.searched, found.hits]).toEqual([false, []])
    expect(found.counts.type.length).toBeGreaterThan(8)
    expect(found.popular.length).toBeGreaterThan(5)
  })

  it.each([
    "science or o-ring'",
    "it's not me, girls",
    '"jet-net',
    'title:katapult',
    'girls AND',
    'NOT girls',
    'girls*',
    'NEAR(girls tech)',
    'keys : type_news girls',
    '^girls',
    '{girls}',
  ])('is taken as plain words: %s', async (q) => {
    expect((await find(q)).total).toBeGreaterThan(0)
  })

  it('costs one round trip, whatever is chosen and mistyped', async () => {
    for (const search of ['', 'q=girls', 'q=robtics&country=EE&topic=robotics&type=practice&year=2015', 'type=news', 'country=DK&year=2018', 'q=zzzz+qqqq']) {
      const { db, roundTrips } = counted(SEARCH)
      await findEverything({ search: db }, readSearchQuery(new URLSearchParams(search)), visitor('/search'))
      expect(roundTrips(), search).toBe(1)
    }
  })
})

describe('words that are nowhere as they are typed', () => {
  it.each([
    ['robtics', 'robotics'],
    ['scientx', 'scientix'],
    ['katapullt', 'katapult'],
    ['netherlnads', 'netherlands'],
    ['navrascics', 'navracsics'],
    ['mentroing', 'mentoring'],
    ['gedner', 'gender'],
  ])('%s was meant to be %s', async (q, meant) => {
    const found = await find(q)
    expect([found.way, found.mended]).toEqual(['mended', [meant]])
    expect(isNear(q, meant)).toBe(true)
    expect(found.total).toBeGreaterThan(0)
  })

  it('are mended one by one: what is known stays', async () => {
    expect((await find('jet-net technlogy')).mended).toEqual(['jet', 'net', 'technology'])
  })

  it('are told from words that only a filter excludes', async () => {
    const found = await find('katapult', { country: 'BG' })
    expect([found.way, found.total]).toEqual(['exact', 0])
    expect(found.counts.country.length).toBeGreaterThan(0)
  })

  it('of a whole question are looked for one by one', async () => {
    const found = await find('what do I do when nobody likes robotics in my village')
    expect(found.way).toBe('any')
    expect(found.total).toBeGreaterThan(0)
  })
})

describe('what is chosen beside the words', () => {
  it('narrows, and each facet counts as if nothing of it were chosen', async () => {
    const all = await find('technology pact')
    for (const facet of ['type', 'country', 'year'] as const) {
      for (const { code, count } of all.counts[facet]) {
        const narrowed = await find('technology pact', { [facet]: code })
        expect(narrowed.total, `${facet} ${code}`).toBe(count)
        expect(Object.fromEntries(narrowed.counts[facet].map((one) => [one.code, one.count]))).toEqual(
          Object.fromEntries(all.counts[facet].map((one) => [one.code, one.count])),
        )
      }
    }
  })

  it('lists by date without words, and turns pages without losing one', async () => {
    const pages = await Promise.all(['1', '2', '3', '4'].map((page) => find('', { type: 'practice', page })))
    const names = pages.flatMap(namesOf)
    expect([names.length, new Set(names).size]).toEqual([60, 60])
    const dates = pages.flatMap(({ hits }) => hits.map(({ date }) => date))
    expect(dates).toEqual(dates.toSorted().toReversed())
  })
})

describe('spelling', () => {
  it('measures how far words are apart', () => {
    expect([distance('', 'abc'), distance('gedner', 'gender'), distance('kitten', 'sitting'), distance('same', 'same')]).toEqual([3, 1, 3, 0])
    fc.assert(
      fc.property(
        fc.string({ maxLength: 8 }),
        fc.string({ maxLength: 8 }),
        (a, b) => distance(a, b) === distance(b, a) && (distance(a, b) === 0) === (a === b),
      ),
    )
  })

  it('cuts a word into runs with its ends', () => {
    expect(gramsOf('ab')).toEqual(['^a', 'ab', 'b$', '^ab', 'ab$'])
  })
})
