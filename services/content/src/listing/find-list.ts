import type { RequestContext } from '@stem/contracts/context'
import { LISTS, type Facet, type ListFace, type ListName, type Sort } from '@stem/contracts/lists'
import { CARD_COLUMNS, CARD_TEXT, IN_PUBLIC } from '../facts/card.ts'
import { conditionsOf, hits, inOrder, ofFacets, ORDER, type Condition } from './hits.ts'
import type { ListRow } from './list-kind.ts'
import { chosenOf, type ListQuery } from './list-query.ts'

/** Beyond this many hits of a combined query nobody counts: the page says "more than". */
export const MOST_COUNTED = 300
export const PER_PAGE = 20
const EVERY_ONE = 200_000
// ?1 and ?2 are language and time.
const FIRST_VALUE = 3

/** What was found. `more`: there are more than `total`. `counts`: items by facet and code. */
export type FoundList = {
  rows: ListRow[]
  total: number
  more: boolean
  counts: Partial<Record<string, { code: string; count: number }[]>>
}

/** Which part of the list is wanted. `whole`: of all hits, for files and programs; pages list 300. */
export type Part = { limit?: number; offset?: number; whole?: boolean }

type Count = { term: string; n: number }

/** The one chosen term, where its counts are kept ready. */
function singleTerm(query: ListQuery, conditions: Condition[]): { facet: Facet; term: string } | null {
  const [only, ...more] = conditions
  if (!only?.isOrdered || only.facet === null || more.length > 0) return null
  return { facet: only.facet, term: `${only.facet}:${chosenOf(query, only.facet)[0]}` }
}

/** Ready counts, where at most one term is chosen. */
function readyCounts(db: D1Database, scope: string, single: ReturnType<typeof singleTerm>): D1PreparedStatement[] {
  const counts = (condition: string, ...values: string[]) =>
    db.prepare(`SELECT term, n FROM term_counts WHERE scope = 'public ${scope}' AND n > 0 AND ${condition}`).bind(...values)
  // All but the words, which lie between the facets. Two ranges: joined by OR the database would read every word.
  if (!single) return [counts("term < 'w:'"), counts("term >= 'w;'")]
  const { facet, term } = single
  return [
    db.prepare(`SELECT other AS term, n FROM pair_counts WHERE scope = 'public ${scope}' AND term = ? AND n > 0 AND other NOT LIKE '${facet}:%'`).bind(term),
    counts(`term >= '${facet}:' AND term < '${facet};'`),
    db.prepare(`SELECT '*' AS term, n FROM term_counts WHERE scope = 'public ${scope}' AND term = ?`).bind(term),
  ]
}

const withoutFacet = (scope: string, conditions: Condition[]): string =>
  conditions.length === 0 ? inOrder(scope, undefined, 'title', MOST_COUNTED + 1) : hits(scope, conditions, MOST_COUNTED + 1)

const NO_CARD = CARD_COLUMNS.split(',')
  .map(() => 'NULL')
  .join(', ')

/** The rows of `part` as a select over hits that lie in order; `source` gives the hits. */
const rowsOf = (source: string, sort: Sort, { limit, offset }: { limit: number; offset: number }): string =>
  `SELECT ${CARD_COLUMNS}, p.updated_at, p.seq, NULL AS term, NULL AS n FROM (SELECT * FROM ${source} ORDER BY ${ORDER[sort]} LIMIT ${limit} OFFSET ${offset}) hit
   JOIN published p ON p.seq = hit.seq ${CARD_TEXT} WHERE ${IN_PUBLIC} ORDER BY ${ORDER[sort].replaceAll(/sort_title|sort_date|seq/g, 'hit.$&')}`

/** Counts of terms over the hits themselves. `terms`: SQL that tests a term of `c`. */
const countsOf = (source: string, terms: string): string =>
  `SELECT c.term, count(*) AS n FROM ${source} CROSS JOIN published_terms c ON c.seq = hits.seq WHERE ${terms} GROUP BY c.term`

