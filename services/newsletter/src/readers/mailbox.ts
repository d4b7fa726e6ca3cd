import { sameText } from '@stem/jobs/tokens'
import { tokenOf, wellFormed } from './links.ts'
import { readerById, readerByKey, type Desk, type Reader } from './reader.ts'

// Links end with every change of address; nobody changes it more often than this in the years that an issue is kept.
const MOST_CHANGES = 50

/**
 * Who has the mailbox now to which an issue was sent for a reader; null when nobody who gets the newsletter has. People move, are forgotten and subscribe
 * anew: whoever presses a button in an old issue speaks for the mailbox that it lies in, and for no other.
 */
export async function readerOfMailbox(db: D1Database, campaignId: string, readerId: string): Promise<Reader | null> {
  const sent = await db
    .prepare(
      'SELECT address_key AS addressKey FROM deliveries WHERE campaign_id = ?1 AND subscriber_id = ?2 AND called_at IS NOT NULL ORDER BY called_at LIMIT 1',
    )
    .bind(campaignId, readerId)
    .first<{ addressKey: string }>()
  const reader = await (sent ? readerByKey(db, sent.addressKey) : readerById(db, readerId))
  return reader?.state === 'erased' ? null : reader
}

/**
 * Whom a link to leave speaks of. `isOwn`: it is a link of this reader as they are now. A link that was one once still is a way to leave, for who has that
 * mailbox now (`reader`, null for nobody). Null for a link that never was one.
 */
export async function whoLeaves(desk: Desk, params: URLSearchParams): Promise<{ reader: Reader | null; campaign: string | null; isOwn: boolean } | null> {
  const said = wellFormed(params)
  if (!said) return null
  const known = await readerById(desk.db, said.id)
  const isOf = async (linkEpoch: number) =>
    sameText(said.token, await tokenOf(desk, 'unsubscribe', { id: said.id, linkEpoch }, `${said.campaign}\n${said.until}`))
  const campaign = said.campaign === '' ? null : said.campaign
  if (known && known.state !== 'erased' && (await isOf(known.linkEpoch))) return { reader: known, campaign, isOwn: true }
  for (let epoch = Math.min(known?.linkEpoch ?? MOST_CHANGES, MOST_CHANGES); epoch >= 0; epoch--) {
    if (await isOf(epoch)) return { reader: campaign === null ? null : await readerOfMailbox(desk.db, campaign, said.id), campaign, isOwn: false }
  }
  return null
}
