import { deriveToken, sameText } from '@stem/jobs/tokens'

/** What an address at the reply domain is for: reports of failure (the envelope sender), or leaving by a mail (RFC 2369). */
export type ReplyPurpose = 'bounce' | 'leave'

const MARKS: Record<ReplyPurpose, string> = { bounce: 'nb', leave: 'nl' }
const ID = '[0-9a-z]{26}'
const SIGNATURE = 10
const PATTERN = new RegExp(`^(nb|nl)(${ID})(${ID})([0-9a-f]{${SIGNATURE}})$`)

const signatureOf = async (tokenKey: string, purpose: ReplyPurpose, ids: string): Promise<string> =>
  (await deriveToken(tokenKey, `newsletter address ${purpose}`, ids)).slice(0, SIGNATURE)

/**
 * The local part of an address that stands for one mail: campaign, reader and a signature, 64 characters, the most that RFC 5321 (4.5.3.1.1)
 * allows. It is read without regard to case, since some servers change it.
 */
export async function replyLocal(tokenKey: string, purpose: ReplyPurpose, campaignId: string, readerId: string): Promise<string> {
  const ids = campaignId.slice(-26) + readerId.slice(-26)
  return MARKS[purpose] + ids + (await signatureOf(tokenKey, purpose, ids))
}

/** What such a local part stands for; null when it is none of ours, or its signature is wrong. */
export async function readReplyLocal(tokenKey: string, local: string): Promise<{ purpose: ReplyPurpose; campaignId: string; readerId: string } | null> {
  const [, mark, campaign = '', reader = '', signature = ''] = PATTERN.exec(local.toLowerCase()) ?? []
  if (mark === undefined) return null
  const purpose: ReplyPurpose = mark === MARKS.bounce ? 'bounce' : 'leave'
  if (!sameText(signature, await signatureOf(tokenKey, purpose, campaign + reader))) return null
  return { purpose, campaignId: `cmp_${campaign}`, readerId: `sub_${reader}` }
}
