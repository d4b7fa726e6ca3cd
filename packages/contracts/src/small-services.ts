import type { Pages } from './context.ts'

/** The newsletter service. Its pages say that the newsletter is being prepared until subscription opens. */
export interface NewsletterService extends Rpc.WorkerEntrypointBranded, Pages {}

/** The contact-form service. Its pages say how to reach the secretariat until the request form opens. */
export interface ContactFormService extends Rpc.WorkerEntrypointBranded, Pages {}
