import { WorkerEntrypoint } from 'cloudflare:workers'
import type { RequestContext } from '@stem/contracts/context'
import type { ArrivedMail, NewsletterService } from '@stem/contracts/newsletter'
import { rememberErased } from '@stem/jobs/erased'
import { ring } from '@stem/jobs/outbox'
import { sitemap } from './archive/find-issues.ts'
import { beside } from '@stem/web/bindings'
import { senderFrom } from '@stem/mail/choose'
import { measureHealth } from '@stem/web/health'
import { ANNOUNCEMENT } from './announcements/announce.ts'
import { app } from './app.ts'
import { open } from './db/open.ts'
import { runningOf } from './delivery/running-of.ts'
import { answerRing, ringOf, type Ring } from './delivery/sweep.ts'
import { verifyCampaign } from './delivery/verify-campaign.ts'
import type { Env } from './env.ts'
import { everyMinute } from './every-minute.ts'
import { takeMail } from './feedback/take-mail.ts'
import { answerImportRing, importOf, type ImportRing } from './imports/run-import.ts'
import { verifyConsents } from './ledger/verify-consents.ts'
import { deliver } from './mails/deliver.ts'
import { deskOf } from './readers/reader.ts'
import { replayLeft } from './restore/replay-left.ts'
import { forgetPerson } from './own-data/erase-reader.ts'

const MAILS = 'stem-newsletter-mails'

/** The newsletter Worker: readers, their consent, and campaigns. Reached through the gateway alone. */
export default class Newsletter extends WorkerEntrypoint<Env> implements NewsletterService {
  #db = { db: open(this.env) }

  async handle(request: Request, context: RequestContext) {
    const answer = await app.fetch(request, beside(this.env, { context }))
    // A doorbell only: the mails stand in the database, and cron rings again.
    if (request.method === 'POST') {
      this.ctx.waitUntil(this.env.MAILS.send({}).catch(() => undefined))
      this.ctx.waitUntil(ring(this.#db.db, this.env.PURGE, context.now))
      this.ctx.waitUntil(ring(this.#db.db, this.env.ANNOUNCEMENTS, context.now, ANNOUNCEMENT))
    }
    return answer
  }
  health() {
    return measureHealth(this.#db.db)
  }
  sitemap() {
    return sitemap(this.#db)
  }
  verifyConsents() {
    return verifyConsents(this.#db)
  }

  verifyCampaign(id: string) {
    return verifyCampaign(this.#db, id)
  }

  replayLeft(now: number) {
    return replayLeft({ ...this.#db, log: this.env.INSTANCE }, now)
  }

  /** A mail that the contact-form Worker, which receives all of them, hands on. */
  takeMail(mail: ArrivedMail) {
    return takeMail({ ...deskOf(this.env), replyDomain: this.env.REPLY_DOMAIN, sender: senderFrom(this.env).address }, mail, Date.now())
  }

  readonly #ring = (message: Ring | ImportRing) => this.env.MAILS.send(message)

  override async scheduled(controller: ScheduledController) {
    await everyMinute(this.env, controller.scheduledTime)
  }

  /** Mails to send, single ones first; campaigns and imports with work to do; and people who asked to be forgotten, told by the members service. */
  override async queue(batch: MessageBatch<unknown>) {
    if (batch.queue === MAILS) {
      await deliver(this.env, Date.now())
      const campaigns = new Set(batch.messages.flatMap(({ body }) => ringOf(body)?.campaign ?? []))
      const imports = new Set(batch.messages.flatMap(({ body }) => importOf(body) ?? []))
      batch.ackAll()
      for (const campaign of campaigns) await this.#run({ campaign })
      for (const one of imports) await answerImportRing({ ...deskOf(this.env), clock: Date.now }, one, this.#ring)
      if (campaigns.size > 0) await ring(this.#db.db, this.env.ANNOUNCEMENTS, Date.now(), ANNOUNCEMENT)
    } else {
      const now = Date.now()
      await rememberErased(this.#db.db, batch, now, (...forgotten) => forgetPerson(this.#db, forgotten, now))
    }
  }

  async #run(message: Ring) {
    const running = runningOf(this.env)
    try {
      await answerRing(running, message, this.#ring)
    } finally {
      running.transport.close()
    }
  }
}