/** Rows and counts of combined conditions, found in one go; and for each chosen facet the counts as if it were not chosen. */
function searched(
  db: D1Database,
  { scope, facets }: ListFace,
  query: ListQuery,
  most: number,
  part: { limit: number; offset: number },
  first: unknown[],
): D1PreparedStatement[] {
  const { conditions, values } = conditionsOf(query, FIRST_VALUE)
  const chosen = facets.filter((facet) => chosenOf(query, facet).length > 0)
  const free = facets.filter((facet) => !chosen.includes(facet))
  const found = db
    .prepare(
      `WITH hits AS MATERIALIZED (${hits(scope, conditions, most + 1)}), shown AS MATERIALIZED (SELECT * FROM hits LIMIT ${most})
       SELECT * FROM (${rowsOf('shown', query.sort, part)})
       UNION ALL SELECT ${NO_CARD}, NULL, NULL, term, n FROM (${countsOf('hits', `(${ofFacets(free)} OR c.term = '*')`)})`,
    )
    .bind(...first, ...values)
  const without = (facet: Facet) => {
    const asked = conditionsOf({ ...query, facets: { ...query.facets, [facet]: [] } }, 1)
    return db.prepare(`WITH hits AS MATERIALIZED (${withoutFacet(scope, asked.conditions)}) ${countsOf('hits', ofFacets([facet]))}`).bind(...asked.values)
  }
  return [found, ...chosen.map(without)]
}

/** What is asked of the database for a part of a list, and how its answers, in their order, are read. */
export type ListQuestion = { statements: D1PreparedStatement[]; read: (results: D1Result[]) => FoundList }

/** The question for items of a list and what its facets hold; several fit into one round trip. Without `part` the page of the query. */
export function askList(
  { db }: { db: D1Database },
  name: ListName,
  query: ListQuery,
  { locale, now }: Pick<RequestContext, 'locale' | 'now'>,
  { limit = PER_PAGE, offset = (query.page - 1) * PER_PAGE, whole = false }: Part = {},
): ListQuestion {
  const list: ListFace = LISTS[name]
  const { conditions, values } = conditionsOf(query, FIRST_VALUE)
  const single = singleTerm(query, conditions)
  const isReady = conditions.length === 0 || single !== null
  const part = { limit, offset }
  const statements = isReady
    ? [
        db.prepare(rowsOf(`(${inOrder(list.scope, conditions[0], query.sort, limit + offset)})`, query.sort, part)).bind(locale, now, ...values),
        ...readyCounts(db, list.scope, single),
      ]
    : searched(db, list, query, whole ? EVERY_ONE : MOST_COUNTED, part, [locale, now])
  return { statements, read: (results) => readList(list, isReady, results as D1Result<Partial<ListRow & Count>>[]) }
}

function readList({ facets }: ListFace, isReady: boolean, results: D1Result<Partial<ListRow & Count>>[]): FoundList {
  const lines = results.flatMap((result) => result.results)
  const counts: FoundList['counts'] = Object.fromEntries(facets.map((facet) => [facet, []]))
  let total = 0
  for (const { term, n } of lines.filter((line): line is Count => typeof line.term === 'string')) {
    const colon = term.indexOf(':')
    if (term === '*') total = n
    else counts[term.slice(0, colon)]?.push({ code: term.slice(colon + 1), count: n })
  }
  const isExact = isReady || total <= MOST_COUNTED
  return {
    rows: lines.filter((line): line is ListRow => typeof line.item_id === 'string'),
    total: isExact ? total : MOST_COUNTED,
    more: !isExact,
    counts,
  }
}

/** Finds items of a list and counts what its facets hold, in one round trip. Without `part` the page of the query. */
export async function findList(
  deps: { db: D1Database },
  name: ListName,
  query: ListQuery,
  context: Pick<RequestContext, 'locale' | 'now'>,
  part: Part = {},
): Promise<FoundList> {
  const { statements, read } = askList(deps, name, query, context, part)
  return read(await deps.db.batch(statements))
}
