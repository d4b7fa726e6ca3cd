import { fingerprint } from '@stem/jobs/ids'
import { takeTurn, type Limit } from '@stem/jobs/turns'
import { mailRow } from '@stem/mail/mails-table'
import { addressKey } from '@stem/mail/message'
import type { Reading } from '../cases/read-case.ts'

const HOUR = 60 * 60_000
const MINUTE = 60_000
const BY_NETWORK: Limit = { name: 'link-network', most: 10, window: HOUR }
const BY_ADDRESS: Limit = { name: 'link-address', most: 3, window: HOUR }

/** Which request, by the id of its old link or by its reference, and where the new link is to go. */
export type LinkWish = { caseId: string | null; reference: string | null; address: string; locale: string; network: string }

/**
 * Asks for a new link to a request. Whether the address is the requester's is looked at when the mail is written and never here: to who
 * asks, every address and every reference is the same, in words and in time. Above the limits nothing is mailed, and nothing is said.
 */
export async function askForLink({ db, keys }: Reading, { caseId, reference, address, locale, network }: LinkWish, now: number): Promise<void> {
  const turns = { db, key: keys.token }
  const own = addressKey(address)
  const taken = await Promise.all([takeTurn(turns, BY_NETWORK, network, now), takeTurn(turns, BY_ADDRESS, own, now)])
  if (!taken.every(Boolean)) return
  // Two clicks are one mail.
  const id = `lnk_${(await fingerprint(`${caseId} ${reference} ${own} ${Math.floor(now / MINUTE)}`)).slice(0, 26)}`
  await mailRow(db, { id, kind: 'link', address, locale, facts: { case: caseId, reference } }, now).run()
}
