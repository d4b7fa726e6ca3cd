import type { PurgeMessage } from '@stem/contracts/purge'
import type { MailEnv } from '@stem/mail/choose'

/** Bindings of the members Worker. */
export interface Env extends MailEnv {
  DB: D1Database
  PURGE: Queue<PurgeMessage>
  /** Doorbell of the mails; a message holds nothing. */
  MAILS: Queue<object>
  /** Doorbells for the services that forget a person with us. */
  ERASED_CONTENT: Queue<object>
  ERASED_NEWSLETTER: Queue<object>
  ERASED_CONTACT_FORM: Queue<object>
  /** Who was erased, by opaque id: kept outside the database, so that a restored one can be brought up to date. */
  ERASURES: KVNamespace
  /** Secret of the installation: links, codes and limits are derived from it. */
  TOKEN_KEY: string
  /** Secret of the installation, the same in every service: keyed hashes of addresses. */
  ADDRESS_KEY: string
  /** Origin of the site without trailing slash: the only source of links in mails, and the relying party of passkeys. */
  PUBLIC_ORIGIN: string
  /** Who becomes the first administrator of an empty installation. */
  SECRETARIAT_EMAIL?: string
}
