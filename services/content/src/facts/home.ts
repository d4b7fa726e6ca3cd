import type { HomeFacts } from '@stem/contracts/content'
import type { RequestContext } from '@stem/contracts/context'
import { CARD_COLUMNS, CARD_TEXT, cardOf, datedCardOf, IN_PUBLIC, timelineEntryOf, type CardRow } from './card.ts'
import { indicatorOf } from './indicator.ts'

const GRADUATES = 'stem-tertiary-graduates-per-1000'
const FEATURED = 5
const TOPICS = 6
const PUBLICATIONS = 3

/** What the home page shows, in one round trip. */
export async function home({ db }: { db: D1Database }, { locale, now }: Pick<RequestContext, 'locale' | 'now'>): Promise<HomeFacts> {
  const cards = (condition: string, order: string, limit: number) =>
    db.prepare(`SELECT ${CARD_COLUMNS} FROM published p ${CARD_TEXT} WHERE ${IN_PUBLIC} AND ${condition} ORDER BY ${order} LIMIT ${limit}`).bind(locale, now)
  const [counts, indicators, featured, topics, meetings, taskforces, publications] = await db.batch([
    db.prepare("SELECT scope, n FROM term_counts WHERE term = '*' AND scope LIKE 'public %'"),
    cards("p.type = 'indicator'", 'p.slug', 50),
    // One practice a country, those with a year first, the oldest first: a spread over Europe.
    cards(
      "p.type = 'practice' AND p.country <> 'EU' AND p.sort_date > '0000' AND p.seq IN (SELECT min(seq) FROM published WHERE type = 'practice' GROUP BY country)",
      'p.sort_date',
      FEATURED,
    ),
    db.prepare("SELECT term, n FROM term_counts WHERE scope = 'public practice' AND term LIKE 'topic:%' AND n > 0 ORDER BY n DESC, term LIMIT ?").bind(TOPICS),
    cards("p.type = 'event'", 'p.sort_date DESC', 200),
    cards("p.type = 'taskforce'", 'p.sort_date', 50),
    cards("p.type = 'publication' AND p.sort_date > '0000'", 'p.sort_date DESC', PUBLICATIONS),
  ])
  const rows = (result: D1Result | undefined) => (result?.results ?? []) as CardRow[]
  const total = new Map(((counts?.results ?? []) as { scope: string; n: number }[]).map(({ scope, n }) => [scope, n]))
  const all = rows(indicators).map((row) => indicatorOf(row))
  const of = (...scopes: string[]) => scopes.reduce((sum, scope) => sum + (total.get(`public ${scope}`) ?? 0), 0)
  return {
    practices: of('practice'),
    publications: of('publications', 'news'),
    taskforces: of('taskforce'),
    events: of('event'),
    graduates: all.find(({ slug }) => slug === GRADUATES) ?? null,
    targets: Object.fromEntries(
      all.filter(({ slug }) => slug.startsWith('target-')).map(({ slug, series }) => [slug.replaceAll('-', '_'), series['EU']?.at(-1)?.value ?? 0]),
    ),
    featured: rows(featured).map(cardOf),
    topics: ((topics?.results ?? []) as { term: string; n: number }[]).map(({ term, n }) => ({ code: term.slice('topic:'.length), count: n })),
    meetings: rows(meetings).map(timelineEntryOf).toReversed(),
    taskforceList: rows(taskforces).map(timelineEntryOf),
    latestPublications: rows(publications).map(datedCardOf),
  }
}
