import { DEFAULT_LOCALE, isShipped, type ShippedLocale } from '@stem/i18n/locales'
import type { Message } from '@stem/mail/message'
import type { Campaign } from '../campaigns/campaign.ts'
import { linkAddress, linkQuery } from '../readers/links.ts'
import type { Called } from './claim.ts'
import { replyLocal } from './reply-address.ts'

/** What a mail of a campaign knows of its reader: the language, and the links that are theirs alone. */
export type IssueReader = { locale: ShippedLocale; unsubscribe: string; preferences: string }

/** Writes a campaign for a reader: in their language, or the one the campaign has instead. */
export type RenderIssue = (campaign: Campaign, reader: IssueReader) => Promise<{ subject: string; html: string; text: string; locale: ShippedLocale }>

/** What mails of campaigns are written from. */
export type IssueDesk = { origin: string; tokenKey: string; replyDomain: string; from: { name: string; address: string }; render: RenderIssue }

const domainOf = (address: string): string => address.slice(address.lastIndexOf('@') + 1)

/**
 * A mail of a campaign as it leaves: the same Message-ID whenever it is tried; both ways to leave in the headers (RFC 2369, RFC 8058), each
 * good for this reader alone; the list it belongs to (RFC 2919); reports of failure and answers to addresses that stand for this mail. It is no
 * automatic answer, so it does not say so (RFC 3834, 5).
 */
export async function issueMessage(desk: IssueDesk, campaign: Campaign, called: Called): Promise<Message> {
  const { origin, tokenKey, replyDomain, from, render } = desk
  const locale = isShipped(called.locale) ? called.locale : DEFAULT_LOCALE
  const reader = { id: called.subscriberId, linkEpoch: called.linkEpoch }
  const [leaving, preferring, bounce, leave, reply] = await Promise.all([
    linkQuery(desk, 'unsubscribe', reader, { campaign: campaign.id }),
    linkQuery(desk, 'preferences', reader),
    replyLocal(tokenKey, 'bounce', campaign.id, reader.id),
    replyLocal(tokenKey, 'leave', campaign.id, reader.id),
    replyLocal(tokenKey, 'reply', campaign.id, reader.id),
  ])
  const unsubscribe = linkAddress(origin, locale, '/newsletter/unsubscribe', leaving)
  const preferences = linkAddress(origin, locale, '/newsletter/preferences', preferring)
  const issue = await render(campaign, { locale, unsubscribe, preferences })
  const domain = domainOf(from.address)
  return {
    id: `${campaign.id}.${reader.id}`,
    to: called.address,
    from,
    ...issue,
    messageId: `<${campaign.id}.${reader.id}@${domain}>`,
    envelopeFrom: `${bounce}@${replyDomain}`,
    replyTo: `${reply}@${replyDomain}`,
    headers: {
      'List-Unsubscribe': `<${unsubscribe}>, <mailto:${leave}@${replyDomain}?subject=unsubscribe>`,
      'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
      'List-Id': `EU STEM Coalition <newsletter.${domain}>`,
      'List-Post': 'NO',
      'Feedback-ID': `${campaign.id}:${campaign.kind}:newsletter:${domain.split('.')[0] ?? 'stem'}`,
    },
  }
}
