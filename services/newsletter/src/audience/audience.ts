import { COUNTRIES } from '@stem/contracts/countries'
import { FREQUENCIES, NEWSLETTER_TOPICS } from '@stem/contracts/newsletter'
import { SHIPPED } from '@stem/i18n/locales'
import * as v from 'valibot'
import { notSuppressed } from '../suppressions/suppress.ts'

/** Which readers: those of organisations of the coalition, the others, or both. */
export const READERS = ['all', 'members', 'visitors'] as const

/**
 * To whom a campaign goes. A list that is empty leaves nobody out. `frequency`: readers chose each issue or the monthly digest, and get
 * only what they chose.
 */
export const audienceSchema = v.strictObject({
  topics: v.array(v.picklist(NEWSLETTER_TOPICS)),
  countries: v.array(v.picklist(COUNTRIES)),
  locales: v.array(v.picklist(SHIPPED)),
  who: v.picklist(READERS),
  frequency: v.picklist(FREQUENCIES),
})
/** A filter of readers. */
export type Audience = v.InferOutput<typeof audienceSchema>

/** Everybody who wants each issue. */
export const EVERYBODY: Audience = { topics: [], countries: [], locales: [], who: 'all', frequency: 'each' }

const listed = (parameter: string, list: string, value: string): string => `${value} IN (SELECT value FROM json_each(${parameter}, '$.${list}'))`
const empty = (parameter: string, list: string): string => `json_array_length(${parameter}, '$.${list}') = 0`

/**
 * Condition that a reader is whom a filter means, apart from the frequency, consent and suppression. `s`: name of the table `subscribers`
 * in the statement; `filter`: the parameter that holds the filter in JSON. A reader without countries wants to hear from all of them.
 */
export const meant = (s: string, filter: string): string => `(
  (${empty(filter, 'topics')} OR EXISTS (SELECT 1 FROM json_each(${s}.topics) t WHERE ${listed(filter, 'topics', 't.value')}))
  AND (${empty(filter, 'countries')} OR json_array_length(${s}.countries) = 0
    OR EXISTS (SELECT 1 FROM json_each(${s}.countries) c WHERE ${listed(filter, 'countries', 'c.value')}))
  AND (${empty(filter, 'locales')} OR ${listed(filter, 'locales', `${s}.locale`)})
  AND CASE json_extract(${filter}, '$.who') WHEN 'members' THEN ${s}.is_member = 1 WHEN 'visitors' THEN ${s}.is_member = 0 ELSE 1 END)`

/** Condition that a reader wants mails of the rhythm that a filter is for. */
export const rhythm = (s: string, filter: string): string => `${s}.frequency = json_extract(${filter}, '$.frequency')`

/**
 * The whole condition under which a mail may go to a reader at this moment: there, confirmed, neither paused nor gone nor suppressed, and
 * still wanting this. Counting, preparing and each claim ask the same. `now`: the parameter with the time.
 */
export const mayReceive = (s: string, filter: string, now: string): string =>
  `${s}.state = 'active' AND ${s}.address IS NOT NULL AND ${rhythm(s, filter)} AND ${meant(s, filter)} AND ${notSuppressed(`${s}.address_key`, now)}`

/** Why a reader may not receive, in a word: `paused`, `withdrawn`, `erased`, `suppressed`, or `wish` when they want something else now. */
export const whyNot = (s: string, now: string): string =>
  `CASE WHEN ${s}.state IS NULL THEN 'erased' WHEN ${s}.state <> 'active' THEN ${s}.state WHEN NOT ${notSuppressed(`${s}.address_key`, now)} THEN 'suppressed' ELSE 'wish' END`
