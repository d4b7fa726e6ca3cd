import { PRACTICE_FACETS, type PracticeFacet } from '@stem/contracts/api-practices'
import type { RequestContext } from '@stem/contracts/context'
import { CARD_COLUMNS, CARD_TEXT, IN_PUBLIC, type CardRow } from '../facts/card.ts'
import { conditionsOf, hits, inOrder, ofFacets, ORDER, SCOPE, type Condition } from './practice-hits.ts'
import type { PracticeQuery } from './practice-query.ts'

/** Beyond this many hits of a combined query nobody counts: the page says "more than". */
export const MOST_COUNTED = 300
export const PER_PAGE = 20
const EVERY_ONE = 200_000
// ?1 and ?2 are language and time.
const FIRST_VALUE = 3

type Row = CardRow & { updated_at: number; seq: number }

/** What a search found. `more`: there are more than `total`. `counts`: practices by facet and code. */
export type FoundPractices = {
  rows: Row[]
  total: number
  more: boolean
  counts: Record<PracticeFacet, { code: string; count: number }[]>
  countries: number
}

/** Which part of the list is wanted. `whole`: of all hits, for files and programs; pages list 300. */
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

const withoutFacet = (conditions: Condition[]): string =>
  conditions.length === 0 ? inOrder(undefined, 'title', MOST_COUNTED + 1) : hits(conditions, MOST_COUNTED + 1)

const NO_CARD = CARD_COLUMNS.split(',')
  .map(() => 'NULL')
  .join(', ')

/** The rows of `part` as a select over hits that lie in order; `source` gives the hits. */
const rowsOf = (source: string, sort: PracticeQuery['sort'], { limit, offset }: { limit: number; offset: number }): string =>
  `SELECT ${CARD_COLUMNS}, p.updated_at, p.seq, NULL AS term, NULL AS n FROM (SELECT * FROM ${source} ORDER BY ${ORDER[sort]} LIMIT ${limit} OFFSET ${offset}) hit
   JOIN published p ON p.seq = hit.seq ${CARD_TEXT} WHERE ${IN_PUBLIC} ORDER BY ${ORDER[sort].replaceAll(/sort_title|sort_date|seq/g, 'hit.$&')}`

/** Counts of terms over the hits themselves. `terms`: SQL that tests a term of `c`. */
const countsOf = (source: string, terms: string): string =>
  `SELECT c.term, count(*) AS n FROM ${source} CROSS JOIN published_terms c ON c.seq = hits.seq WHERE ${terms} GROUP BY c.term`

/** Rows and counts of combined conditions, found in one go; and for each chosen facet the counts as if it were not chosen. */
function searched(db: D1Database, query: PracticeQuery, most: number, part: { limit: number; offset: number }, first: unknown[]): D1PreparedStatement[] {
  const { conditions, values } = conditionsOf(query, FIRST_VALUE)
  const chosen = PRACTICE_FACETS.filter((facet) => query.facets[facet].length > 0)
  const free = PRACTICE_FACETS.filter((facet) => !chosen.includes(facet))
  const found = db
    .prepare(
      `WITH hits AS MATERIALIZED (${hits(conditions, most + 1)}), shown AS MATERIALIZED (SELECT * FROM hits LIMIT ${most})
       SELECT * FROM (${rowsOf('shown', query.sort, part)})
       UNION ALL SELECT ${NO_CARD}, NULL, NULL, term, n FROM (${countsOf('hits', `(${ofFacets(free)} OR c.term = '*')`)})`,
    )
    .bind(...first, ...values)
  const without = (facet: PracticeFacet) => {
    const asked = conditionsOf({ ...query, facets: { ...query.facets, [facet]: [] } }, 1)
    return db.prepare(`WITH hits AS MATERIALIZED (${withoutFacet(asked.conditions)}) ${countsOf('hits', ofFacets([facet]))}`).bind(...asked.values)
  }
  return [found, ...chosen.map(without)]
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
  const part = { limit, offset }
  const results = await db.batch<Partial<Row & Count>>(
    isReady
      ? [
          db.prepare(rowsOf(`(${inOrder(conditions[0], query.sort, limit + offset)})`, query.sort, part)).bind(locale, now, ...values),
          ...readyCounts(db, single),
        ]
      : searched(db, query, whole ? EVERY_ONE : MOST_COUNTED, part, [locale, now]),
  )
  const lines = results.flatMap((result) => result.results)
  const counts = Object.fromEntries(PRACTICE_FACETS.map((facet) => [facet, [] as { code: string; count: number }[]])) as FoundPractices['counts']
  let total = 0
  for (const { term, n } of lines.filter((line): line is Count => typeof line.term === 'string')) {
    const colon = term.indexOf(':')
    if (term === '*') total = n
    else counts[term.slice(0, colon) as PracticeFacet]?.push({ code: term.slice(colon + 1), count: n })
  }
  const isExact = isReady || total <= MOST_COUNTED
  return {
    rows: lines.filter((line): line is Row => typeof line.item_id === 'string'),
    total: isExact ? total : MOST_COUNTED,
    more: !isExact,
    counts,
    countries: counts.country.filter(({ code }) => code !== 'EU').length,
  }
}
