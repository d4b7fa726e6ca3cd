import type { ShippedLocale } from '@stem/i18n/locales'
import type { ItemType } from './item-types.ts'
import type { SitemapEntry, SitemapGroup } from './sitemap.ts'
import type { ContentKind, ImportOptions, ImportOutcome } from './import.ts'
import type { Pages, RequestContext } from './context.ts'

export type { ItemType } from './item-types.ts'

/** An item as lists show it, in one language. */
export type ItemCard = {
  /** `itm_…` */
  id: string
  type: ItemType
  slug: string
  title: string
  summary: string
  /** Language of title and summary: not always the one asked for. */
  locale: string
  /** ISO 3166-1 alpha-2, `EU`, or null. */
  country: string | null
  topics: string[]
  levels: string[]
  /** First year, or null when not on file. */
  startYear: number | null
  /** Sub-type, e.g. `programme`; null when not on file. */
  form: string | null
}

/** A card with its date (ISO day, month or year; null when not on file) and its canonical path. */
export type DatedCard = ItemCard & { date: string | null; path: string }

/** One value of an indicator. `flags`: `b` break in series, `d` definition differs, `e` estimated, `p` provisional; null when none. */
export type Observation = { year: number; value: number; flags: string | null }
/** One indicator: unit, publisher, source, and values by country (`EU` is the EU value), years ascending. */
export type Indicator = {
  id: string
  slug: string
  title: string
  unit: string
  publisher: string
  sourceUrl: string
  series: Record<string, Observation[]>
}

/** A dated fact for a timeline. `start` and `end` are ISO dates of 4, 7 or 10 characters; `path`: where it is shown, canonical, null when on no page. */
export type TimelineEntry = {
  id: string
  type: ItemType
  title: string
  summary: string
  locale: string
  country: string | null
  start: string
  end: string | null
  form: string | null
  status: string | null
  path: string | null
}

/** What the home page needs, read in one round trip. */
export type HomeFacts = {
  practices: number
  publications: number
  taskforces: number
  events: number
  graduates: Indicator | null
  /** The six EU targets for 2030 by code, in per cent, e.g. `target_stem_vet`. */
  targets: Record<string, number>
  featured: ItemCard[]
  topics: { code: string; count: number }[]
  meetings: TimelineEntry[]
  taskforceList: TimelineEntry[]
  latestPublications: DatedCard[]
}

/** What a country profile needs, read in one round trip. */
export type CountryFacts = {
  practices: ItemCard[]
  practiceCount: number
  /** Practices of others that were taken over in this country. */
  adoptionCount: number
  /** The newest publications and news together, and how many there are of each. */
  publications: DatedCard[]
  publicationCount: number
  newsCount: number
  timeline: TimelineEntry[]
  indicators: Indicator[]
}

/** What `/id/<id>` found. */
export type ItemAddress = { found: 'item'; path: string } | { found: 'withdrawn' } | { found: 'none' }

/** Types of item that come from a request for support. */
export const INSTRUMENT_TYPES = ['briefing', 'taskforce', 'roundtable'] as const satisfies readonly ItemType[]
/** A type of instrument. */
export type InstrumentType = (typeof INSTRUMENT_TYPES)[number]

/** Where an instrument stands, in order. */
export const STAGES = ['requested', 'scoped', 'running', 'outputs', 'follow-up', 'closed'] as const
/** A stage of an instrument. */
export type Stage = (typeof STAGES)[number]

/** What the requester agreed to: being named in public, being named to members, or nothing yet. */
export const AGREEMENTS = ['public', 'members', 'open'] as const
/** An agreement with the requester. */
export type Agreement = (typeof AGREEMENTS)[number]

/** A draft that is to be made from a request. Holds nothing that the requester wrote: the title is typed by staff. */
export type InstrumentWish = {
  /** `cas_…` */
  caseId: string
  /** Readable reference of the case; it opens nothing. */
  reference: string
  type: InstrumentType
  /** 1 to 200 characters, in `locale`. */
  title: string
  /** ISO 3166-1 alpha-2, or null when not on file. */
  country: string | null
  locale: ShippedLocale
  agreed: Agreement
  /** Who makes it, `per_…`. */
  by: string
}

