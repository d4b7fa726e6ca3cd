import type { MembersService } from '@stem/contracts/members'
import type { MailEnv } from '@stem/mail/choose'

/** Bindings of the contact-form Worker. */
export interface Env extends MailEnv {
  DB: D1Database
  MEMBERS: Service<MembersService>
  /** Doorbell of the mails; a message holds nothing. */
  MAILS: Queue<object>
  /** Secret of the installation: links and limits are derived from it, and what people write is sealed with it. */
  TOKEN_KEY: string
  /** Origin of the site without trailing slash: the only source of links in mails. */
  PUBLIC_ORIGIN: string
}
