import { WorkerEntrypoint } from 'cloudflare:workers'
import type { RequestContext } from '@stem/contracts/context'
import type { ContactFormService } from '@stem/contracts/small-services'
import { rememberErased } from '@stem/jobs/erased'
import { beside } from '@stem/web/bindings'
import { measureHealth } from '@stem/web/health'
import { app } from './app.ts'
import { storeOf } from './files/kept-file.ts'
import { open } from './db/open.ts'
import type { Env } from './env.ts'
import { everyMinute } from './every-minute.ts'
import { receiveEmail } from './inbound/receive-email.ts'
import { deliver } from './mails/deliver.ts'
import { forgetPerson } from './retention/forget-person.ts'
import { reseal } from './sealing/reseal.ts'
import { takeAnnouncements } from './webhooks/take-announcements.ts'
import { tellPrograms } from './webhooks/tell-programs.ts'

const MAILS = 'stem-contact-form-mails'
const WEBHOOKS = 'stem-contact-form-webhooks'
const ANNOUNCEMENTS = 'stem-announcements'

/** The contact-form Worker: requests for support and the cases they become. Reached through the gateway alone. */
export default class ContactForm extends WorkerEntrypoint<Env> implements ContactFormService {
  #db = open(this.env)

  async handle(request: Request, context: RequestContext) {
    const answer = await app.fetch(request, beside(this.env, { context }))
    // Doorbells only: what is to be sent stands in the database, and cron rings again.
    if (request.method === 'POST') this.ctx.waitUntil(Promise.allSettled([this.env.MAILS.send({}), this.env.WEBHOOKS.send({})]))
    return answer
  }
  health() {
    return measureHealth(this.#db)
  }
  reseal(from: string | null) {
    return reseal(storeOf(this.env), from)
  }

  /** A mail that arrived at the reply domain. */
  override async email(message: ForwardableEmailMessage) {
    await receiveEmail(this.env, message, Date.now())
    this.ctx.waitUntil(this.env.MAILS.send({}).catch(() => undefined))
  }

  override async scheduled(controller: ScheduledController) {
    await everyMinute(this.env, controller.scheduledTime)
  }

  /** Mails to send, programs to tell, what the newsletter has to tell them, and people who asked to be forgotten, told by the members service. */
  override async queue(batch: MessageBatch<unknown>) {
    if (batch.queue === MAILS || batch.queue === WEBHOOKS) {
      await (batch.queue === MAILS ? deliver : tellPrograms)(this.env, Date.now())
      batch.ackAll()
    } else if (batch.queue === ANNOUNCEMENTS) {
      await takeAnnouncements(this.#db, batch.messages)
      await this.env.WEBHOOKS.send({}).catch(() => undefined)
    } else {
      const now = Date.now()
      await rememberErased(this.#db, batch, now, (personId, addressKey) => forgetPerson(this.#db, personId, addressKey, now))
    }
  }
}
