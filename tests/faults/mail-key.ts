import type { WorkerOptions } from '@stem/infra/start/system'

/** The Workers with a key for a provider, which a mail server does not ask for. */
export const withMailKey = (workers: WorkerOptions[]): WorkerOptions[] =>
  workers.map((worker) => (worker.bindings?.['MAIL_TRANSPORT'] === undefined ? worker : { ...worker, bindings: { ...worker.bindings, MAIL_KEY: 'stand-in' } }))
