import { FAILURE_KINDS } from '@stem/mail/failure'

/**
 * What can be heard of a mail that had left: it failed (`hard`, `soft`, `policy`, `block`), its reader complained, answered, or left by way
 * of the provider.
 */
export const FEEDBACK_KINDS = [...FAILURE_KINDS, 'complaint', 'reply', 'unsubscribe'] as const
/** A kind. */
export type FeedbackKind = (typeof FEEDBACK_KINDS)[number]

/** By which way it was heard: refused at hand-over, told by a mail, or by an event of a provider. */
export type FeedbackSource = 'smtp' | 'mail' | 'brevo' | 'resend'

/** What was heard. `eventKey`: the same again has the same one. `code`: status code of RFC 3463. `at`: when it happened. */
export type Feedback = {
  id: string
  eventKey: string
  campaignId: string
  addressKey: string
  kind: FeedbackKind
  code: string | null
  source: FeedbackSource
  at: number
}

/** Statement that keeps what was heard; the same again changes no row. */
export const feedbackRow = (db: D1Database, { id, eventKey, campaignId, addressKey, kind, code, source, at }: Feedback): D1PreparedStatement =>
  db
    .prepare(
      `INSERT INTO feedback (id, event_key, campaign_id, address_key, kind, code, source, at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)
       ON CONFLICT (event_key) DO NOTHING`,
    )
    .bind(id, eventKey, campaignId, addressKey, kind, code, source, at)
