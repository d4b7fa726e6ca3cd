import type { PurgeMessage } from '@stem/contracts/purge'
import type { MailEnv } from '@stem/mail/choose'

/** Bindings of the members Worker. */
export interface Env extends MailEnv {
  DB: D1Database
  PURGE: Queue<PurgeMessage>
  /** Doorbell of the mails; a message holds nothing. */
  MAILS: Queue<object>
  /** Secret of the installation: links, codes and limits are derived from it. */
  TOKEN_KEY: string
  /** Origin of the site without trailing slash: the only source of links in mails, and the relying party of passkeys. */
  PUBLIC_ORIGIN: string
  /** Who becomes the first administrator of an empty installation. */
  SECRETARIAT_EMAIL?: string
}
