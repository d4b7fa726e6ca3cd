import * as v from 'valibot'

const maybeText = v.nullable(v.string())
const year = v.pipe(v.number(), v.integer())

/** An indicator with its values by country; `flags`: b break in series, d definition differs, e estimated, p provisional. */
export const indicatorSchema = v.strictObject({
  id: v.string(),
  code: v.string(),
  title: v.string(),
  unit: v.string(),
  publisher: v.string(),
  source: v.string(),
  series: v.record(v.string(), v.array(v.strictObject({ year: v.number(), value: v.number(), flags: maybeText }))),
  /** Years by country for which the source says that there is no value. */
  missing: v.record(v.string(), v.array(year)),
  /** Which of the vintages these values are; null when none is on file. */
  vintage: v.nullable(v.strictObject({ number: v.pipe(v.number(), v.integer()), retrievedOn: v.string(), licence: maybeText })),
})
/** An indicator as the API gives it. */
export type IndicatorOfApi = v.InferOutput<typeof indicatorSchema>

const said = v.nullable(v.strictObject({ value: v.nullable(v.number()), flags: maybeText }))

/** The vintages of an indicator, the newest first, and how two of them differ: those asked for, or the two newest. */
export const vintagesSchema = v.strictObject({
  data: v.array(
    v.strictObject({
      number: v.pipe(v.number(), v.integer()),
      publisher: v.string(),
      source: v.string(),
      licence: maybeText,
      retrievedOn: v.string(),
      /** SHA-256 of the file the values came in. */
      fileHash: v.string(),
      importedAt: v.string(),
    }),
  ),
  differences: v.nullable(
    v.strictObject({
      from: v.pipe(v.number(), v.integer()),
      to: v.pipe(v.number(), v.integer()),
      /** `before` and `after`: null where the place stands in one of the two alone; a missing value is null inside. */
      data: v.array(v.strictObject({ country: v.string(), year, before: said, after: said })),
    }),
  ),
  snapshots: v.array(v.strictObject({ id: v.string(), vintage: v.pipe(v.number(), v.integer()), hash: v.string(), pinnedAt: v.string() })),
})
/** Vintages as the API gives them. */
export type VintagesOfApi = v.InferOutput<typeof vintagesSchema>

/** What a snapshot holds, for good. */
export const snapshotDocSchema = v.strictObject({
  code: v.string(),
  title: v.string(),
  unit: v.string(),
  publisher: v.string(),
  source: v.string(),
  licence: maybeText,
  vintage: v.pipe(v.number(), v.integer()),
  retrievedOn: v.string(),
  /** Points by country; `value` is null where the source says that there is none. */
  series: v.record(v.string(), v.array(v.strictObject({ year, value: v.nullable(v.number()), flags: maybeText }))),
})
/** What a snapshot holds, for good. */
export type SnapshotDoc = v.InferOutput<typeof snapshotDocSchema>

/** A snapshot that never changes. `hash`: SHA-256 of the file at `file`, byte by byte. */
export const snapshotSchema = v.strictObject({
  id: v.string(),
  hash: v.string(),
  pinnedAt: v.string(),
  url: v.string(),
  file: v.string(),
  content: snapshotDocSchema,
})
/** A snapshot as the API gives it. */
export type SnapshotOfApi = v.InferOutput<typeof snapshotSchema>
