import type { ContentService } from '@stem/contracts/content'
import type { MembersService } from '@stem/contracts/members'
import type { PurgeMessage } from '@stem/contracts/purge'
import type { AnnouncementMessage } from '@stem/contracts/webhooks'
import type { MailEnv } from '@stem/mail/choose'

/** Bindings of the newsletter Worker. */
export interface Env extends MailEnv {
  DB: D1Database
  MEMBERS: Service<MembersService>
  CONTENT: Service<ContentService>
  /** Doorbell of the mails; a message holds nothing, or the id of a campaign. */
  MAILS: Queue<object>
  /** Tells the gateway which public pages changed. */
  PURGE: Queue<PurgeMessage>
  /** Tells the service that keeps webhooks what programs elsewhere may know. */
  ANNOUNCEMENTS: Queue<AnnouncementMessage>
  /** Mark of this installation, outside the database: tells a copy that was brought back; and who left, so that they stay gone in such a copy (`restore/`). */
  INSTANCE: KVNamespace
  /** Mails of campaigns a second, in all and to each domain of receivers. */
  CAMPAIGN_PACE: string
  /** Secret of the Worker: links and limits are derived from it. */
  TOKEN_KEY: string
  /** Secret of the installation, the same in every service: keyed hashes of addresses. */
  ADDRESS_KEY: string
  /** Secrets by which events of mail providers are believed, `resend:whsec_… brevo:…`; without it none is. */
  MAIL_EVENTS_KEY?: string
  /** Domain at which answers and reports arrive. */
  REPLY_DOMAIN: string
  /** Origin of the site without trailing slash: the only source of links in mails. */
  PUBLIC_ORIGIN: string
}
