import type { ContentService } from '@stem/contracts/content'
import type { MembersService } from '@stem/contracts/members'
import type { NewsletterService } from '@stem/contracts/newsletter'
import type { MailEnv } from '@stem/mail/choose'

/** Bindings of the contact-form Worker. */
export interface Env extends MailEnv {
  DB: D1Database
  /** Files of cases, sealed. */
  FILES: R2Bucket
  MEMBERS: Service<MembersService>
  CONTENT: Service<ContentService>
  NEWSLETTER: Service<NewsletterService>
  /** Doorbell of the mails; a message holds nothing. */
  MAILS: Queue<object>
  /** Doorbell of the webhooks, so that a slow receiver holds up no mail; a message holds nothing. */
  WEBHOOKS: Queue<object>
  /** Secret of the Worker: links, reply addresses and limits are derived from it. */
  TOKEN_KEY: string
  /** Secret of the installation, the same in every service: keyed hashes of addresses. */
  ADDRESS_KEY: string
  /** What people write is sealed with these: `k2:secret k1:secret`, the newest first. Without it, `k1` from `TOKEN_KEY`. */
  SEAL_KEYS?: string
  /** Domain at which answers by mail arrive. */
  REPLY_DOMAIN: string
  /** `yes` while developing: webhooks may call programs on this machine. Never set where the platform is deployed. */
  WEBHOOK_LOOPBACK?: string
  /** Key and secret of Turnstile; without both there is no check of the browser. */
  TURNSTILE_SITE_KEY?: string
  TURNSTILE_SECRET?: string
  /** Origin of the site without trailing slash: the only source of links in mails. */
  PUBLIC_ORIGIN: string
}
