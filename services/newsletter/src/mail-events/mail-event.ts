import type { Failure } from '@stem/mail/failure'

/** Providers whose events are understood. */
export const PROVIDERS = ['brevo', 'resend'] as const
/** A provider. */
export type Provider = (typeof PROVIDERS)[number]

/** What a provider says became of a mail. */
export type Became = { kind: 'delivered' } | Failure | { kind: 'complaint' | 'unsubscribe'; code: null }

/**
 * An event of a provider. `eventKey`: the same again has the same one. `mail`: our own key of the mail, which goes with it and comes back; null
 * for a mail that is none of a campaign. `address`: to whom, for comparing alone. `became`: null for what is of no consequence. `at`: epoch milliseconds.
 */
export type MailEvent = {
  eventKey: string
  mail: { campaignId: string; readerId: string } | null
  address: string | null
  became: Became | null
  at: number
}

/** The mail that one of these texts is the key of (`cmp_….sub_…`, also with another sign between). */
export function mailIn(...texts: (string | undefined)[]): MailEvent['mail'] {
  for (const text of texts) {
    const [, campaignId, readerId] = /\b(cmp_[0-9a-z]{26})[.-](sub_[0-9a-z]{26})(?![0-9a-z])/.exec(text ?? '') ?? []
    if (campaignId !== undefined && readerId !== undefined) return { campaignId, readerId }
  }
  return null
}
