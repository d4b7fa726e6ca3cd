import type { MembersService } from '@stem/contracts/members'
import type { PurgeMessage } from '@stem/contracts/purge'

/** Bindings of the content Worker. */
export interface Env {
  DB: D1Database
  /** What can be found: a copy of what is public, which can be made anew. */
  SEARCH: D1Database
  /** Address that harvesters may write to. */
  ADMIN_ADDRESS: string
  MEMBERS: Service<MembersService>
  PURGE: Queue<PurgeMessage>
}
