import { SHIPPED } from '@stem/i18n/locales'
import * as v from 'valibot'

const MOST_TEXT = 2000
const FIRST_YEAR = 1000
const LAST_YEAR = 2100
const text = v.optional(v.pipe(v.string(), v.maxLength(MOST_TEXT)))
// One key for each language that is shipped; JSON Schema knows no keys from a list.
const texts = v.strictObject(Object.fromEntries(SHIPPED.map((locale) => [locale, text])) as Record<(typeof SHIPPED)[number], typeof text>)
const said = {
  name: v.pipe(v.string(), v.minLength(1), v.maxLength(200)),
  website: v.nullable(v.pipe(v.string(), v.maxLength(300), v.regex(/^https?:\/\/[^\s/]+\.[^\s]+$/))),
  since: v.nullable(v.pipe(v.number(), v.integer(), v.minValue(FIRST_YEAR), v.maxValue(LAST_YEAR))),
  names: texts,
  descriptions: texts,
  objectives: texts,
}

/** A draft of the own profile, as a program sends it. `version`: the draft it began from, 0 for none. Texts by language. */
export const draftSchema = v.strictObject({ version: v.pipe(v.number(), v.integer(), v.minValue(0)), ...said })

const maybeText = v.nullable(v.string())
/** The own record with its draft. `state`: none, draft or review. */
export const ownOrganisationSchema = v.strictObject({
  organisation: v.strictObject({ id: v.string(), slug: v.string(), country: maybeText, kind: v.string(), standing: v.string() }),
  draft: v.strictObject({
    version: v.number(),
    state: v.picklist(['none', 'draft', 'review']),
    ...said,
    logo: v.nullable(v.strictObject({ hash: v.string(), alternative: v.string() })),
  }),
})
