import { deriveToken, sameText } from '@stem/jobs/tokens'
import { NEWSLETTER_MARKS } from '@stem/contracts/newsletter'

/** What an address at the reply domain is for: reports of failure (the envelope sender), leaving by a mail (RFC 2369), or answers to the issue. */
export type ReplyPurpose = keyof typeof NEWSLETTER_MARKS

const PURPOSES = Object.keys(NEWSLETTER_MARKS) as ReplyPurpose[]
const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz'
const SIGNATURE = 9
const PATTERN = /\b(n[blr])\+([0-9a-z]{26})([0-9a-z]{26})([0-9a-z]{9})(?![0-9a-z])/

/** Nine letters and digits, 45 bits: what is left of the 64 characters of a local part. */
async function signatureOf(tokenKey: string, purpose: ReplyPurpose, ids: string): Promise<string> {
  const mac = await deriveToken(tokenKey, `newsletter address ${purpose}`, ids)
  return Array.from({ length: SIGNATURE }, (_, place) => ALPHABET[Number.parseInt(mac.slice(place * 2, place * 2 + 2), 16) & 31]).join('')
}

/**
 * The local part of an address that stands for one mail: `nb+<campaign><reader><signature>`, 64 characters, the most that RFC 5321 (4.5.3.1.1)
 * allows; the plus sign lets one rule of the mail server bring all of them. It is read without regard to case, since some servers change it.
 */
export async function replyLocal(tokenKey: string, purpose: ReplyPurpose, campaignId: string, readerId: string): Promise<string> {
  const ids = campaignId.slice(-26) + readerId.slice(-26)
  return `${NEWSLETTER_MARKS[purpose]}+${ids}${await signatureOf(tokenKey, purpose, ids)}`
}

/** Which mail an address stands for. */
export type Stood = { purpose: ReplyPurpose; campaignId: string; readerId: string }

/** What an address of ours stands for that occurs in `text` first (a local part, an address, headers); null when there is none, or its signature is wrong. */
export async function readReplyLocal(tokenKey: string, text: string): Promise<Stood | null> {
  const [, mark, campaign = '', reader = '', signature = ''] = PATTERN.exec(text.toLowerCase()) ?? []
  const purpose = PURPOSES.find((one) => NEWSLETTER_MARKS[one] === mark)
  if (purpose === undefined || !sameText(signature, await signatureOf(tokenKey, purpose, campaign + reader))) return null
  return { purpose, campaignId: `cmp_${campaign}`, readerId: `sub_${reader}` }
}
