import { placeOf } from '../cases/case.ts'
import { caseById, type Reading } from '../cases/read-case.ts'
import type { Request_ } from '../cases/receive.ts'
import { unseal } from '../sealing/seal.ts'

/**
 * Whether what was received from a program says the same as `wish`, so that a key used twice by mistake hides no request. What was
 * forgotten or moved to another case meanwhile is not compared.
 */
export async function isSameRequest(
  reading: Reading,
  caseId: string,
  { kind, country, locale, requester, body }: Pick<Request_, 'kind' | 'country' | 'locale' | 'requester' | 'body'>,
): Promise<boolean> {
  const found = await caseById(reading, caseId)
  if (!found?.requester) return true
  const { name, address, organisation, job } = found.requester
  const [before, now] = [
    [found.kind, found.country, found.locale, name, address, organisation, job],
    [kind, country, locale, requester.name, requester.address, requester.organisation, requester.job],
  ]
  if (before.some((value, index) => value !== now[index])) return false
  const first = await reading.db
    .prepare("SELECT body FROM messages WHERE case_id = ? AND at = ? AND via = 'api' ORDER BY rowid LIMIT 1")
    .bind(caseId, found.createdAt)
    .first<{ body: string }>()
  return first === null || (await unseal(reading.keys, placeOf(caseId), first.body)) === body
}
