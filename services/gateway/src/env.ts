import type { ContentService } from '@stem/contracts/content'
import type { MembersService } from '@stem/contracts/members'
import type { NewsletterService } from '@stem/contracts/newsletter'
import type { ContactFormService } from '@stem/contracts/small-services'

/** Bindings of the gateway. */
export interface Env {
  ASSETS: Fetcher
  MEMBERS: Service<MembersService>
  CONTENT: Service<ContentService>
  NEWSLETTER: Service<NewsletterService>
  CONTACT_FORM: Service<ContactFormService>
  /** Last good copies of public pages. Nothing that decides who may do what. */
  LAST_GOOD: KVNamespace
  /** Coarse shield on reading that no cache answers, by client network. */
  VISITS: RateLimit
  /** Coarse shield on everything that changes something. */
  CHANGES: RateLimit
  /** Origin of the site without trailing slash: the only source of absolute links. */
  PUBLIC_ORIGIN: string
  /** SHA-256 of the token that may import records, in hexadecimal. Without it the import has no address. */
  IMPORT_TOKEN_HASH?: string
}
