import * as v from 'valibot'

/** What programs elsewhere can be told of a request. What staff do among themselves is not among it. */
export const TOPICS = ['received', 'moved', 'said', 'replied', 'closed', 'reopened', 'withdrawn', 'merged', 'drafted', 'rated'] as const
/** Something programs can be told. */
export type Topic = (typeof TOPICS)[number]

/**
 * What is sent (Standard Webhooks): ids and codes alone. `type`: `request.` and the topic, or `ping` for a test. Who asked, what was said
 * and from which country stay where they are.
 */
export const announcementSchema = v.strictObject({
  type: v.string(),
  /** When it happened, ISO 8601. */
  timestamp: v.pipe(v.string(), v.isoTimestamp()),
  data: v.strictObject({
    /** `cas_…` */
    id: v.string(),
    /** A name for people; it opens nothing. */
    reference: v.string(),
    kind: v.picklist(['policy-briefing', 'taskforce', 'roundtable', 'question']),
    state: v.picklist(['new', 'triage', 'in-progress', 'waiting', 'answered', 'closed', 'spam', 'withdrawn', 'merged']),
  }),
})
