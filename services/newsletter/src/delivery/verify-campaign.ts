import type { CampaignProof } from '@stem/contracts/newsletter'
import { mayReceive } from '../audience/audience.ts'
import { campaignById, hashOf, type Campaign } from '../campaigns/campaign.ts'
import { verifyConsents } from '../ledger/verify-consents.ts'
import { faultsOf } from './faults-of.ts'
import { progressOf } from './progress.ts'

const PAGE = 1000
/** The most readers that are named for one reason. */
const NAMED = 1000
/** Milliseconds by which clocks of two machines may differ. */
const CLOCKS = 60_000
const GIVES = ['confirmed', 'imported', 'resumed']
const ENDS = ['paused', 'withdrawn', 'objected', 'erased']

/** The last word of the reader `who` on the matter, among entries of the ledger for which `when` holds. `words`: the parameter with all kinds that are one; moving to another address is one too, and ends it for this one. */
const lastWord = (who: string, when: string, words: string): string =>
  `(SELECT e.kind FROM consents e WHERE e.address_key = ${who}.address_key AND e.subscriber_id = ${who}.id AND ${when}
      AND (e.kind IN (SELECT value FROM json_each(${words})) OR (e.kind = 'changed' AND e.detail ->> 'to' IS NOT NULL)) ORDER BY e.seq DESC LIMIT 1)`

type Row = { id: string; word: string | null; restsAt: number | null; calledAt: number | null }

/** Everybody a mail was handed over to, by what the ledger says of them up to the entry that the row names. */
async function proveRows(db: D1Database, campaignId: string): Promise<Pick<CampaignProof, 'handedOver' | 'without' | 'misdated'>> {
  const proof = { handedOver: 0, without: [] as string[], misdated: [] as string[] }
  for (let last = ''; ;) {
    const { results } = await db
      .prepare(
        `SELECT d.id, ${lastWord('d', 'e.seq <= d.called_seq', '?3')} AS word, d.called_at AS calledAt,
           (SELECT at FROM consents e WHERE e.seq = d.called_seq) AS restsAt
         FROM (SELECT subscriber_id AS id, * FROM deliveries) d
         WHERE d.campaign_id = ?1 AND d.subscriber_id > ?2 AND d.state IN ('calling', 'accepted', 'unknown') ORDER BY d.subscriber_id LIMIT ${PAGE}`,
      )
      .bind(campaignId, last, JSON.stringify([...GIVES, ...ENDS]))
      .all<Row>()
    for (const { id, word, restsAt, calledAt } of results) {
      if ((word === null || !GIVES.includes(word)) && proof.without.length < NAMED) proof.without.push(id)
      if (restsAt !== null && calledAt !== null && restsAt > calledAt + CLOCKS && proof.misdated.length < NAMED) proof.misdated.push(id)
    }
    proof.handedOver += results.length
    if (results.length < PAGE) return proof
    last = results.at(-1)?.id ?? ''
  }
}

/**
 * Whom the campaign meant when it began and who has no row. Who changed anything since is not judged, nor whether members were members then once
 * that was compared anew: nobody can tell any more.
 */
async function leftOutOf(db: D1Database, { id, audience, startedAt, frozenAt, totals }: Campaign): Promise<string[]> {
  if (startedAt === null || frozenAt === null || totals !== null) return []
  const { results } = await db
    .prepare(
      `SELECT s.id FROM subscribers s WHERE s.confirmed_at <= ?3 AND s.updated_at <= ?3 AND ${mayReceive('s', '?2', '?3')}
         AND (json_extract(?2, '$.who') = 'all' OR coalesce(s.member_at, 0) <= ?3)
         AND ${lastWord('s', 'e.at <= ?3', '?4')} IN (SELECT value FROM json_each(?5))
         AND NOT EXISTS (SELECT 1 FROM deliveries d WHERE d.campaign_id = ?1 AND d.address_key = s.address_key) ORDER BY s.id LIMIT ${NAMED}`,
    )
    .bind(id, JSON.stringify(audience), startedAt, JSON.stringify([...GIVES, ...ENDS]), JSON.stringify(GIVES))
    .all<{ id: string }>()
  return results.map((reader) => reader.id)
}

/** How many rows there were when the campaign was frozen, as the audit says; null before. */
const frozenOf = async (db: D1Database, id: string): Promise<number | null> =>
  (
    await db
      .prepare("SELECT detail ->> 'prepared' AS n FROM audit WHERE object = ? AND action = 'campaign.frozen' ORDER BY seq DESC LIMIT 1")
      .bind(id)
      .first<{ n: number }>()
  )?.n ?? null

/**
 * Proves from the ledger, computed anew as a whole, that every reader a mail was handed over to had consented at that moment: each row names the
 * last entry at its hand-over, and up to there the reader's last word on the matter must be a consent. And the other way round: whoever consented and
 * was meant has a row, and none was added or taken away since it was frozen. Null for no campaign.
 */
export async function verifyCampaign({ db }: { db: D1Database }, campaignId: string): Promise<CampaignProof | null> {
  const campaign = await campaignById(db, campaignId)
  if (!campaign) return null
  const { checked, broken } = await verifyConsents({ db })
  const { all } = await progressOf(db, campaignId)
  const proof = {
    state: campaign.state,
    totals: all,
    frozen: await frozenOf(db, campaignId),
    isForgotten: campaign.totals !== null,
    ...(await proveRows(db, campaignId)),
    leftOut: await leftOutOf(db, campaign),
    entries: checked,
    ledgerBroken: broken,
    isAsApproved: campaign.frozenHash !== null && campaign.frozenHash === (await hashOf(campaign)),
  }
  return { ...proof, faults: faultsOf(proof) }
}
