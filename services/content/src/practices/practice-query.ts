import { PRACTICE_FACETS, PRACTICE_SORTS, type PracticeFacet } from '@stem/contracts/api-practices'
import { words } from '@stem/i18n/fold'

/** What a reader asks of the practices. `page` is 1-based. */
export type PracticeQuery = {
  facets: Record<PracticeFacet, string[]>
  q: string
  sort: (typeof PRACTICE_SORTS)[number]
  page: number
}

const CODE = /^[A-Za-z0-9-]{1,60}$/
const MOST_VALUES = 20
const LONGEST_TEXT = 200
const LAST_PAGE = 5000
const MOST_WORDS = 8

/** Reads a query as a person's address bar may hold it: what makes no sense is left out. */
export function readPracticeQuery(params: URLSearchParams): PracticeQuery {
  const facets = Object.fromEntries(
    PRACTICE_FACETS.map((facet) => [facet, [...new Set(params.getAll(facet).filter((code) => CODE.test(code)))].slice(0, MOST_VALUES).sort()]),
  ) as PracticeQuery['facets']
  const sort = PRACTICE_SORTS.find((name) => name === params.get('sort')) ?? 'title'
  const page = /^\d{1,4}$/.test(params.get('page') ?? '') ? Number(params.get('page')) : 1
  return { facets, q: (params.get('q') ?? '').trim().slice(0, LONGEST_TEXT), sort, page: Math.min(Math.max(page, 1), LAST_PAGE) }
}

/** `query` as the query string of its address, without `?`; defaults are left out. */
export function writePracticeQuery({ facets, q, sort, page }: PracticeQuery): string {
  const params = new URLSearchParams()
  for (const facet of PRACTICE_FACETS) for (const code of facets[facet]) params.append(facet, code)
  if (q !== '') params.set('q', q)
  if (sort !== 'title') params.set('sort', sort)
  if (page > 1) params.set('page', String(page))
  params.sort()
  return params.toString()
}

/** The words by which `q` searches: folded, at most eight. */
export const searchWords = (q: string): string[] => words(q, MOST_WORDS)

/** Whether the query narrows at all. */
export const isNarrowed = ({ facets, q }: PracticeQuery): boolean => q !== '' || PRACTICE_FACETS.some((facet) => facets[facet].length > 0)
