import * as v from 'valibot'

/** Facets by which practices are narrowed; several values of one facet widen, several facets narrow. */
export const PRACTICE_FACETS = ['topic', 'country', 'level', 'form', 'target', 'status'] as const
/** A facet of practices. */
export type PracticeFacet = (typeof PRACTICE_FACETS)[number]
/** Orders of the list of practices. */
export const PRACTICE_SORTS = ['title', 'newest'] as const
/** Names of the parameters of `/practices`; others are dropped. */
export const PRACTICE_PARAMETERS = [...PRACTICE_FACETS, 'q', 'sort', 'page'] as const

const term = v.pipe(v.string(), v.regex(/^[A-Za-z0-9-]{1,60}$/))
const maybeText = v.nullable(v.string())

/** A practice as the API gives it. Texts stand in `language`. */
export const practiceSchema = v.strictObject({
  id: v.string(),
  url: v.string(),
  title: v.string(),
  summary: v.string(),
  language: v.string(),
  country: maybeText,
  organisation: maybeText,
  topics: v.array(term),
  levels: v.array(term),
  targets: v.array(term),
  form: maybeText,
  status: maybeText,
  startYear: v.nullable(v.number()),
  website: maybeText,
  source: maybeText,
  /** What an editor should check before relying on the record. */
  caution: maybeText,
  updatedAt: v.string(),
})
/** A practice as the API gives it. */
export type PracticeOfApi = v.InferOutput<typeof practiceSchema>

/** One page of practices. `next`: value of `cursor` for the page that follows, null on the last. */
export const practiceListSchema = v.strictObject({ data: v.array(practiceSchema), next: maybeText })
