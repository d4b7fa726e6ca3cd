import * as v from 'valibot'

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
  /** ISO day on which somebody last verified that it holds, and by which it is to be verified again; null when nobody has. */
  verifiedOn: maybeText,
  reviewBy: maybeText,
  updatedAt: v.string(),
})
/** A practice as the API gives it. */
export type PracticeOfApi = v.InferOutput<typeof practiceSchema>
