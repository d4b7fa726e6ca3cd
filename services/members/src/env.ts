import type { PurgeMessage } from '@stem/contracts/purge'

/** Bindings of the members Worker. */
export interface Env {
  DB: D1Database
  PURGE: Queue<PurgeMessage>
}
