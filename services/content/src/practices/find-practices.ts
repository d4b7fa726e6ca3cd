import { PRACTICE_FACETS, type PracticeFacet } from '@stem/contracts/api-practices'
import type { RequestContext } from '@stem/contracts/context'
import { CARD_COLUMNS, CARD_TEXT, IN_PUBLIC, type CardRow } from '../facts/card.ts'
import { searchWords, type PracticeQuery } from './practice-query.ts'

/** Beyond this many hits of a combined query nobody counts: the page says "more than". */
export const MOST_COUNTED = 500
export const PER_PAGE = 20
const SCOPE = 'public practice'
const AFTER_EVERY_LETTER = '\uffff'
// The facet that narrows most comes first: it leads, the others are checked row by row.
const BY_SELECTIVITY: PracticeFacet[] = ['country', 'target', 'topic', 'form', 'level', 'status']

/** What a search found. `more`: there are more than `total`. `counts`: practices by facet and code. */
export type FoundPractices = {
  rows: (CardRow & { updated_at: number; seq: number })[]
  total: number
  more: boolean
  counts: Record<PracticeFacet, { code: string; count: number }[]>
  countries: number
}

type Condition = { sql: (alias: string) => string; values: string[] }

function conditionsOf({ facets, q }: PracticeQuery): Map<string, Condition> {
  const conditions = new Map<string, Condition>()
  for (const facet of BY_SELECTIVITY) {
    const codes = facets[facet]
    if (codes.length === 1) conditions.set(facet, { sql: (alias) => `${alias}.term = ?`, values: [`${facet}:${codes[0]}`] })
    else if (codes.length > 1) {
      conditions.set(facet, {
        sql: (alias) => `${alias}.term IN (SELECT value FROM json_each(?))`,
        values: [JSON.stringify(codes.map((code) => `${facet}:${code}`))],
      })
    }
  }
  for (const word of searchWords(q)) {
    conditions.set(`w:${word}`, { sql: (alias) => `${alias}.term >= ? AND ${alias}.term < ?`, values: [`w:${word}`, `w:${word}${AFTER_EVERY_LETTER}`] })
  }
  return conditions
}

const ORDER = { title: 'sort_title, seq', newest: 'sort_date DESC, sort_title, seq' } as const

/** The practices that meet all `conditions`, in order, at most `limit`: a select for use as a common table. */
function hits(conditions: Condition[], sort: PracticeQuery['sort'], limit: number): { sql: string; values: string[] } {
  const [lead = { sql: (alias: string) => `${alias}.term = ?`, values: ['*'] }, ...others] = conditions
  const checks = others.map(({ sql }, index) => ` AND EXISTS (SELECT 1 FROM published_terms e${index} WHERE e${index}.seq = d.seq AND ${sql(`e${index}`)})`)
  return {
    sql: `SELECT DISTINCT d.seq, d.sort_title, d.sort_date FROM published_terms d WHERE d.scope = '${SCOPE}' AND ${lead.sql('d')}${checks.join('')} ORDER BY ${ORDER[sort]} LIMIT ${limit}`,
    values: [...lead.values, ...others.flatMap(({ values }) => values)],
  }
}

const codeOf = (term: string): [PracticeFacet, string] => {
  const colon = term.indexOf(':')
  return [term.slice(0, colon) as PracticeFacet, term.slice(colon + 1)]
}

/** The one chosen term, where its counts are kept ready. */
function singleTerm(query: PracticeQuery, conditions: Map<string, Condition>): { facet: PracticeFacet; term: string } | null {
  const [only, ...more] = conditions.keys()
  if (only === undefined || more.length > 0 || only.startsWith('w:')) return null
  const facet = only as PracticeFacet
  const [code, another] = query.facets[facet]
  return code === undefined || another !== undefined ? null : { facet, term: `${facet}:${code}` }
}

