import type { CountryFacts } from '@stem/contracts/content'
import type { RequestContext } from '@stem/contracts/context'
import { CARD_COLUMNS, CARD_TEXT, cardOf, datedCardOf, IN_PUBLIC, timelineEntryOf, type CardRow } from './card.ts'
import { indicatorOf } from './indicator.ts'

const MOST_PRACTICES = 12
const MOST_PUBLICATIONS = 3
const COUNTED = { practices: 'public practice', publications: 'public publications', news: 'public news', adoptions: 'public adoption' }

/** What the profile of a country shows, in one round trip. */
export async function country({ db }: { db: D1Database }, code: string, { locale, now }: Pick<RequestContext, 'locale' | 'now'>): Promise<CountryFacts> {
  const cards = (condition: string, order: string, limit: number, ...more: string[]) =>
    db
      .prepare(`SELECT ${CARD_COLUMNS} FROM published p ${CARD_TEXT} WHERE ${IN_PUBLIC} AND ${condition} ORDER BY ${order} LIMIT ${limit}`)
      .bind(locale, now, ...more)
  const [practices, counts, timeline, indicators, publications] = await db.batch([
    cards("p.type = 'practice' AND p.country = ?3", 'p.sort_title', MOST_PRACTICES, code),
    db
      .prepare('SELECT scope, n FROM term_counts WHERE scope IN (SELECT value FROM json_each(?)) AND term = ?')
      .bind(JSON.stringify(Object.values(COUNTED)), `country:${code}`),
    cards("p.type IN ('event', 'taskforce') AND p.country = ?3", 'p.sort_date DESC', 60, code),
    cards("p.type = 'indicator' AND p.slug NOT LIKE 'target-%'", 'p.slug', 20),
    cards(
      "p.type IN ('publication', 'meeting-report', 'monitoring-instrument', 'news') AND p.country = ?3",
      'p.sort_date DESC, p.sort_title',
      MOST_PUBLICATIONS,
      code,
    ),
  ])
  const count = (scope: string) => ((counts?.results ?? []) as { scope: string; n: number }[]).find((one) => one.scope === scope)?.n ?? 0
  const rows = (result: D1Result | undefined) => (result?.results ?? []) as CardRow[]
  return {
    practices: rows(practices).map(cardOf),
    practiceCount: count(COUNTED.practices),
    adoptionCount: count(COUNTED.adoptions),
    publications: rows(publications).map(datedCardOf),
    publicationCount: count(COUNTED.publications),
    newsCount: count(COUNTED.news),
    timeline: rows(timeline).map(timelineEntryOf).toReversed(),
    indicators: rows(indicators).map((row) => indicatorOf(row)),
  }
}
