import type { Facet, Sort } from '@stem/contracts/lists'
import { chosenOf, searchWords, type ListQuery } from './list-query.ts'

const AFTER_EVERY_LETTER = '\uffff'
const MOST_LEADS = 5
// How much each facet usually narrows: those that come first leave fewest items.
const SELECTIVITY: Record<Facet, number> = {
  country: 1,
  issuer: 2,
  programme: 3,
  target: 4,
  topic: 5,
  form: 6,
  year: 7,
  publication: 8,
  event: 9,
  level: 10,
  status: 11,
  when: 12,
  checked: 13,
}
const BY_SELECTIVITY = (Object.keys(SELECTIVITY) as Facet[]).toSorted((a, b) => SELECTIVITY[a] - SELECTIVITY[b])

/** One thing that an item must meet. `facet` is null for a word. */
export type Condition = {
  facet: Facet | null
  /** SQL that tests the term of a row of `alias`; its values have fixed numbers, so it may stand several times. */
  match: (alias: string) => string
  /** Whether one term alone meets it: its rows lie in order of title and of date. */
  isOrdered: boolean
}

/** The conditions of a query, and the values their SQL refers to, the first of them as `?<first>`. */
export function conditionsOf(query: ListQuery, first: number): { conditions: Condition[]; values: string[] } {
  const conditions: Condition[] = []
  const values: string[] = []
  const place = (value: string): string => `?${first + values.push(value) - 1}`
  for (const word of searchWords(query.q)) {
    const [from, to] = [place(`w:${word}`), place(`w:${word}${AFTER_EVERY_LETTER}`)]
    conditions.push({ facet: null, match: (alias) => `${alias}.term >= ${from} AND ${alias}.term < ${to}`, isOrdered: false })
  }
  for (const facet of BY_SELECTIVITY) {
    const codes = chosenOf(query, facet)
    if (codes.length === 0) continue
    if (codes.length === 1) {
      const term = place(`${facet}:${codes[0]}`)
      conditions.push({ facet, match: (alias) => `${alias}.term = ${term}`, isOrdered: true })
    } else {
      const list = place(JSON.stringify(codes.map((code) => `${facet}:${code}`)))
      conditions.push({ facet, match: (alias) => `${alias}.term IN (SELECT value FROM json_each(${list}))`, isOrdered: false })
    }
  }
  return { conditions, values }
}

/** SQL order of rows that carry sort_title, sort_date and seq. */
export const ORDER = { title: 'sort_title, seq', newest: 'sort_date DESC, sort_title, seq', soonest: 'sort_date, sort_title, seq' } as const

/** Items of `scope` in the order of the list, found by one condition that one term meets, or by none at all. */
export function inOrder(scope: string, only: Condition | undefined, sort: Sort, limit: number): string {
  // Named, because the database would rather sort than read in order; and only columns of the index that holds the order: a look into the table for every row would cost most of the time.
  const columns = sort === 'title' ? 'd.seq, d.sort_title' : 'd.seq, d.sort_title, d.sort_date'
  const order = ORDER[sort].replaceAll(/sort_title|sort_date|seq/g, 'd.$&')
  const index = sort === 'title' ? 'sqlite_autoindex_published_terms_1' : 'published_terms_by_date'
  return `SELECT ${columns} FROM published_terms d INDEXED BY ${index} WHERE d.scope = 'public ${scope}' AND ${only?.match('d') ?? "d.term = '*'"} ORDER BY ${order} LIMIT ${limit}`
}

/**
 * At most `limit` items of `scope` that meet all conditions, each once, in no promised order. Which condition leads is decided by
 * the database from the counts of terms: the one that the fewest items meet. The others are looked up row by row, by
 * ascending seq so that neighbours lie on the same pages; the work grows with the rarest condition, not with the whole.
 */
export function hits(scope: string, conditions: Condition[], limit: number): string {
  const leads = conditions.slice(0, MOST_LEADS)
  const weights = leads.map(
    ({ match }, index) => `SELECT ${index} AS lead, (SELECT coalesce(sum(k.n), 0) FROM term_counts k WHERE k.scope = 'public ${scope}' AND ${match('k')}) AS n`,
  )
  const rarest = `(SELECT lead FROM (${weights.join(' UNION ALL ')}) ORDER BY n, lead LIMIT 1)`
  const branches = leads.map((lead, index) => {
    const checks = conditions
      .filter((other) => other !== lead)
      .map(({ match }, place) => ` AND EXISTS (SELECT 1 FROM published_terms e${place} WHERE e${place}.seq = d.seq AND ${match(`e${place}`)})`)
    const when = leads.length === 1 ? '' : `${rarest} = ${index} AND `
    return `SELECT * FROM (SELECT DISTINCT d.seq FROM published_terms d INDEXED BY published_terms_by_seq WHERE ${when}d.scope = 'public ${scope}' AND ${lead.match('d')}${checks.join('')} LIMIT ${limit})`
  })
  return `SELECT p.seq, p.sort_title, p.sort_date FROM (SELECT * FROM (${branches.join(' UNION ALL ')}) LIMIT ${limit}) h CROSS JOIN published p ON p.seq = h.seq`
}

/** SQL that tests whether the term of `c` belongs to one of `facets`. */
export const ofFacets = (facets: readonly Facet[]): string =>
  facets.length === 0 ? '0' : `(${facets.map((facet) => `(c.term >= '${facet}:' AND c.term < '${facet};')`).join(' OR ')})`
