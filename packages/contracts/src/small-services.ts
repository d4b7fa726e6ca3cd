import type { Pages } from './context.ts'

/** The contact-form service. Its pages say how to reach the secretariat until the request form opens. */
export interface ContactFormService extends Rpc.WorkerEntrypointBranded, Pages {}
