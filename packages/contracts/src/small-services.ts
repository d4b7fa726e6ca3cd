import type { Pages } from './context.ts'

/**
 * What sealing one portion anew did. `key`: id of the newest key. `resealed`: texts and files that were under older ones. `unreadable`: what
 * no key opens. `next`: where the next portion begins, null at the end of a pass.
 */
export type Resealed = { key: string; resealed: number; unreadable: number; next: string | null }

/** The contact-form service: requests for support and the cases they become. */
export interface ContactFormService extends Rpc.WorkerEntrypointBranded, Pages {
  /** For the operator, after a new key was added: seals one portion of everything with it. `from`: `next` of the portion before, null to begin. */
  reseal(from: string | null): Promise<Resealed>
}
