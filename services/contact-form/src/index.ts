import { WorkerEntrypoint } from 'cloudflare:workers'
import type { RequestContext } from '@stem/contracts/context'
import type { ContactFormService } from '@stem/contracts/small-services'
import { rememberErased } from '@stem/jobs/erased'
import { beside } from '@stem/web/bindings'
import { measureHealth } from '@stem/web/health'
import { app } from './app.ts'
import { open } from './db/open.ts'
import type { Env } from './env.ts'

/** The contact-form Worker. Reached through the gateway alone. */
export default class ContactForm extends WorkerEntrypoint<Env> implements ContactFormService {
  async handle(request: Request, context: RequestContext) {
    return app.fetch(request, beside(this.env, { context }))
  }
  health() {
    return measureHealth(open(this.env))
  }

  /** People who asked to be forgotten, told by the members service. */
  override async queue(batch: MessageBatch<unknown>) {
    await rememberErased(open(this.env), batch, Date.now())
  }
}
