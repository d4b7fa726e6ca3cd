import { SHIPPED } from '@stem/i18n/locales'
import * as v from 'valibot'

const MOST = 4000
const words = (most: number) =>
  v.pipe(v.string('must be text'), v.trim(), v.minLength(1, 'must not be empty'), v.maxLength(most, `must have at most ${most} characters`))
const maybe = (most: number) =>
  v.optional(v.nullable(v.pipe(v.string('must be text'), v.trim(), v.maxLength(most, `must have at most ${most} characters`))), null)
const more = (most: number) => v.optional(v.pipe(v.string('must be text'), v.trim(), v.maxLength(most, `must have at most ${most} characters`)), '')

/** A request for support, as a program sends it. `language`: that of the mails to the requester. */
export const requestSchema = v.strictObject({
  kind: v.picklist(['policy-briefing', 'taskforce', 'roundtable', 'question'], 'must be policy-briefing, taskforce, roundtable or question'),
  name: words(100),
  address: words(254),
  organisation: maybe(200),
  job: maybe(120),
  country: v.optional(v.nullable(v.pipe(v.string(), v.regex(/^[A-Z]{2}$/, 'must be a country code of two capital letters'))), null),
  challenge: words(MOST),
  tried: more(MOST),
  table: more(1000),
  language: v.optional(v.picklist(SHIPPED, 'must be a shipped language'), 'en'),
})

/** What the program gets: the reference, which is a name and no key. */
export const receivedSchema = v.strictObject({ reference: v.string() })
