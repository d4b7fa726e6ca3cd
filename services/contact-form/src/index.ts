import { WorkerEntrypoint } from 'cloudflare:workers'
import type { RequestContext } from '@stem/contracts/context'
import type { ContactFormService } from '@stem/contracts/small-services'
import { rememberErased } from '@stem/jobs/erased'
import { beside } from '@stem/web/bindings'
import { log, messageOf } from '@stem/web/log'
import { measureHealth } from '@stem/web/health'
import { app } from './app.ts'
import { storeOf } from './files/kept-file.ts'
import { open } from './db/open.ts'
import { sendDigests } from './digest/send-digests.ts'
import type { Env } from './env.ts'
import { sweepFiles } from './files/sweep-files.ts'
import { receiveEmail } from './inbound/receive-email.ts'
import { deliver } from './mails/deliver.ts'
import { forgetPerson } from './retention/forget-person.ts'
import { keepHouse } from './retention/keep-house.ts'
import { reseal } from './sealing/reseal.ts'
import { tellPrograms } from './webhooks/tell-programs.ts'
import { remind } from './promises/remind.ts'
import { renewDue } from './promises/renew-due.ts'

const MAILS = 'stem-contact-form-mails'
const WEBHOOKS = 'stem-contact-form-webhooks'

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
    const now = controller.scheduledTime
    await this.#tellStaff(now)
    await Promise.all([deliver(this.env, now), tellPrograms(this.env, now)])
    await keepHouse({ db: this.#db }, now)
    await sweepFiles({ db: this.#db, bucket: this.env.FILES }, now)
    await renewDue({ db: this.#db }, now)
  }

  /** Mails to staff about promises. Needs the members service; while it is down, the other work of the minute goes on. */
  async #tellStaff(now: number): Promise<void> {
    const reminding = { db: this.#db, contacts: () => this.env.MEMBERS.staffContacts() }
    for (const done of await Promise.allSettled([remind(reminding, now), sendDigests(reminding, now)]))
      if (done.status === 'rejected') log('warn', 'staff.not-told', { why: messageOf(done.reason) })
  }

  /** Mails to send, programs to tell, and people who asked to be forgotten, told by the members service. */
  override async queue(batch: MessageBatch<unknown>) {
    if (batch.queue === MAILS || batch.queue === WEBHOOKS) {
      await (batch.queue === MAILS ? deliver : tellPrograms)(this.env, Date.now())
      batch.ackAll()
    } else {
      const now = Date.now()
      await rememberErased(this.#db, batch, now, (personId, addressKey) => forgetPerson(this.#db, personId, addressKey, now))
    }
  }
}
