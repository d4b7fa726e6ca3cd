import { takeTurn } from '@stem/jobs/turns'
import type { Transport } from '@stem/mail/transport'
import { RUN_TIME, runCampaign, type Running } from './run-campaign.ts'
import { settleLeases } from './settle.ts'

/** A doorbell: which campaign has work to do. */
export type Ring = { campaign: string }

const MOST_RUNS = 5

/** Campaigns that have something to do at this moment: under way, or released and due. */
export async function campaignsAtWork(db: D1Database, now: number): Promise<string[]> {
  const { results } = await db
    .prepare(
      `SELECT id FROM campaigns WHERE state IN ('preparing', 'running') OR (state = 'approved' AND released_by IS NOT NULL AND scheduled_at <= ?)
       ORDER BY scheduled_at LIMIT 20`,
    )
    .bind(now)
    .all<{ id: string }>()
  return results.map(({ id }) => id)
}

/** Settles leases that ran out, and rings for every campaign with work to do: what a lost doorbell or a killed run left. */
export async function sweepCampaigns(
  { db, ring, ...transport }: { db: D1Database; ring: (message: Ring) => Promise<unknown> } & Pick<Transport, 'keyed' | 'keyLife'>,
  now: number,
): Promise<void> {
  await settleLeases({ db, ...transport }, now)
  for (const campaign of await campaignsAtWork(db, now)) await ring({ campaign })
}

/** Answers a doorbell: one run, which rings again when there is more. Never more than five begin within the time of one: more would be of no use. */
export async function answerRing(running: Running, { campaign }: Ring, ring: (message: Ring) => Promise<unknown>): Promise<void> {
  const { db, tokenKey, clock, time = RUN_TIME } = running
  if (!(await takeTurn({ db, key: tokenKey }, { name: 'campaign run', most: MOST_RUNS, window: time }, campaign, clock()))) return
  const { more } = await runCampaign(running, campaign)
  if (more) await ring({ campaign })
}

/** The campaign a message asks for; null for any other message. */
export const ringOf = (body: unknown): Ring | null => {
  const { campaign } = (body ?? {}) as { campaign?: unknown }
  return typeof campaign === 'string' && /^cmp_[0-9a-z]{26}$/.test(campaign) ? { campaign } : null
}
