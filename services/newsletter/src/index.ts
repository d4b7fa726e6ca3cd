import { WorkerEntrypoint } from 'cloudflare:workers'
import type { RequestContext } from '@stem/contracts/context'
import type { NewsletterService } from '@stem/contracts/newsletter'
import { rememberErased } from '@stem/jobs/erased'
import { ring, sweep } from '@stem/jobs/outbox'
import { beside } from '@stem/web/bindings'
import { transportFrom } from '@stem/mail/choose'
import { measureHealth } from '@stem/web/health'
import { ANNOUNCEMENT } from './announcements/announce.ts'
import { app } from './app.ts'
import { open } from './db/open.ts'
import { makeDigest } from './digest/make-digest.ts'
import { runningOf } from './delivery/running-of.ts'
import { answerRing, ringOf, sweepCampaigns, type Ring } from './delivery/sweep.ts'
import { verifyCampaign } from './delivery/verify-campaign.ts'
import type { Env } from './env.ts'
import { verifyConsents } from './ledger/verify-consents.ts'
import { deliver } from './mails/deliver.ts'
import { deskOf } from './readers/reader.ts'
import { keepHouse } from './retention/keep-house.ts'

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
  verifyConsents() {
    return verifyConsents(this.#db)
  }

  verifyCampaign(id: string) {
    return verifyCampaign(this.#db, id)
  }

  readonly #ring = (message: Ring) => this.env.MAILS.send(message)

  override async scheduled(controller: ScheduledController) {
    await deliver(this.env, controller.scheduledTime)
    await sweepCampaigns({ ...this.#db, keyed: transportFrom(this.env).keyed, ring: this.#ring }, controller.scheduledTime)
    await keepHouse(this.#db, controller.scheduledTime)
    await makeDigest(deskOf(this.env), this.env.CONTENT, controller.scheduledTime)
    await ring(this.#db.db, this.env.PURGE, controller.scheduledTime)
    await sweep(this.#db.db, this.env.PURGE, controller.scheduledTime)
    await ring(this.#db.db, this.env.ANNOUNCEMENTS, controller.scheduledTime, ANNOUNCEMENT)
  }

  /** Mails to send, single ones first; campaigns with work to do; and people who asked to be forgotten, told by the members service. */
  override async queue(batch: MessageBatch<unknown>) {
    if (batch.queue === MAILS) {
      await deliver(this.env, Date.now())
      const campaigns = new Set(batch.messages.flatMap(({ body }) => ringOf(body)?.campaign ?? []))
      batch.ackAll()
      for (const campaign of campaigns) await this.#run({ campaign })
      if (campaigns.size > 0) await ring(this.#db.db, this.env.ANNOUNCEMENTS, Date.now(), ANNOUNCEMENT)
    } else await rememberErased(this.#db.db, batch, Date.now())
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