/** An instrument as the case that it came from shows it. */
export type InstrumentCard = {
  /** `itm_…` */
  id: string
  type: InstrumentType
  /** Title as staff have it, in the language asked for where it exists. Not for the public. */
  title: string
  locale: string
  stage: Stage
  /** Whether members or the public can see it. */
  published: boolean
  /** What everybody may see of it: title, its language, and canonical path; null when it is not public. */
  shown: { title: string; locale: string; path: string } | null
}

/** A published item as a newsletter takes it in. */
export type ItemBrief = {
  /** `itm_…` */
  id: string
  type: ItemType
  title: string
  summary: string
  /** Language of title and summary: the one asked for where it exists. */
  locale: string
  country: string | null
  /** Day, month or year of what it tells of (ISO, 4 to 10 characters), and its end; null when not on file. */
  date: string | null
  end: string | null
  /** Where it is shown on this site: canonical path; null when it has no page. */
  path: string | null
  /** Where it can be read elsewhere (https), null when nowhere. */
  url: string | null
  topics: string[]
  /** Epoch milliseconds since which it is public. */
  publishedAt: number
}

/** What making one portion of the search anew did. `next`: where the next portion begins, null when the index is whole. */
export type RebuiltSearch = { indexed: number; removed: number; next: string | null }

/** The content service. Owns everything published. */
export interface ContentService extends Rpc.WorkerEntrypointBranded, Pages {
  home(context: RequestContext): Promise<HomeFacts>
  country(country: string, context: RequestContext): Promise<CountryFacts>
  /** Practices whose organisation is named by one of `aliases` (case and marks do not matter). At most 100. */
  practicesOf(aliases: string[], context: RequestContext): Promise<ItemCard[]>
  /** The public item with id `itm_…`; null when there is none. One round trip. */
  cardOf(id: string, context: RequestContext): Promise<ItemCard | null>
  /** Public practices that hold every word of `words` or one that begins with it, by title in `locale` where there is one, at most `most` (50). */
  findPractices(words: string, locale: ShippedLocale, most: number): Promise<{ id: string; title: string; country: string | null }[]>
  /** Canonical path of item `itm_…`. */
  addressOf(id: string, context: RequestContext): Promise<ItemAddress>
  /** Where an address of the former site points today: canonical path with query, or null when unknown. */
  formerAddress(path: string, context: RequestContext): Promise<string | null>
  /** Files of the sitemap: groups of public items that have a page, with the time of the last change in each. One round trip. */
  sitemapGroups(now: number): Promise<SitemapGroup[]>
  /** What a group holds: at most `SITEMAP_GROUP` items. One round trip. */
  sitemapFile(group: number, now: number): Promise<SitemapEntry[]>
  /** Makes the draft of an instrument, seen by staff alone. The same case and type give the same item, however often and however many at once. */
  draftInstrument(wish: InstrumentWish, now: number): Promise<{ id: string }>
  /** Instruments by id (at most 50); withdrawn and unknown ones are left out. One round trip. */
  instrumentsOf(ids: string[], context: Pick<RequestContext, 'locale' | 'now'>): Promise<InstrumentCard[]>
  /** Public items that hold all of `words` (the newest when there are none), newest first, at most `most` (up to 50). One round trip. */
  findItems(words: string, context: Pick<RequestContext, 'locale' | 'now'>, most: number): Promise<ItemBrief[]>
  /** Public items by id (at most 50), in the order asked for; others are left out. One round trip. */
  itemsByIds(ids: string[], context: Pick<RequestContext, 'locale' | 'now'>): Promise<ItemBrief[]>
  /** Public items that became public from `from` on and before `to` (epoch milliseconds), newest first, at most 200. One round trip. */
  publishedBetween(from: number, to: number, context: Pick<RequestContext, 'locale' | 'now'>): Promise<ItemBrief[]>
  /** For the operator: makes one portion of the search anew from what is public. `from`: `next` of the portion before, null to begin. Idempotent. */
  rebuildSearch(from: string | null, now: number): Promise<RebuiltSearch>
  /** Validates each record, writes each atomically, and never doubles when run again. At most 400 records a call. */
  importRecords(kind: ContentKind, records: unknown[], now: number, options?: ImportOptions): Promise<ImportOutcome[]>
}