/** Statements that count practices by term: ready counts where at most one term is chosen, else one more for each chosen facet. */
function countStatements(db: D1Database, query: PracticeQuery, conditions: Map<string, Condition>): D1PreparedStatement[] {
  const chosen = [...conditions.keys()]
  const all = db.prepare(`SELECT term, n FROM term_counts WHERE scope = '${SCOPE}' AND n > 0`)
  if (chosen.length === 0) return [all]
  const single = singleTerm(query, conditions)
  if (single) {
    const { facet, term } = single
    return [
      db.prepare(`SELECT other AS term, n FROM pair_counts WHERE scope = '${SCOPE}' AND term = ? AND n > 0 AND other NOT LIKE '${facet}:%'`).bind(term),
      db.prepare(`SELECT term, n FROM term_counts WHERE scope = '${SCOPE}' AND term LIKE '${facet}:%' AND n > 0`),
      db.prepare(`SELECT '*' AS term, n FROM term_counts WHERE scope = '${SCOPE}' AND term = ?`).bind(term),
    ]
  }
  const counting = (without: string | null, terms: string) => {
    const { sql, values } = hits(
      [...conditions].filter(([name]) => name !== without).map(([, condition]) => condition),
      'title',
      MOST_COUNTED + 1,
    )
    return db
      .prepare(
        `WITH hits AS MATERIALIZED (${sql}) SELECT c.term, count(*) AS n FROM hits CROSS JOIN published_terms c ON c.seq = hits.seq WHERE ${terms} GROUP BY c.term`,
      )
      .bind(...values)
  }
  const facets = chosen.filter((name) => !name.startsWith('w:')) as PracticeFacet[]
  const ranges = PRACTICE_FACETS.filter((facet) => !facets.includes(facet)).map((facet) => `(c.term >= '${facet}:' AND c.term < '${facet};')`)
  return [counting(null, [...ranges, "c.term = '*'"].join(' OR ')), ...facets.map((facet) => counting(facet, `c.term >= '${facet}:' AND c.term < '${facet};'`))]
}

/** Finds practices and counts what the facets hold, in one round trip. `limit` and `offset` replace the page for files and the API. */
export async function findPractices(
  { db }: { db: D1Database },
  query: PracticeQuery,
  { locale, now }: Pick<RequestContext, 'locale' | 'now'>,
  { limit = PER_PAGE, offset = (query.page - 1) * PER_PAGE } = {},
): Promise<FoundPractices> {
  const conditions = conditionsOf(query)
  const { sql, values } = hits([...conditions.values()], query.sort, limit + offset)
  const numbered = numberPlaces(sql)
  const [rows, ...counted] = await db.batch([
    db
      .prepare(
        `SELECT ${CARD_COLUMNS}, p.updated_at, p.seq FROM (SELECT * FROM (${numbered}) LIMIT -1 OFFSET ${offset}) hit
         JOIN published p ON p.seq = hit.seq ${CARD_TEXT} WHERE ${IN_PUBLIC} ORDER BY ${ORDER[query.sort].replaceAll(/sort_title|sort_date|seq/g, 'hit.$&')}`,
      )
      .bind(locale, now, ...values),
    ...countStatements(db, query, conditions),
  ])
  const counts = Object.fromEntries(PRACTICE_FACETS.map((facet) => [facet, [] as { code: string; count: number }[]])) as FoundPractices['counts']
  let total = 0
  for (const { term, n } of counted.flatMap((result) => result.results as { term: string; n: number }[])) {
    if (term === '*') total = n
    else {
      const [facet, code] = codeOf(term)
      counts[facet]?.push({ code, count: n })
    }
  }
  const exact = conditions.size === 0 || singleTerm(query, conditions) !== null || total <= MOST_COUNTED
  return {
    rows: (rows?.results ?? []) as FoundPractices['rows'],
    total: exact ? total : MOST_COUNTED,
    more: !exact,
    counts,
    countries: counts.country.filter(({ code }) => code !== 'EU').length,
  }
}

/** Places of the values numbered from 3 on: 1 and 2 are language and time. */
function numberPlaces(sql: string): string {
  let next = 3
  return sql.replaceAll('?', () => `?${next++}`)
}
