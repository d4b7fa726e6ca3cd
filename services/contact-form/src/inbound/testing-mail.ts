import { expect } from 'vitest'
import { caseById } from '../cases/read-case.ts'
import { ask, DB, finished, READING, testEnv } from '../testing/asking.ts'
import { BO, type World } from './corpus/specimen.ts'
import { bounceAddress, messageIdOf, replyAddress } from './signed-address.ts'
import { takeMail, type Inbox, type Taken } from './take-mail.ts'

export const MINUTE = 60_000
/** What the tests take mails in with. */
export const INBOX: Inbox = { reading: READING, own: { domain: testEnv.REPLY_DOMAIN, sender: 'x@stem.example' } }

const bytesOf = (raw: string | Uint8Array<ArrayBuffer>) => Uint8Array.from(typeof raw === 'string' ? new TextEncoder().encode(raw) : raw)

/** Brings a mail as a mail server would. */
export const bring = (raw: string | Uint8Array<ArrayBuffer>, { from, to }: { from: string; to: string }, now: number, inbox = INBOX): Promise<Taken> =>
  takeMail(inbox, { raw: bytesOf(raw), from, to }, now)

/** The case of an address; the newest of several. */
export async function caseOf(address: string) {
  const { results } = await DB.prepare('SELECT id FROM cases ORDER BY id DESC').all<{ id: string }>()
  for (const { id } of results) {
    const found = await caseById(READING, id)
    if (found?.requester?.address === address) return found
  }
  throw new Error(`no case of ${address}`)
}

/** Two open requests: Anna's and Bo's. */
export async function beginWorld(): Promise<World> {
  await ask('/support/request', { form: finished() })
  await ask('/support/request', { form: finished({ address: BO, name: 'Bo' }) })
  const [anna, bo] = [await caseOf('anna@min.example'), await caseOf(BO)]
  const { keys } = READING
  const domain = testEnv.REPLY_DOMAIN
  const address = (id: string) => replyAddress(keys, domain, id, 'requester')
  const messageId = (caseId: string) => messageIdOf(keys, domain, { mailId: `${caseId}.receipt`, caseId, taker: 'requester' })
  const reply = await address(anna.id)
  expect(reply.indexOf('@')).toBeLessThanOrEqual(64)
  return {
    domain,
    reply,
    otherReply: await address(bo.id),
    swapped: reply.replace(anna.id.slice(4), bo.id.slice(4)),
    bounce: await bounceAddress(keys, domain, `${anna.id}.receipt`),
    receiptId: await messageId(anna.id),
    otherReceiptId: await messageId(bo.id),
    reference: anna.reference,
  }
}
