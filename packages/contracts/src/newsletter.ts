import type { Pages } from './context.ts'
import type { SitemapEntry } from './sitemap.ts'

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
 * What ledger and rows say of a campaign. `totals`: rows by state, `prepared` of them in all; those kept, once the rows are past their time
 * (`isForgotten`, when nothing else can be said of them). In a sound campaign the lists are empty and `frozen`, how many rows there were when it was
 * frozen (null before), is `prepared`. Ids of readers, at most 1,000 of each list:
 * `without`: a mail was handed over although their last word at that moment was no consent, or nothing shows that it was one.
 * `misdated`: the row rests on an entry of the ledger that was written after the mail was handed over.
 * `leftOut`: whom the campaign meant when it began, who consented and changed nothing since, and who have no row.
 * `entries`: how many entries of the ledger were computed anew; `ledgerBroken`: as for `verifyConsents`. `isAsApproved`: whether content and audience
 * are still what was approved. `faults`: a sentence in English for each thing that is wrong.
 */
export type CampaignProof = {
  state: string
  totals: Record<string, number>
  frozen: number | null
  isForgotten: boolean
  handedOver: number
  without: string[]
  misdated: string[]
  leftOut: string[]
  entries: number
  ledgerBroken: number | null
  isAsApproved: boolean
  faults: string[]
}

/**
 * How addresses at the reply domain begin that stand for one mail of a campaign, before a plus sign: where reports about it go, where a mail
 * makes its reader leave, where answers to it go.
 */
export const NEWSLETTER_MARKS = { bounce: 'nb', leave: 'nl', reply: 'nr' } as const

/** Local part of the address at the reply domain to which mailbox providers send complaints (RFC 5965). */
export const COMPLAINTS_LOCAL = 'complaints'

/** Largest mail that the newsletter reads, in bytes; of a larger one the beginning, where a report says what it is about. */
export const MOST_REPORT_BYTES = 1024 * 1024

/** A mail that arrived: its bytes, at most `MOST_REPORT_BYTES`, and the addresses of its envelope (RFC 5321). */
export type ArrivedMail = { raw: Uint8Array<ArrayBuffer>; from: string; to: string }

/**
 * What the newsletter made of a mail: `heard` something (also when it had come before); `nothing`, when a program wrote it and it has no effect; `person`:
 * somebody wrote it who should be read by somebody.
 */
export type HeardOfMail = 'heard' | 'nothing' | 'person'

/** The newsletter service. Owns subscriptions, consents, campaigns and their delivery. */
export interface NewsletterService extends Rpc.WorkerEntrypointBranded, Pages {
  /** Issues in the public archive, at most 5,000, with the languages they were sent in. One round trip. */
  sitemap(): Promise<SitemapEntry[]>
  /** Computes the whole chain of consents anew. `broken`: number of the first entry that was changed or follows a missing one, else null. */
  verifyConsents(): Promise<{ checked: number; broken: number | null }>
  /** Proves from the ledger that everyone a campaign was handed over to had consented at that moment, and that nobody was left out; null for no campaign. */
  verifyCampaign(id: string): Promise<CampaignProof | null>
  /**
   * After a restore: who had left, objected, paused or was erased since the copy does so again, by a log outside the database. `known`: addresses
   * in the log; `ended`: how many were put right. Twice is once.
   */
  replayLeft(now: number): Promise<{ known: number; ended: number }>
  /**
   * Takes a mail that arrived at one of its addresses (`NEWSLETTER_MARKS`, `COMPLAINTS_LOCAL`). The same mail again has no effect; it is never
   * answered. Throws what the database throws: the mail may be brought again.
   */
  takeMail(mail: ArrivedMail): Promise<HeardOfMail>
}
