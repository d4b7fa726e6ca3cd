import { SHIPPED } from '@stem/i18n/locales'
import * as v from 'valibot'
import { COUNTRIES } from './countries.ts'
import { FREQUENCIES, NEWSLETTER_TOPICS, PAUSES } from './newsletter.ts'

const language = v.picklist(SHIPPED, 'must be a shipped language')
const frequency = v.picklist(FREQUENCIES, 'must be each or monthly')
const topics = v.pipe(
  v.array(v.picklist(NEWSLETTER_TOPICS, 'must be a topic of the newsletter'), 'must be a list of topics'),
  v.minLength(1, 'must hold at least one topic'),
  v.maxLength(NEWSLETTER_TOPICS.length, 'must hold each topic once'),
)
const countries = v.pipe(
  v.array(v.picklist(COUNTRIES, 'must be a country that the form offers, e.g. EE'), 'must be a list of country codes'),
  v.maxLength(COUNTRIES.length, 'must hold each country once'),
)
const time = v.pipe(v.string(), v.isoTimestamp())
const maybeTime = v.nullable(time)
const hash = v.pipe(v.string('must be text'), v.regex(/^[0-9a-f]{64}$/, 'must be 64 hexadecimal digits'))
const count = v.pipe(v.number(), v.integer(), v.minValue(0))
const maybeText = v.nullable(v.string())

/** The words a reader consents to, in one language. Show them as they are; `id` and `hash` (SHA-256 of the words) go with the wish. */
export const consentTextSchema = v.strictObject({ id: v.string(), hash, language: v.picklist(SHIPPED), text: v.string() })

/** A wish to subscribe, as a program brings it. No country means all of them. `consent`: which words were shown, in `language`. */
export const subscriptionSchema = v.strictObject({
  address: v.pipe(v.string('must be text'), v.trim(), v.minLength(1, 'must not be empty'), v.maxLength(254, 'must have at most 254 characters')),
  topics,
  countries: v.optional(countries, []),
  language: v.optional(language, 'en'),
  frequency: v.optional(frequency, 'each'),
  consent: v.strictObject({ id: v.pipe(v.string('must be text'), v.maxLength(100)), hash }, 'must be the id and hash of the text that was shown'),
})

/** The answer to a wish, the same for every address: nothing is so until its owner presses the button behind the mailed link. */
export const subscriptionAskedSchema = v.strictObject({ state: v.literal('pending') })

/** A reader's own choices, without the address: the link that opens them can be forwarded. `version` goes with a change. */
export const preferencesSchema = v.strictObject({
  state: v.picklist(['active', 'paused']),
  topics: v.array(v.picklist(NEWSLETTER_TOPICS)),
  countries: v.array(v.string()),
  language: v.picklist(SHIPPED),
  frequency: v.picklist(FREQUENCIES),
  pausedUntil: maybeTime,
  version: v.pipe(v.number(), v.integer()),
})
/** A reader's own choices. */
export type PreferencesOfApi = v.InferOutput<typeof preferencesSchema>

/** A change of choices: what is left out stays, with the `version` it began from. Or `pauseMonths` alone; 0 ends a pause. */
export const preferencesChangeSchema = v.strictObject({
  version: v.optional(v.pipe(v.number('must be a number'), v.integer('must be a whole number'), v.minValue(1))),
  topics: v.optional(topics),
  countries: v.optional(countries),
  language: v.optional(language),
  frequency: v.optional(frequency),
  pauseMonths: v.optional(v.picklist([0, ...PAUSES], 'must be 0, 1, 3 or 6')),
})

const issue = {
  slug: v.string(),
  url: v.string(),
  /** Language of the text: the one asked for where there is one. */
  language: v.picklist(SHIPPED),
  languages: v.array(v.picklist(SHIPPED)),
  subject: v.string(),
  preheader: v.string(),
  sentAt: time,
}
/** An issue of the public archive. */
export const issueSummarySchema = v.strictObject(issue)
/** One page of issues, the newest first. `next`: value of `cursor` for the page that follows, null on the last. */
export const issueListSchema = v.strictObject({ data: v.array(issueSummarySchema), next: maybeText })
/** An issue with its words as plain text, as it was sent, without anything that belongs to a reader. */
export const issueSchema = v.strictObject({ ...issue, text: v.string() })
/** An issue of the public archive. */
export type IssueOfApi = v.InferOutput<typeof issueSummarySchema>

const campaign = {
  /** `cmp_…` */
  id: v.string(),
  kind: v.picklist(['issue', 'digest']),
  name: v.string(),
  state: v.picklist(['draft', 'approved', 'preparing', 'running', 'paused', 'held', 'finished', 'cancelled']),
  scheduledAt: maybeTime,
  startedAt: maybeTime,
  finishedAt: maybeTime,
  /** Last part of its address in the public archive; null when it does not stand there. */
  slug: maybeText,
}
/** A campaign as the secretariat sees it in a list. */
export const campaignSummarySchema = v.strictObject(campaign)
/** One page of campaigns, the latest begun first. */
export const campaignListSchema = v.strictObject({ data: v.array(campaignSummarySchema), next: maybeText })
/** A campaign with its mails by state, counted from their rows: `prepared` is the sum of the others. */
export const campaignSchema = v.strictObject({
  ...campaign,
  mails: v.strictObject({
    prepared: count,
    pending: count,
    claimed: count,
    calling: count,
    accepted: count,
    rejected: count,
    cancelled: count,
    unknown: count,
  }),
})
/** A campaign in a list. */
export type CampaignOfApi = v.InferOutput<typeof campaignSummarySchema>
