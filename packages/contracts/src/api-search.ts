import * as v from 'valibot'
import { ITEM_TYPES } from './item-types.ts'

/** Types of what can be found, in the order of the tabs. */
export const SEARCH_TYPES = [
  'practice',
  'organisation',
  'country',
  'publication',
  'news',
  'event',
  'meeting-report',
  'taskforce',
  'briefing',
  'roundtable',
  'working-group',
  'adoption',
  'policy-reference',
  'eu-project',
  'monitoring-instrument',
  'indicator',
  'page',
  'quote',
  'glossary-term',
  'media',
] as const satisfies readonly ((typeof ITEM_TYPES)[number] | 'organisation' | 'country')[]
/** A type of what can be found. */
export type SearchType = (typeof SEARCH_TYPES)[number]

/** Facets by which the search is narrowed; several values of one facet widen, several facets narrow. */
export const SEARCH_FACETS = ['type', 'country', 'topic', 'year'] as const
/** A facet of the search. */
export type SearchFacet = (typeof SEARCH_FACETS)[number]
/** Names of the parameters of `/search`; others are dropped. */
export const SEARCH_PARAMETERS = [...SEARCH_FACETS, 'q', 'page'] as const

const counts = v.record(v.string(), v.number())
const maybeText = v.nullable(v.string())

/** How the words were taken: as they are, by their beginnings, as words they may have been meant to be, or any of them. */
export const SEARCH_WAYS = ['exact', 'stems', 'mended', 'any'] as const
/** A way in which words were taken. */
export type SearchWay = (typeof SEARCH_WAYS)[number]

/** What a search found, as the API gives it. Texts stand in `language`. */
export const searchListSchema = v.strictObject({
  data: v.array(
    v.strictObject({
      id: v.string(),
      type: v.picklist(SEARCH_TYPES),
      title: v.string(),
      summary: v.string(),
      language: v.string(),
      /** On this site, or where it can be read elsewhere. */
      url: maybeText,
      country: maybeText,
      /** ISO date of 4 to 10 characters. */
      date: maybeText,
    }),
  ),
  /** At most 1,000 are counted. */
  total: v.number(),
  /** Whether there are more than `total`. */
  more: v.boolean(),
  way: v.picklist(SEARCH_WAYS),
  /** The words searched for in place of those asked, null without such. */
  mended: maybeText,
  /** Documents by facet and code; empty where there are more than are counted. */
  facets: v.strictObject({ type: counts, country: counts, topic: counts, year: counts }),
  /** Value of `cursor` for the page that follows, null on the last. */
  next: maybeText,
})
