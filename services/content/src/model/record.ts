import { ADOPTION_STATES } from '@stem/contracts/api-adoptions'
import * as v from 'valibot'

// Shapes of the records of the coalition's data file. `null`: not seen, which does not mean that it does not exist.

// Parts of records. Each refuses in words that stand after the path of the field.

export const text = (most: number) =>
  v.pipe(v.string('must be text'), v.trim(), v.minLength(1, 'must not be empty'), v.maxLength(most, `must have at most ${most} characters`))
export const id = v.pipe(v.string('must be text'), v.regex(/^[a-z0-9][a-z0-9-]*$/, 'must be lower-case letters, digits and hyphens'), v.maxLength(120))
export const url = v.pipe(
  v.string('must be text'),
  v.url('must be a web address'),
  v.regex(/^https?:\/\//, 'must begin with http:// or https://'),
  v.maxLength(1000),
)
export const country = v.pipe(v.string('must be text'), v.regex(/^[A-Z]{2}$/, 'must be a country code of two capital letters, or EU'))
const isRealDate = (iso: string): boolean => {
  const [year, month = '01', day = '01'] = iso.split('-')
  const date = new Date(`${year}-${month}-${day}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(`${year}-${month}-${day}`)
}
export const date = v.pipe(
  v.union([v.string(), v.pipe(v.number(), v.integer(), v.transform(String))], 'must be a date'),
  v.regex(/^\d{4}(-\d{2}(-\d{2})?)?$/, 'must be a date like 2018, 2018-04 or 2018-04-05'),
  v.check(isRealDate, 'must be a date that exists'),
)
const list = v.pipe(v.array(text(80), 'must be a list'), v.maxLength(30))
export const maybe = <const Schema extends v.GenericSchema>(schema: Schema) => v.nullable(schema)
export const note = v.optional(maybe(text(1000)), null)
export const inOrder = (record: { start: string | null; end: string | null }): boolean =>
  record.start === null || record.end === null || record.end >= record.start.slice(0, record.end.length)
export const order = 'must not be before start'

export const practiceRecord = v.strictObject({
  id,
  title: text(200),
  country: maybe(country),
  organisation: maybe(text(300)),
  type: maybe(text(60)),
  topics: list,
  education_levels: list,
  target_groups: list,
  start_year: maybe(v.pipe(v.number('must be a year'), v.integer(), v.minValue(1900), v.maxValue(2100))),
  status: maybe(text(40)),
  url: maybe(url),
  summary: text(2000),
  source_url: url,
  note,
  date_note: note,
})
export const publicationRecord = v.strictObject({
  id,
  title: text(300),
  type: v.picklist(
    ['Reports and studies', 'News', 'Policy and strategy', 'Monitoring instrument', 'Meeting report', 'Tools'],
    'must be a known type of publication',
  ),
  date: maybe(date),
  author_or_publisher: maybe(text(300)),
  country: maybe(country),
  url: maybe(url),
  summary: text(2000),
  source_url: url,
  note,
  date_note: note,
})
/** Other records of the data file that belong to one: `events/…`, `publications/…`. */
const related = v.optional(
  v.pipe(v.array(v.pipe(v.string(), v.regex(/^[a-z_]+\/[a-z0-9-]+$/, 'must be a kind and an id, like events/general-assembly'))), v.maxLength(40)),
  [],
)
export const taskforceRecord = v.strictObject({
  id,
  title: text(300),
  country: maybe(country),
  organisation: maybe(text(300)),
  start: maybe(date),
  status: maybe(text(40)),
  summary: text(2000),
  source_url: url,
  related,
  note,
  date_note: note,
})
export const workingGroupRecord = v.strictObject({
  id,
  name: text(300),
  topic: maybe(text(100)),
  start: maybe(date),
  status: maybe(text(40)),
  members: maybe(v.union([text(1000), v.array(text(300))])),
  summary: text(2000),
  source_url: url,
  related,
  note,
  date_note: note,
})
export const adoptionRecord = v.strictObject({
  id,
  title: text(300),
  practice: maybe(id),
  from: country,
  country,
  organisation: maybe(text(300)),
  date: maybe(date),
  status: v.picklist(ADOPTION_STATES, 'must be confirmed, piloted, in-use or stopped; what is only claimed is not published'),
  changed: maybe(text(2000)),
  result: maybe(text(2000)),
  url: maybe(url),
  related,
  summary: text(2000),
  source_url: url,
  note,
  date_note: note,
})
export const policyReferenceRecord = v.strictObject({
  id,
  title: text(300),
  institution: maybe(text(300)),
  date: maybe(date),
  url: maybe(url),
  summary: text(2000),
  source_url: url,
  note,
  date_note: note,
})
export const euProjectRecord = v.pipe(
  v.strictObject({
    id,
    title: text(300),
    programme: maybe(text(200)),
    reference: maybe(text(100)),
    start: maybe(date),
    end: maybe(date),
    url: maybe(url),
    summary: text(2000),
    source_url: url,
    note,
    date_note: note,
  }),
  v.forward(v.partialCheck([['start'], ['end']], inOrder, order), ['end']),
)
export const testimonialRecord = v.strictObject({
  id,
  person: text(200),
  role: maybe(text(300)),
  note: maybe(text(1000)),
  quote: maybe(text(1000)),
  source_url: url,
  date_note: note,
})
export const indicatorRecord = v.strictObject({
  indicator: v.pipe(v.string('must be text'), v.regex(/^[a-z0-9_]+$/, 'must be lower-case letters, digits and underscores'), v.maxLength(80)),
  label: text(300),
  country,
  year: v.pipe(v.number('must be a year'), v.integer(), v.minValue(1900), v.maxValue(2100)),
  value: maybe(v.pipe(v.number('must be a number'), v.finite())),
  unit: text(40),
  flag: maybe(text(20)),
  publisher: text(200),
  source_url: url,
})

/** One value of an indicator as the file holds it. */
export type IndicatorRecord = v.InferOutput<typeof indicatorRecord>
