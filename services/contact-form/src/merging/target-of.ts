import { addressKey } from '@stem/mail/message'
import type { Case } from '../cases/case.ts'
import { caseById, type Reading } from '../cases/read-case.ts'

/** Whether two cases are of one requester, by address. A forgotten requester is the same as nobody. */
export const sameRequester = (one: Pick<Case, 'requester'>, other: Pick<Case, 'requester'>): boolean =>
  one.requester !== null && other.requester !== null && addressKey(one.requester.address) === addressKey(other.requester.address)

/** The case that `found` goes on in: where its merges lead in the end, or itself. A circle, which no act makes, is left where it closes. */
export async function targetOf(reading: Reading, found: Case): Promise<Case> {
  const seen = new Set<string>()
  let here = found
  while (here.mergedInto !== null && !seen.has(here.id)) {
    seen.add(here.id)
    const next = await caseById(reading, here.mergedInto)
    if (!next) break
    here = next
  }
  return here
}
