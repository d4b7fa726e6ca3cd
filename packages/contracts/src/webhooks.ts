import * as v from 'valibot'

/** What programs elsewhere can be told of a request. What staff do among themselves is not among it. */
export const REQUEST_TOPICS = ['received', 'moved', 'said', 'replied', 'closed', 'reopened', 'withdrawn', 'merged', 'drafted', 'rated'] as const
/** What they can be told of a campaign of the newsletter that was released. */
export const CAMPAIGN_TOPICS = ['campaign.started', 'campaign.paused', 'campaign.resumed', 'campaign.held', 'campaign.finished', 'campaign.cancelled'] as const
/** What they can be told of an issue in the public archive. */
export const ISSUE_TOPICS = ['issue.published', 'issue.withdrawn'] as const
/** Everything that programs can be told. */
export const TOPICS = [...REQUEST_TOPICS, ...CAMPAIGN_TOPICS, ...ISSUE_TOPICS] as const

/** Something that is told of a request. */
export type RequestTopic = (typeof REQUEST_TOPICS)[number]
/** Something that is told of a campaign. */
export type CampaignTopic = (typeof CAMPAIGN_TOPICS)[number]
/** Something that is told of an issue. */
export type IssueTopic = (typeof ISSUE_TOPICS)[number]
/** Something programs can be told. */
export type Topic = (typeof TOPICS)[number]

/** The `type` of a message about a topic, e.g. `request.received`, `newsletter.campaign.finished`. */
export const typeOfTopic = (topic: Topic): string => `${REQUEST_TOPICS.some((one) => one === topic) ? 'request' : 'newsletter'}.${topic}`

/** When it happened, ISO 8601. */
const timestamp = v.pipe(v.string(), v.isoTimestamp())
const count = v.pipe(v.number(), v.integer(), v.minValue(0))
const campaignId = v.pipe(v.string(), v.regex(/^cmp_[0-9a-z]{26}$/))

/**
 * What is sent of a request (Standard Webhooks): ids and codes alone. `type`: see `typeOfTopic`, or `ping` for a test. Who asked, what was
 * said and from which country stay where they are.
 */
export const requestAnnouncementSchema = v.strictObject({
  type: v.string(),
  timestamp,
  data: v.strictObject({
    /** `cas_…` */
    id: v.string(),
    /** A name for people; it opens nothing. */
    reference: v.string(),
    kind: v.picklist(['policy-briefing', 'taskforce', 'roundtable', 'question']),
    state: v.picklist(['new', 'triage', 'in-progress', 'waiting', 'answered', 'closed', 'spam', 'withdrawn', 'merged']),
  }),
})

const campaignData = v.strictObject({
  /** `cmp_…` */
  id: campaignId,
  kind: v.picklist(['issue', 'digest']),
  state: v.picklist(['running', 'paused', 'held', 'finished', 'cancelled']),
  /** Mails at that moment: how many in all, and what became of them. The rest of `prepared` is on its way. */
  mails: v.strictObject({ prepared: count, accepted: count, rejected: count, cancelled: count, unknown: count }),
})
/** What is sent of a campaign: its id and numbers, nobody it went to. */
export const campaignAnnouncementSchema = v.strictObject({ type: v.string(), timestamp, data: campaignData })

const issueData = v.strictObject({
  /** `cmp_…`: the campaign it went out with. */
  id: campaignId,
  /** Last part of its public address. */
  slug: v.pipe(v.string(), v.regex(/^[a-z0-9-]{1,100}$/)),
})
/** What is sent of an issue that was put into the public archive, or taken out. */
export const issueAnnouncementSchema = v.strictObject({ type: v.string(), timestamp, data: issueData })

const told = { outboxId: v.string(), event: v.pipe(v.string(), v.regex(/^evt_[0-9a-z]{26}$/)), at: v.pipe(v.number(), v.integer(), v.minValue(0)) }
/**
 * Body of a message on the announcements queue, from the outbox of the newsletter to the service that tells programs. `event`: `evt_…`, made
 * with the change, so that a message which arrives twice is told once. `at`: epoch milliseconds. Anything beside these fields is refused.
 */
export const announcementMessageSchema = v.variant('topic', [
  v.strictObject({ ...told, topic: v.picklist(CAMPAIGN_TOPICS), data: campaignData }),
  v.strictObject({ ...told, topic: v.picklist(ISSUE_TOPICS), data: issueData }),
])
/** A message on the announcements queue. */
export type AnnouncementMessage = v.InferOutput<typeof announcementMessageSchema>
