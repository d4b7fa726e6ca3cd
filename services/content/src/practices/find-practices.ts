import { PRACTICE_FACETS, type PracticeFacet } from '@stem/contracts/api-practices'
import type { RequestContext } from '@stem/contracts/context'
import { CARD_COLUMNS, CARD_TEXT, IN_PUBLIC, type CardRow } from '../facts/card.ts'
import { conditionsOf, hits, ofFacets, ORDER, SCOPE, type Condition } from './practice-hits.ts'
import type { PracticeQuery } from './practice-query.ts'

/** Beyond this many hits of a combined query nobody counts: the page says "more than". */
export const MOST_COUNTED = 500
export const PER_PAGE = 20
const EVERY_ONE = 200_000
// ?1 and ?2 are language and time.
const FIRST_VALUE = 3

/** What a search found. `more`: there are more than `total`. `counts`: practices by facet and code. */
export type FoundPractices = {
  rows: (CardRow & { updated_at: number; seq: number })[]
  total: number
  more: boolean
  counts: Record<PracticeFacet, { code: string; count: number }[]>
  countries: number
}

/** Which part of the list is wanted. `whole`: of all hits, for files and programs; pages list the first 500. */
export type Part = { limit?: number; offset?: number; whole?: boolean }

type Count = { term: string; n: number }

/** The one chosen term, where its counts are kept ready. */
function singleTerm({ facets }: PracticeQuery, conditions: Condition[]): { facet: PracticeFacet; term: string } | null {
  const [only, ...more] = conditions
  if (!only?.isOrdered || only.facet === null || more.length > 0) return null
  return { facet: only.facet, term: `${only.facet}:${facets[only.facet][0]}` }
}

/** Ready counts, where at most one term is chosen. */
function readyCounts(db: D1Database, single: ReturnType<typeof singleTerm>): D1PreparedStatement[] {
  const counts = (condition: string, ...values: string[]) =>
    db.prepare(`SELECT term, n FROM term_counts WHERE scope = '${SCOPE}' AND n > 0 AND ${condition}`).bind(...values)
  if (!single) return [counts("term < 'w:'")]
  const { facet, term } = single
  return [
    db.prepare(`SELECT other AS term, n FROM pair_counts WHERE scope = '${SCOPE}' AND term = ? AND n > 0 AND other NOT LIKE '${facet}:%'`).bind(term),
    counts(`term >= '${facet}:' AND term < '${facet};'`),
    db.prepare(`SELECT '*' AS term, n FROM term_counts WHERE scope = '${SCOPE}' AND term = ?`).bind(term),
  ]
}

/** Counts over the hits themselves: one statement, and one more for each chosen facet as if it were not chosen. */
function countedHits(db: D1Database, query: PracticeQuery): D1PreparedStatement[] {
  const counting = (asked: PracticeQuery, terms: string) => {
    const { conditions, values } = conditionsOf(asked, 1)
    return db
      .prepare(
        `WITH hits AS MATERIALIZED (${hits(conditions, 'title', MOST_COUNTED + 1)})
         SELECT c.term, count(*) AS n FROM hits CROSS JOIN published_terms c ON c.seq = hits.seq WHERE ${terms} GROUP BY c.term`,
      )
      .bind(...values)
  }
  const chosen = PRACTICE_FACETS.filter((facet) => query.facets[facet].length > 0)
  const free = PRACTICE_FACETS.filter((facet) => !chosen.includes(facet))
  return [
    counting(query, `(${ofFacets(free)} OR c.term = '*')`),
    ...chosen.map((facet) => counting({ ...query, facets: { ...query.facets, [facet]: [] } }, ofFacets([facet]))),
  ]
}

/** Finds practices and counts what the facets hold, in one round trip. Without `part` the page of the query. */
export async function findPractices(
  { db }: { db: D1Database },
  query: PracticeQuery,
  { locale, now }: Pick<RequestContext, 'locale' | 'now'>,
  { limit = PER_PAGE, offset = (query.page - 1) * PER_PAGE, whole = false }: Part = {},
): Promise<FoundPractices> {
  const { conditions, values } = conditionsOf(query, FIRST_VALUE)
  const single = singleTerm(query, conditions)
  const isReady = conditions.length === 0 || single !== null
  const most = isReady ? limit + offset : whole ? EVERY_ONE : MOST_COUNTED
  const [rows, ...counted] = await db.batch([
    db
      .prepare(
        `SELECT ${CARD_COLUMNS}, p.updated_at, p.seq FROM (SELECT * FROM (${hits(conditions, query.sort, most)}) ORDER BY ${ORDER[query.sort]} LIMIT ${limit} OFFSET ${offset}) hit
         JOIN published p ON p.seq = hit.seq ${CARD_TEXT} WHERE ${IN_PUBLIC} ORDER BY ${ORDER[query.sort].replaceAll(/sort_title|sort_date|seq/g, 'hit.$&')}`,
      )
      .bind(locale, now, ...values),
    ...(isReady ? readyCounts(db, single) : countedHits(db, query)),
  ])
  const counts = Object.fromEntries(PRACTICE_FACETS.map((facet) => [facet, [] as { code: string; count: number }[]])) as FoundPractices['counts']
  let total = 0
  for (const { term, n } of counted.flatMap((result) => result.results as Count[])) {
    const colon = term.indexOf(':')
    if (term === '*') total = n
    else counts[term.slice(0, colon) as PracticeFacet]?.push({ code: term.slice(colon + 1), count: n })
  }
  const isExact = isReady || total <= MOST_COUNTED
  return {
    rows: (rows?.results ?? []) as FoundPractices['rows'],
    total: isExact ? total : MOST_COUNTED,
    more: !isExact,
    counts,
    countries: counts.country.filter(({ code }) => code !== 'EU').length,
  }
}
