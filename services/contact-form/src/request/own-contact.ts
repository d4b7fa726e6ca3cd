import type { Contact } from '@stem/contracts/members'
import { log, messageOf } from '@stem/web/log'
import type { Env } from '../env.ts'

/** What somebody who is signed in keeps about themselves; null for an account that is not active, and while the members service does not answer. */
export const ownContact = ({ MEMBERS }: Pick<Env, 'MEMBERS'>, personId: string, requestId: string): Promise<Contact | null> =>
  Promise.resolve(MEMBERS.contactOf(personId)).catch((thrown: unknown) => {
    log('error', 'own-contact.failed', { requestId, why: messageOf(thrown) })
    return null
  })
