import { commit } from '@stem/jobs/commit'
import { insist } from '@stem/jobs/lost'
import { announceCampaign } from '../announcements/announce.ts'
import { mayReceive } from '../audience/audience.ts'
import { hashOf, type Campaign } from '../campaigns/campaign.ts'
import { holdCampaign } from '../campaigns/steer.ts'

/** Milliseconds that a campaign may start late; later, a person decides. */
export const LATEST = 15 * 60_000
const PAGE = 5000

/**
 * Starts a released campaign whose time has come: remembers how many it is for, and who counts (confirmed until now). One that missed
 * its time, or is not what was approved, is held.
 */
export async function start({ db }: { db: D1Database }, campaign: Campaign, fence: string, now: number): Promise<'preparing' | 'held' | 'stale'> {
  if (campaign.state !== 'approved' || campaign.releasedBy === null || campaign.scheduledAt === null || campaign.scheduledAt > now) return 'stale'
  const problem = now - campaign.scheduledAt > LATEST ? 'late' : (await hashOf(campaign)) === campaign.frozenHash ? null : 'changed'
  if (problem !== null) return (await holdCampaign({ db }, campaign.id, problem, now)).ok ? 'held' : 'stale'
  const guard = db
    .prepare(
      `UPDATE campaigns SET state = 'preparing', started_at = ?3, cursor = '', fence = ?4, updated_at = ?3,
         candidates = (SELECT count(*) FROM subscribers s WHERE ${mayReceive('s', '?5', '?3')} AND s.confirmed_at <= ?3)
       WHERE id = ?1 AND version = ?2 AND state = 'approved' AND released_by IS NOT NULL AND scheduled_at <= ?3`,
    )
    .bind(campaign.id, campaign.version, now, fence, JSON.stringify(campaign.audience))
  const outcome = await commit(db, [guard], { actor: 'system', action: 'campaign.started', object: campaign.id, detail: { hash: campaign.frozenHash } }, now)
  return outcome === 'done' ? 'preparing' : 'stale'
}

/** Makes the rows of the next page of readers, and moves the cursor in the same batch; false after the last page. */
async function preparePage(db: D1Database, { id, audience, startedAt }: Campaign, cursor: string): Promise<boolean> {
  const end = await insist(() =>
    db.prepare(`SELECT max(id) AS id FROM (SELECT id FROM subscribers WHERE id > ? ORDER BY id LIMIT ${PAGE})`).bind(cursor).first<{ id: string | null }>(),
  )
  if (end === null || end.id === null) return false
  await insist(() =>
    db.batch([
      db
        .prepare(
          `INSERT INTO deliveries (campaign_id, subscriber_id, address_key, domain, locale, state, next_at)
           SELECT ?1, s.id, s.address_key, coalesce(s.domain, ''), s.locale, 'pending', 0 FROM subscribers s
           WHERE s.id > ?2 AND s.id <= ?3 AND s.confirmed_at <= ?4 AND ${mayReceive('s', '?5', '?4')}
             AND EXISTS (SELECT 1 FROM campaigns c WHERE c.id = ?1 AND c.state = 'preparing' AND c.cursor = ?2)
           ORDER BY s.id ON CONFLICT DO NOTHING`,
        )
        .bind(id, cursor, end.id, startedAt, JSON.stringify(audience)),
      db.prepare("UPDATE campaigns SET cursor = ?3 WHERE id = ?1 AND state = 'preparing' AND cursor = ?2").bind(id, cursor, end.id),
    ]),
  )
  return true
}

/**
 * The count check and the freeze in one statement: it runs only when nobody who was meant when it started, and has not changed anything
 * since, is without a row. Else it is made again from the beginning; rows that are there stay.
 */
async function freeze(db: D1Database, campaign: Campaign, cursor: string, now: number): Promise<boolean> {
  const { id, audience } = campaign
  const guard = db
    .prepare(
      `UPDATE campaigns SET state = 'running', frozen_at = ?2, updated_at = ?2 WHERE id = ?1 AND state = 'preparing' AND cursor = ?4 AND NOT EXISTS (
         SELECT 1 FROM subscribers s WHERE s.confirmed_at <= ?5 AND s.updated_at <= ?5 AND ${mayReceive('s', '?3', '?5')}
           AND NOT EXISTS (SELECT 1 FROM deliveries d WHERE d.campaign_id = ?1 AND d.address_key = s.address_key))`,
    )
    .bind(id, now, JSON.stringify(audience), cursor, campaign.startedAt)
  const prepared = await db.prepare('SELECT count(*) AS n FROM deliveries WHERE campaign_id = ?').bind(id).first<{ n: number }>()
  const detail = { candidates: campaign.candidates, prepared: prepared?.n ?? 0 }
  const told = announceCampaign(db, 'campaign.started', id, now)
  if ((await commit(db, [guard, told], { actor: 'system', action: 'campaign.frozen', object: id, detail }, now)) === 'done') return true
  await db.prepare("UPDATE campaigns SET cursor = '' WHERE id = ?1 AND state = 'preparing' AND cursor = ?2").bind(id, cursor).run()
  return false
}

/**
 * Makes one row for each reader, page by page, until `until`; a run that ends in between is taken up by the next, and two at once are as
 * good as one. True when it runs.
 */
export async function prepare({ db }: { db: D1Database }, campaign: Campaign, clock: () => number, until: number): Promise<boolean> {
  while (clock() < until) {
    const row = await insist(() =>
      db.prepare('SELECT state, cursor FROM campaigns WHERE id = ?').bind(campaign.id).first<{ state: string; cursor: string | null }>(),
    )
    if (row?.state !== 'preparing') return row?.state === 'running'
    if (!(await preparePage(db, campaign, row.cursor ?? '')) && (await freeze(db, campaign, row.cursor ?? '', clock()))) return true
  }
  return false
}
