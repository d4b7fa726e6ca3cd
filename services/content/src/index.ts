import { WorkerEntrypoint } from 'cloudflare:workers'
import type { ContentService, InstrumentWish } from '@stem/contracts/content'
import type { RequestContext } from '@stem/contracts/context'
import type { ContentKind, ImportOptions } from '@stem/contracts/import'
import type { ShippedLocale } from '@stem/i18n/locales'
import { rememberErased } from '@stem/jobs/erased'
import { ring, sweep } from '@stem/jobs/outbox'
import { beside } from '@stem/web/bindings'
import { measureHealth } from '@stem/web/health'
import { addressOf } from './addresses/address-of.ts'
import { formerAddress } from './addresses/former-address.ts'
import { app } from './app.ts'
import { open, openSearch } from './db/open.ts'
import type { Env } from './env.ts'
import { cardById } from './facts/card-by-id.ts'
import { country } from './facts/country.ts'
import { home } from './facts/home.ts'
import { practicesByWords } from './facts/practices-by-words.ts'
import { practicesOf } from './facts/practices-of.ts'
import { findItems, itemsByIds, publishedBetween } from './facts/item-briefs.ts'
import { sitemapFile, sitemapGroups } from './facts/sitemap.ts'
import { importRecords } from './import/import-records.ts'
import { draftInstrument } from './instruments/draft-instrument.ts'
import { instrumentsOf } from './instruments/instruments-of.ts'
import { openWindows } from './publish/open-windows.ts'
import { renewProjection } from './publish/renew-projection.ts'
import { keepSearch } from './search/keep-search.ts'
import { rebuildIndex } from './search/rebuild-index.ts'

/** The content Worker: everything published, its pages and its API. Reached through the gateway alone. */
export default class Content extends WorkerEntrypoint<Env> implements ContentService {
  #db = { db: open(this.env) }
  #search = { ...this.#db, search: openSearch(this.env), members: this.env.MEMBERS }

  async handle(request: Request, context: RequestContext) {
    const answer = await app.fetch(request, beside(this.env, { context }))
    // Doorbells only: what is to be told stands in the outbox, and cron rings again.
    if (request.method === 'POST') this.ctx.waitUntil(this.#tell(context.now))
    return answer
  }
  async #tell(now: number): Promise<void> {
    await keepSearch(this.#search, now)
    await ring(this.#db.db, this.env.PURGE, now)
  }
  health() {
    return measureHealth(this.#db.db)
  }
  home(context: RequestContext) {
    return home(this.#db, context)
  }
  country(code: string, context: RequestContext) {
    return country(this.#db, code, context)
  }
  practicesOf(aliases: string[], context: RequestContext) {
    return practicesOf(this.#db, aliases, context)
  }
  cardOf(id: string, context: RequestContext) {
    return cardById(this.#db, id, context)
  }
  findPractices(words: string, locale: ShippedLocale, most: number) {
    return practicesByWords(this.#db, { words, locale, most }, Date.now())
  }
  addressOf(id: string, context: RequestContext) {
    return addressOf(this.#db, id, context.now)
  }
  formerAddress(path: string) {
    return formerAddress(this.#db, path)
  }
  sitemapGroups(now: number) {
    return sitemapGroups(this.#db, now)
  }
  sitemapFile(group: number, now: number) {
    return sitemapFile(this.#db, group, now)
  }
  draftInstrument(wish: InstrumentWish, now: number) {
    return draftInstrument(this.#db, wish, now)
  }
  instrumentsOf(ids: string[], context: Pick<RequestContext, 'locale' | 'now'>) {
    return instrumentsOf(this.#db, ids, context)
  }
  findItems(words: string, context: Pick<RequestContext, 'locale' | 'now'>, most: number) {
    return findItems(this.#db, words, context, most)
  }
  itemsByIds(ids: string[], context: Pick<RequestContext, 'locale' | 'now'>) {
    return itemsByIds(this.#db, ids, context)
  }
  publishedBetween(from: number, to: number, context: Pick<RequestContext, 'locale' | 'now'>) {
    return publishedBetween(this.#db, from, to, context)
  }
  async importRecords(kind: ContentKind, records: unknown[], now: number, options: ImportOptions = {}) {
    const outcomes = await importRecords(this.#db, kind, records, now, options)
    await this.#tell(now)
    return outcomes
  }

  async rebuildSearch(from: string | null, now: number) {
    const rebuilt = await rebuildIndex(this.#search, from, now)
    if (rebuilt.next === null) await ring(this.#db.db, this.env.PURGE, now)
    return rebuilt
  }

  override async scheduled(controller: ScheduledController) {
    const now = controller.scheduledTime
    await openWindows(this.#db, now)
    await renewProjection(this.#db, now)
    await this.#tell(now)
    await sweep(this.#db.db, this.env.PURGE, now)
  }

  /** People who asked to be forgotten, told by the members service. */
  override async queue(batch: MessageBatch<unknown>) {
    await rememberErased(this.#db.db, batch, Date.now())
  }
}
