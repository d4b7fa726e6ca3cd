import { WorkerEntrypoint } from 'cloudflare:workers'
import type { RequestContext } from '@stem/contracts/context'
import type { MemberKind } from '@stem/contracts/import'
import type { MembersService, NewView } from '@stem/contracts/members'
import { ring, sweep } from '@stem/jobs/outbox'
import { beside } from '@stem/web/bindings'
import { measureHealth } from '@stem/web/health'
import { app } from './app.ts'
import { verifyAudit } from './audit/verify-audit.ts'
import { open } from './db/open.ts'
import type { Env } from './env.ts'
import { addressOf, counts, inCountry, organisation, sitemap } from './facts/read-register.ts'
import { organisationEntries, publicOrganisations } from './facts/organisation-entries.ts'
import { organisationsByName } from './facts/organisations-by-name.ts'
import { importRecords } from './import/import-records.ts'
import { deliver } from './mails/deliver.ts'
import { keepErasureLog, replayErasures } from './own-data/erasure-log.ts'
import { mailAddressOf } from './persons/mail-address-of.ts'
import { contactOf } from './persons/contact-of.ts'
import { newsletterKeys } from './persons/newsletter-keys.ts'
import { namesOf } from './persons/names-of.ts'
import { staff } from './persons/staff.ts'
import { staffContacts } from './persons/staff-contacts.ts'
import { keepHouse } from './retention/keep-house.ts'
import { deleteView, savedViewsOf, saveView } from './saved-views/saved-views.ts'
import { principalOf } from './sessions/principal-of.ts'

/** Queue of each kind of outbox row by which other services learn that somebody is to be forgotten. */
const told = (env: Env): (readonly [string, Queue])[] => [
  ['erased-content', env.ERASED_CONTENT],
  ['erased-newsletter', env.ERASED_NEWSLETTER],
  ['erased-contact-form', env.ERASED_CONTACT_FORM],
]

/** The members Worker: organisations, people, roles, sign-in and the console. Reached through the gateway alone. */
export default class Members extends WorkerEntrypoint<Env> implements MembersService {
  #db = { db: open(this.env) }

  async handle(request: Request, context: RequestContext) {
    const answer = await app.fetch(request, beside(this.env, { context }))
    // Doorbells only: what they tell of stands in the database, and cron rings again.
    if (request.method === 'POST') this.ctx.waitUntil(Promise.allSettled([this.env.MAILS.send({}), this.#ringAll(context.now)]))
    return answer
  }
  async #ringAll(now: number): Promise<void> {
    const { db } = this.#db
    await ring(db, this.env.PURGE, now)
    for (const [kind, queue] of told(this.env)) await ring(db, queue, now, kind)
    await keepErasureLog({ db, log: this.env.ERASURES }, now)
  }
  namesOf(personIds: string[]) {
    return namesOf(this.#db, personIds)
  }
  mailAddressOf(personId: string) {
    return mailAddressOf(this.#db, personId)
  }
  staff() {
    return staff(this.#db)
  }
  savedViewsOf(personId: string, place: string) {
    return savedViewsOf(this.#db, personId, place)
  }
  saveView(personId: string, place: string, view: NewView, now: number) {
    return saveView(this.#db, personId, place, view, now)
  }
  deleteView(personId: string, id: string) {
    return deleteView(this.#db, personId, id)
  }
  staffContacts() {
    return staffContacts(this.#db)
  }
  contactOf(personId: string) {
    return contactOf(this.#db, personId)
  }
  newsletterKeys(after: string | null, most: number) {
    return newsletterKeys({ ...this.#db, secret: this.env.ADDRESS_KEY }, after, most)
  }
  publicOrganisations() {
    return publicOrganisations(this.#db)
  }
  organisationEntries(ids: string[]) {
    return organisationEntries(this.#db, ids)
  }
  findOrganisations(words: string, most: number) {
    return organisationsByName(this.#db, words, most)
  }
  verifyAudit() {
    return verifyAudit(this.#db)
  }
  replayErasures(now: number) {
    return replayErasures({ ...this.#db, log: this.env.ERASURES, addressKey: this.env.ADDRESS_KEY }, now)
  }
  principalOf(cookies: string, now: number) {
    return principalOf(this.#db, cookies, now)
  }
  health() {
    return measureHealth(this.#db.db)
  }
  counts() {
    return counts(this.#db)
  }
  inCountry(country: string) {
    return inCountry(this.#db, country)
  }
  organisation(slug: string, context: RequestContext) {
    return organisation(this.#db, slug, context)
  }
  addressOf(id: string, context: RequestContext) {
    return addressOf(this.#db, id, context)
  }
  sitemap() {
    return sitemap(this.#db)
  }
  async importRecords(kind: MemberKind, records: unknown[], now: number) {
    const outcomes = await importRecords(this.#db, kind, records, now)
    await ring(this.#db.db, this.env.PURGE, now)
    return outcomes
  }

  override async scheduled(controller: ScheduledController) {
    const now = controller.scheduledTime
    await ring(this.#db.db, this.env.PURGE, now)
    await sweep(this.#db.db, this.env.PURGE, now)
    for (const [kind, queue] of told(this.env)) await sweep(this.#db.db, queue, now, kind)
    await keepErasureLog({ ...this.#db, log: this.env.ERASURES }, now)
    await deliver(this.env, now)
    await keepHouse(this.#db, now)
  }

  override async queue(batch: MessageBatch<object>) {
    await deliver(this.env, Date.now())
    batch.ackAll()
  }
}
