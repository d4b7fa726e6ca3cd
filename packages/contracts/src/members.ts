import type { ImportOutcome, MemberKind } from './import.ts'
import type { SitemapEntry } from './sitemap.ts'
import type { Pages, Principal, RequestContext } from './context.ts'

/**
 * How an organisation stands to the coalition.
 * `member`: listed on the coalition's own pages. `unconfirmed`: called member or platform in a source, to be confirmed.
 * `partner`: works with the coalition. `contact`: took part in a taskforce or meeting; never shown as a member.
 */
export type Standing = 'member' | 'unconfirmed' | 'partner' | 'contact'

/** An organisation as lists show it. */
export type OrganisationCard = {
  /** `org_…` */
  id: string
  slug: string
  name: string
  /** ISO 3166-1 alpha-2, or null when not on file. */
  country: string | null
  region: string | null
  /** `dedicated-platform`, `ministry`, `regional-authority`, `research-council`, `innovation-agency`, `university-network`, `european`, `national`, `regional`, `other` */
  kind: string
  /** Role in the network, e.g. `national-stem-platform`; null when not on file. */
  role: string | null
  standing: Standing
}

/** The public profile of an organisation. */
export type OrganisationProfile = OrganisationCard & {
  organisationType: string | null
  /** The name in the language asked for, when the organisation gave one. */
  localName: string | null
  /** What it wants to reach, in the language of the description. */
  objectives: string | null
  /** Year of founding. */
  since: number | null
  /** Logo at `/members/logos/<hash>.png`, with words for who does not see it. */
  logo: { hash: string; alternative: string } | null
  website: string | null
  description: string | null
  /** Language of `description`. */
  descriptionLocale: string
  /** Languages in which there is a description. */
  descriptionLocales: string[]
  sourceUrl: string | null
  /** Spellings under which other records name the organisation: full name, name without bracket, acronym. */
  aliases: string[]
  /** Epoch milliseconds of the last change. */
  updatedAt: number
}

/** Counts of the register. Members, partners and contacts are never added up. */
export type RegisterCounts = {
  members: number
  unconfirmed: number
  partners: number
  contacts: number
  /** Countries with at least one member or unconfirmed member. */
  countries: number
}

/** What `organisation` found: the profile and up to five others of its country, a former slug's present one, or nothing. */
export type OrganisationLookup =
  | { found: 'organisation'; organisation: OrganisationProfile; neighbours: OrganisationCard[] }
  | { found: 'moved'; slug: string }
  | { found: 'withdrawn' }
  | { found: 'none' }

/** A list with filters under a name, as its owner sees it. `query`: a query string without `?`. */
export type SavedView = { id: string; name: string; query: string }
/** A view that is about to be saved. Name up to 60 characters, query up to 600. */
export type NewView = Omit<SavedView, 'id'>
/** How the secretariat is reached: never logged, shown or kept by the asker for longer than a mail needs. */
export type StaffContact = { personId: string; address: string; locale: string }

/** What a person keeps about themselves that a form would ask again. `organisation`: the public one they act for longest, if any. */
export type Contact = {
  name: string | null
  /** Proved: they sign in with it. */
  address: string
  job: string | null
  /** Language they want to be written to in. */
  locale: string
  organisation: { name: string; country: string | null } | null
}

/** A public organisation with everything it is found by. Texts by language. */
export type OrganisationEntry = OrganisationCard & {
  organisationType: string | null
  /** Names it gave in other languages. */
  names: Record<string, string>
  descriptions: Record<string, string>
  aliases: string[]
  /** Epoch milliseconds of the last change. */
  updatedAt: number
}

/** The members service. Owns organisations and their memberships over time. */
export interface MembersService extends Rpc.WorkerEntrypointBranded, Pages {
  /** Counts for home and about. One round trip to D1. */
  counts(context: RequestContext): Promise<RegisterCounts>
  /** Organisations of one country (ISO alpha-2), members first, then by name. At most 200. One round trip. */
  inCountry(country: string, context: RequestContext): Promise<OrganisationCard[]>
  /** The organisation at `slug` (any case is refused as `none`). One round trip. */
  organisation(slug: string, context: RequestContext): Promise<OrganisationLookup>
  /** Slug of the organisation with id `org_…`, for `/id/<id>`. */
  addressOf(id: string, context: RequestContext): Promise<OrganisationLookup>
  /** Profiles of all public organisations, at most 45,000, with the languages they are described in; all shipped ones without a description. One round trip. */
  sitemap(): Promise<SitemapEntry[]>
  /**
   * Who a `Cookie` header belongs to; null for nobody, also when the session is over. Reads the primary database, so an ended
   * session is refused at once; throws when the database does not answer, so nobody is let in by accident.
   */
  principalOf(cookies: string, now: number): Promise<Principal | null>
  /** Names of people with an account by id (at most 200); who has none or is gone is left out. For pages of staff alone. One round trip. */
  namesOf(personIds: string[]): Promise<Record<string, string>>
  /** Mail address of a person with an account, for a mail they asked for themselves; null for nobody. One round trip. */
  mailAddressOf(personId: string): Promise<string | null>
  /** The secretariat's officers and administrators by name, at most 200: who can be given work. For pages of staff alone. One round trip. */
  staff(): Promise<{ id: string; name: string }[]>
  /** A person's own views of a place of the console, oldest first, at most 20. One round trip. */
  savedViewsOf(personId: string, place: string): Promise<SavedView[]>
  /** Saves a view; one of the same name in the same place is replaced. `full`: there are 20 already, and nothing was saved. */
  saveView(personId: string, place: string, view: NewView, now: number): Promise<'saved' | 'full'>
  /** Deletes a person's own view; nobody else's, and twice is once. */
  deleteView(personId: string, id: string): Promise<void>
  /** Addresses of the active people of the secretariat, for mails about their work alone. One round trip. */
  staffContacts(): Promise<StaffContact[]>
  /**
   * What the person keeps about themselves; null when there is no active account. For services that serve that very person (`who` of
   * the request), and never shown to anybody else. One round trip.
   */
  contactOf(personId: string): Promise<Contact | null>
  /**
   * Which addresses belong to active people with a role in force in an organisation: by the keyed hashes that the newsletter keeps, never the
   * addresses. A page of at most `most` (1–1000) people in the order of their ids, after the one named `after` (null: from the beginning);
   * `next` names the last one, null on the last page. One round trip.
   */
  newsletterKeys(after: string | null, most: number): Promise<{ keys: string[]; next: string | null }>
  /** Every public organisation with the time of its last change (epoch milliseconds), at most 45,000. One round trip. */
  publicOrganisations(): Promise<{ id: string; updatedAt: number }[]>
  /** Public organisations by id (at most 100); others are left out. One round trip. */
  organisationEntries(ids: string[]): Promise<OrganisationEntry[]>
  /** Public organisations whose name, acronym or country holds each of `words` (case and marks do not matter), members first, at most `most` (50). */
  findOrganisations(words: string, most: number): Promise<{ id: string; name: string; country: string | null }[]>
  /** After a restore: erases again everybody in the erasure log. Returns how many are in it and how many had come back. Idempotent. */
  replayErasures(now: number): Promise<{ known: number; erased: number }>
  /** Computes the whole audit chain anew. `broken`: number of the first entry that was changed or follows a missing one, else null. */
  verifyAudit(): Promise<{ checked: number; broken: number | null }>
  /** Validates each record, writes each atomically, and never doubles when run again. At most 200 records a call. */
  importRecords(kind: MemberKind, records: unknown[], now: number): Promise<ImportOutcome[]>
}
