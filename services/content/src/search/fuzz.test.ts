import { visitor } from '@stem/test-kit/visitor'
import fc from 'fast-check'
import { beforeAll, expect, it } from 'vitest'
import { saveItem } from '../publish/save-item.ts'
import { DB, SEARCH } from '../testing/database.ts'
import { practiceItem } from '../testing/samples.ts'
import { registerOf } from '../testing/search.ts'
import { findEverything } from './find-everything.ts'
import { keepSearch } from './keep-search.ts'
import { readSearchQuery, writeSearchQuery } from './search-query.ts'

const NOW = Date.UTC(2026, 10, 24)
const RUNS = 10_000
const TOGETHER = 250
const PATIENCE = 120_000

beforeAll(async () => {
  const titles = ['Girls code', 'Ψηφιακή εκπαίδευση', 'Straße der Technik', 'ħażż', 'школа', 'Science OR not NEAR']
  await DB.batch(titles.flatMap((title) => saveItem(DB, practiceItem({ texts: [{ locale: 'en', title, summary: title, body: '[]' }] }), 'per_test', NOW)))
  await keepSearch({ db: DB, search: SEARCH, members: registerOf([]) }, NOW)
})

// What a grammar of queries is made of, and what was never meant to be one.
const piece = fc.oneof(
  fc.constantFrom(
    '"',
    "'",
    '*',
    '(',
    ')',
    ':',
    '^',
    '-',
    '+',
    '{',
    '}',
    '\\',
    '%',
    '_',
    '\u0000',
    '\u0007',
    '\u202e',
    '\ud800',
    '\udfff',
    '‘',
    '«',
    '\n',
    '\t',
  ),
  fc.constantFrom(
    'AND',
    'OR',
    'NOT',
    'NEAR',
    'NEAR(',
    'title:',
    'keys : "type_news"',
    'rank',
    'rowid',
    '--',
    ';',
    'DROP TABLE',
    "' OR 1=1",
    'type_news',
    '\u{10ffff}',
  ),
  fc.constantFrom('girls', 'Ψηφιακή', 'Straße', 'ħażż', 'ışık', 'школа', 'קישור', 'مرحبا', '科学', '👩‍🔬', '🇪🇺', 'é', 'Å', 'ﬁ', '½', '١٢٣', '𞤀', 'a', '7'),
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.string({ unit: 'grapheme', maxLength: 12 }),
)
const typed = fc.oneof(
  { weight: 30, arbitrary: fc.array(piece, { maxLength: 12 }).map((parts) => parts.join(' ')) },
  { weight: 30, arbitrary: fc.array(piece, { maxLength: 12 }).map((parts) => parts.join('')) },
  { weight: 1, arbitrary: fc.tuple(piece, fc.nat(10_000)).map(([part, times]) => part.repeat(times).slice(0, 10_000)) },
)
const chosen = fc.record(
  { type: piece, country: fc.constantFrom('DK', 'EU', '"', ''), topic: piece, year: fc.constantFrom('2020', '*', ''), page: piece },
  { requiredKeys: [] },
)

/** The real database, asked by many at once in one round trip: what each of them asks stays as it is. */
function together(db: D1Database) {
  let waiting: { statements: D1PreparedStatement[]; done: (results: D1Result[]) => void; failed: (why: unknown) => void }[] = []
  const flush = async (): Promise<void> => {
    const all = waiting
    waiting = []
    try {
      const results = await db.batch(all.flatMap(({ statements }) => statements))
      for (const { statements, done } of all) done(results.splice(0, statements.length))
    } catch {
      // One of them is at fault: each by itself says which.
      for (const { statements, done, failed } of all) {
        try {
          done(await db.batch(statements))
        } catch (why) {
          failed(why)
        }
      }
    }
  }
  const batch = (statements: D1PreparedStatement[]) => new Promise<D1Result[]>((done, failed) => waiting.push({ statements, done, failed }))
  return { db: { prepare: (sql: string) => db.prepare(sql), batch } as unknown as D1Database, flush }
}

it(
  `whatever somebody types, the engine never fails: ${RUNS.toLocaleString('en')} strings`,
  async () => {
    const { db, flush } = together(SEARCH)
    const asked = fc.sample(fc.tuple(typed, fc.oneof({ weight: 4, arbitrary: fc.constant({}) }, { weight: 1, arbitrary: chosen })), RUNS)
    let found = 0
    for (let start = 0; start < asked.length; start += TOGETHER) {
      const answers = asked.slice(start, start + TOGETHER).map(async ([q, more]) => {
        const query = readSearchQuery(new URLSearchParams({ ...(more as Record<string, string>), q }))
        expect(readSearchQuery(new URLSearchParams(writeSearchQuery(query)))).toEqual(query)
        const { hits } = await findEverything({ search: db }, query, visitor('/search', { now: NOW })).catch((thrown: unknown) => {
          throw new Error(`${JSON.stringify(q)} ${JSON.stringify(more)}: ${String(thrown)}`)
        })
        if (hits.length > 0) found++
      })
      await flush()
      await Promise.all(answers)
    }
    expect(found).toBeGreaterThan(RUNS / 10)
  },
  PATIENCE,
)
