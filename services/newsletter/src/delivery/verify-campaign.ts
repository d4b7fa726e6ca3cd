import type { CampaignProof } from '@stem/contracts/newsletter'
import { campaignById, hashOf } from '../campaigns/campaign.ts'
import { verifyConsents } from '../ledger/verify-consents.ts'

const PAGE = 1000
const GIVES = ['confirmed', 'imported', 'resumed']
const ENDS = ['paused', 'withdrawn', 'objected', 'erased']

/**
 * Proves from the ledger alone that every reader a mail was handed over to had consented at that moment: each row names the last entry of
 * the ledger at its hand-over, and up to there the reader's last word on the matter must be a consent. Null for no campaign.
 */
export async function verifyCampaign({ db }: { db: D1Database }, campaignId: string): Promise<CampaignProof | null> {
  const campaign = await campaignById(db, campaignId)
  if (!campaign) return null
  const { broken } = await verifyConsents({ db })
  const proof: CampaignProof = {
    handedOver: 0,
    without: [],
    ledgerBroken: broken,
    isAsApproved: campaign.frozenHash !== null && campaign.frozenHash === (await hashOf(campaign)),
  }
  for (let last = ''; ;) {
    const { results } = await db
      .prepare(
        `SELECT d.subscriber_id AS id, (SELECT e.kind FROM consents e WHERE e.address_key = d.address_key AND e.subscriber_id = d.subscriber_id AND e.seq <= d.called_seq
             AND e.kind IN (SELECT value FROM json_each(?3)) ORDER BY e.seq DESC LIMIT 1) AS word
         FROM deliveries d WHERE d.campaign_id = ?1 AND d.subscriber_id > ?2 AND d.state IN ('calling', 'accepted', 'unknown') ORDER BY d.subscriber_id LIMIT ${PAGE}`,
      )
      .bind(campaignId, last, JSON.stringify([...GIVES, ...ENDS]))
      .all<{ id: string; word: string | null }>()
    for (const { id, word } of results) if (word === null || !GIVES.includes(word)) proof.without.push(id)
    proof.handedOver += results.length
    if (results.length < PAGE) return proof
    last = results.at(-1)?.id ?? ''
  }
}
