import type { ListFace, Sort } from '@stem/contracts/lists'
import { words } from '@stem/i18n/fold'

type Narrowed = Pick<ListFace, 'facets' | 'sorts'>

/** What a reader asks of a list. `facets`: chosen codes by facet, of every facet of the list. `page` is 1-based. */
export type ListQuery = {
  facets: Partial<Record<string, string[]>>
  q: string
  sort: Sort
  page: number
}

/** The codes chosen of a facet. */
export const chosenOf = ({ facets }: ListQuery, facet: string): string[] => facets[facet] ?? []

const CODE = /^[A-Za-z0-9-]{1,60}$/
const MOST_VALUES = 20
const LONGEST_TEXT = 200
const LAST_PAGE = 5000
const MOST_WORDS = 8

/** Reads a query as a person's address bar may hold it: what makes no sense is left out. */
export function readListQuery(list: Narrowed, params: URLSearchParams): ListQuery {
  const facets = Object.fromEntries(
    list.facets.map((facet) => [facet, [...new Set(params.getAll(facet).filter((code) => CODE.test(code)))].slice(0, MOST_VALUES).sort()]),
  )
  const sort = list.sorts.find((name) => name === params.get('sort')) ?? list.sorts[0]
  const page = /^\d{1,4}$/.test(params.get('page') ?? '') ? Number(params.get('page')) : 1
  return { facets, q: (params.get('q') ?? '').trim().slice(0, LONGEST_TEXT), sort, page: Math.min(Math.max(page, 1), LAST_PAGE) }
}

/** `query` as the query string of its address, without `?`; defaults are left out. */
export function writeListQuery(list: Narrowed, query: ListQuery): string {
  const { q, sort, page } = query
  const params = new URLSearchParams()
  for (const facet of list.facets) for (const code of chosenOf(query, facet)) params.append(facet, code)
  if (q !== '') params.set('q', q)
  if (sort !== list.sorts[0]) params.set('sort', sort)
  if (page > 1) params.set('page', String(page))
  params.sort()
  return params.toString()
}

/** The words by which `q` searches: folded, at most eight. */
export const searchWords = (q: string): string[] => words(q, MOST_WORDS)

/** Whether the query narrows at all. */
export const isNarrowed = ({ facets, q }: ListQuery): boolean => q !== '' || Object.values(facets).some((codes) => codes !== undefined && codes.length > 0)
