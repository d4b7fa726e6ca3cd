import { deriveToken, sameText } from '@stem/jobs/tokens'
import type { Keys } from '../sealing/keys.ts'

type TokenKey = Pick<Keys, 'token'>

// Lower case only: mail programs may change the case of an address.
const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz'
const LETTERS = 26
const BITS = 5
const HEX = 33

/** A signature of 130 bits in 26 lower-case letters and digits (HMAC-SHA-256, cut). */
async function signatureOf(keys: TokenKey, purpose: string, text: string): Promise<string> {
  const bits = BigInt(`0x${(await deriveToken(keys.token, purpose, text)).slice(0, HEX)}`)
  return Array.from({ length: LETTERS }, (_, place) => ALPHABET[Number((bits >> BigInt(place * BITS)) & 31n)]).join('')
}

const isSigned = async (keys: TokenKey, purpose: string, text: string, signature: string): Promise<boolean> =>
  sameText(signature, await signatureOf(keys, purpose, text))

const REPLY = 'reply address'
const BOUNCE = 'bounce address'
const MESSAGE = 'message-id'

/** Part of an address or Message-ID of ours, with its signature not yet compared. */
type Claim = { caseId: string; signature: string }

/** Local part and domain in lower case; empty when it is no address. */
function split(address: string): { local: string; domain: string } {
  const at = address.lastIndexOf('@')
  return at < 0 ? { local: '', domain: '' } : { local: address.slice(0, at).toLowerCase(), domain: address.slice(at + 1).toLowerCase() }
}

/** Who takes part: the requester, or a participant by id. */
export type Taker = 'requester' | (string & {})

/**
 * Where `taker` answers mails of a case: `reply+<case>.<signature>@domain`. The local part has 59 characters (RFC 5321, 4.5.3.1.1
 * allows 64). It is worth something only together with the sender's own address.
 */
export const replyAddress = async (keys: TokenKey, domain: string, caseId: string, taker: Taker): Promise<string> =>
  `reply+${caseId.slice(4)}.${await signatureOf(keys, REPLY, `${caseId} ${taker}`)}@${domain}`

/** The case that a reply address names, or null when it is none of ours in shape. Nothing is proved yet. */
export function readReplyAddress(address: string, domain: string): Claim | null {
  const { local, domain: at } = split(address)
  const [, id, signature] = /^reply\+([0-9a-z]{26})\.([0-9a-z]{26})$/.exec(local) ?? []
  return id === undefined || signature === undefined || at !== domain.toLowerCase() ? null : { caseId: `cas_${id}`, signature }
}

/** Whether a reply address was made for one of `takers` of its case. */
export async function isReplyFor(keys: TokenKey, { caseId, signature }: Claim, takers: readonly Taker[]): Promise<boolean> {
  let proved = false
  for (const taker of takers) if (await isSigned(keys, REPLY, `${caseId} ${taker}`, signature)) proved = true
  return proved
}

/** A mail that leaves: its row, its case, and to whom it goes. */
export type Outgoing = { mailId: string; caseId: string; taker: Taker }

const outgoingText = ({ mailId, caseId, taker }: Outgoing): string => `${mailId} ${caseId} ${taker}`

/** The Message-ID of a mail: it says which mail of which case to whom it is, and proves it. */
export const messageIdOf = async (keys: TokenKey, domain: string, mail: Outgoing): Promise<string> =>
  `<${mail.mailId}.${mail.caseId.slice(4)}.${mail.taker}.${await signatureOf(keys, MESSAGE, outgoingText(mail))}@${domain}>`

/** The mail that a Message-ID of ours names; null when it is somebody else's or its signature is wrong. */
export async function readMessageId(keys: TokenKey, domain: string, messageId: string): Promise<Outgoing | null> {
  const { local, domain: at } = split(messageId.replaceAll(/^<|>$/g, ''))
  if (at !== domain.toLowerCase()) return null
  const [, mailId, id, taker, signature] = /^([a-z0-9_.-]{1,120})\.([0-9a-z]{26})\.([a-z0-9_]{1,40})\.([0-9a-z]{26})$/.exec(local) ?? []
  if (mailId === undefined || id === undefined || taker === undefined || signature === undefined) return null
  const mail = { mailId, caseId: `cas_${id}`, taker }
  return (await isSigned(keys, MESSAGE, outgoingText(mail), signature)) ? mail : null
}

/** The id that a mail's own id begins with: of its case, message or event. */
const OWNER = /^[a-z]{3}_[0-9a-z]{26}(?=\.|$)/

/** Where reports about one mail go: `bounce+<owner>.<signature>@domain`, at most 64 characters before the `@`. The mail's id must begin with the id it belongs to. */
export async function bounceAddress(keys: TokenKey, domain: string, mailId: string): Promise<string> {
  const [owner] = OWNER.exec(mailId) ?? []
  if (owner === undefined) throw new Error('a mail of a case is named after what it tells of')
  return `bounce+${owner}.${await signatureOf(keys, BOUNCE, mailId)}@${domain}`
}

/** What a return address of ours names, or null. Nothing is proved yet. */
export function readBounceAddress(address: string, domain: string): { owner: string; signature: string } | null {
  const { local, domain: at } = split(address)
  const [, owner, signature] = /^bounce\+([a-z]{3}_[0-9a-z]{26})\.([0-9a-z]{26})$/.exec(local) ?? []
  return owner === undefined || signature === undefined || at !== domain.toLowerCase() ? null : { owner, signature }
}

/** Whether a return address was made for this mail. */
export const isBounceOf = (keys: TokenKey, signature: string, mailId: string): Promise<boolean> => isSigned(keys, BOUNCE, mailId, signature)
