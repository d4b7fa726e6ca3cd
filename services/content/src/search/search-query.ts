import { SEARCH_FACETS, SEARCH_TYPES, type SearchFacet } from '@stem/contracts/api-search'
import { words } from '@stem/i18n/fold'
import { keyOf, titleOf } from './document.ts'
import { gramsOf, isSpelled } from './spelling.ts'

/** What a reader asks of the search. `page` is 1-based. */
export type SearchQuery = { q: string; facets: Record<SearchFacet, string[]>; page: number }

const LONGEST_TEXT = 200
const MOST_WORDS = 8
const MOST_VALUES = 20
const LAST_PAGE = 50
const VALID: Record<SearchFacet, (code: string) => boolean> = {
  type: (code) => (SEARCH_TYPES as readonly string[]).includes(code),
  country: (code) => /^[A-Z]{2}$/.test(code),
  topic: (code) => /^[a-z0-9-]{1,60}$/.test(code),
  year: (code) => /^\d{4}$/.test(code),
}
// One tab at a time.
const MOST_OF: Partial<Record<SearchFacet, number>> = { type: 1 }

/** `facets` of `given`, without values that make no sense. */
export const readFacets = (given: (facet: SearchFacet) => string[]): SearchQuery['facets'] =>
  Object.fromEntries(
    SEARCH_FACETS.map((facet) => [facet, [...new Set(given(facet).filter(VALID[facet]))].slice(0, MOST_OF[facet] ?? MOST_VALUES).sort()]),
  ) as SearchQuery['facets']

/** `text` without what nobody can type on purpose: controls, unpaired halves of characters. */
export const readWords = (text: string): string =>
  text
    .toWellFormed()
    .replaceAll(/[\p{Cc}\u{fffd}]+/gu, ' ')
    .trimStart()
    .slice(0, LONGEST_TEXT)
    .toWellFormed()
    .replaceAll('\u{fffd}', '')
    .trimEnd()

/** Reads a query as an address bar may hold it: what makes no sense is left out. */
export function readSearchQuery(params: URLSearchParams): SearchQuery {
  const page = /^\d{1,4}$/.test(params.get('page') ?? '') ? Number(params.get('page')) : 1
  return { q: readWords(params.get('q') ?? ''), facets: readFacets((facet) => params.getAll(facet)), page: Math.min(Math.max(page, 1), LAST_PAGE) }
}

/** `query` as the query string of its address, without `?`; defaults are left out. */
export function writeSearchQuery({ q, facets, page }: SearchQuery): string {
  const params = new URLSearchParams()
  for (const facet of SEARCH_FACETS) for (const code of facets[facet]) params.append(facet, code)
  if (q !== '') params.set('q', q)
  if (page > 1) params.set('page', String(page))
  params.sort()
  return params.toString()
}

/** Whether anything is chosen but a type. */
export const isNarrowed = ({ facets }: SearchQuery): boolean => SEARCH_FACETS.some((facet) => facet !== 'type' && facets[facet].length > 0)

// What is looked for in the index never comes from the reader as it is: folded letters and digits alone, in quotes.
const quoted = (word: string): string => `"${word}"`
const beginning = (word: string): string => `${quoted(word)}*`
const all = (list: string[]): string => list.join(' AND ')

const SHORTEST_STEM = 4
const ENDING = 0.3
/** A word without its ending, as long as it may have one: the languages of Europe bend their words at the end. */
export const stemOf = (word: string): string => {
  const letters = [...word]
  return letters.slice(0, Math.max(SHORTEST_STEM, letters.length - Math.floor(letters.length * ENDING))).join('')
}

const SHORTEST_ALONE = 3
const RUN = 3

/** How the index is asked for words: each way is tried when the one before finds nothing at all. */
export type Asked = {
  words: string[]
  exact: string
  stems: string
  any: string
  /** The words with the grams by which mistyped ones are recognised. */
  grams: string
  /** The whole text as titles are compared. */
  title: string
}

/** A word as mistyped ones are recognised; words that spelling does not know of stay as they are. */
function gramsFor(word: string) {
  const grams = isSpelled(word) ? gramsOf(word) : []
  return { word, grams, runs: grams.filter((gram) => [...gram].length === RUN) }
}

/** What to ask the index for; null without a word. */
export function askedOf(q: string): Asked | null {
  const list = words(q, MOST_WORDS)
  const last = list.at(-1)
  if (last === undefined) return null
  const long = list.filter((word) => [...word].length >= SHORTEST_ALONE)
  return {
    words: list,
    exact: all([...list.slice(0, -1).map(quoted), beginning(last)]),
    stems: all(list.map((word) => beginning(stemOf(word)))),
    any: (long.length > 0 ? long : list).map((word) => beginning(stemOf(word))).join(' OR '),
    grams: JSON.stringify(list.map(gramsFor)),
    title: titleOf(q),
  }
}

/** The condition of the chosen values on the keys of a document, without `but`; empty when nothing is chosen. */
export const filterOf = ({ facets }: SearchQuery, but: SearchFacet | null = null): string =>
  all(
    SEARCH_FACETS.filter((facet) => facet !== but && facets[facet].length > 0).map(
      (facet) => `keys : (${facets[facet].map((code) => quoted(keyOf(`${facet}:${code}`))).join(' OR ')})`,
    ),
  )
