import type { Pages } from './context.ts'

/** What readers can ask to hear about. Texts: `newsletter.topic.<topic>`. */
export const NEWSLETTER_TOPICS = ['policy', 'practices', 'events', 'support', 'data', 'gender', 'careers', 'digital'] as const
/** A topic of the newsletter. */
export type NewsletterTopic = (typeof NEWSLETTER_TOPICS)[number]

/** How often readers want to hear: each issue, or one digest a month. */
export const FREQUENCIES = ['each', 'monthly'] as const
/** A frequency. */
export type Frequency = (typeof FREQUENCIES)[number]

/** Months that a reader can pause. */
export const PAUSES = [1, 3, 6] as const

/**
 * What the ledger says of a campaign. `without`: readers a mail was handed over to although their last word at that moment was no consent;
 * none in a sound campaign. `ledgerBroken`: as for `verifyConsents`. `isAsApproved`: whether content and audience are still what was approved.
 */
export type CampaignProof = { handedOver: number; without: string[]; ledgerBroken: number | null; isAsApproved: boolean }

/** The newsletter service. Owns subscriptions, consents, campaigns and their delivery. */
export interface NewsletterService extends Rpc.WorkerEntrypointBranded, Pages {
  /** Computes the whole chain of consents anew. `broken`: number of the first entry that was changed or follows a missing one, else null. */
  verifyConsents(): Promise<{ checked: number; broken: number | null }>
  /** Proves from the ledger that everyone a campaign was handed over to had consented at that moment; null for no campaign. */
  verifyCampaign(id: string): Promise<CampaignProof | null>
}
