import type { Principal, RequestContext } from '@stem/contracts/context'
import { isShipped } from '@stem/i18n/locales'
import { log, messageOf } from '@stem/web/log'
import type { Env } from '../env.ts'

/**
 * What a form need not ask: what somebody who is signed in keeps about themselves. All of it stands in fields that can be changed. When the
 * members service does not answer, the form is as empty as for everybody.
 */
export async function prefill(
  { MEMBERS }: Pick<Env, 'MEMBERS'>,
  who: Principal | null,
  { locale, requestId }: Pick<RequestContext, 'locale' | 'requestId'>,
): Promise<Record<string, string>> {
  if (who === null) return { language: locale }
  const contact = await Promise.resolve(MEMBERS.contactOf(who.personId)).catch((thrown: unknown) => {
    log('error', 'prefill.failed', { requestId, why: messageOf(thrown) })
    return null
  })
  if (contact === null) return { language: locale, name: who.name ?? '' }
  const { name, address, job, organisation } = contact
  return {
    name: name ?? '',
    address,
    organisation: organisation?.name ?? '',
    job: job ?? '',
    country: organisation?.country ?? '',
    language: isShipped(contact.locale) ? contact.locale : locale,
  }
}
