import { commit } from '@stem/jobs/commit'
import { newId } from '@stem/jobs/ids'
import { fail, ok, type Result } from '@stem/web/result'
import type { Audience } from '../audience/audience.ts'
import type { Campaign, CampaignContent } from './campaign.ts'

/** What somebody writes of a campaign. */
export type Written = { name: string; content: CampaignContent; audience: Audience; countsLinks: boolean }

/** A version as it is kept, for looking back and comparing. */
const versionRow = (
  db: D1Database,
  { id, version }: { id: string; version: number },
  { name, content, audience, countsLinks }: Written,
  who: string,
  now: number,
) =>
  db
    .prepare('INSERT INTO campaign_versions (campaign_id, version, at, who, snapshot) VALUES (?, ?, ?, ?, ?)')
    .bind(id, version, now, who, JSON.stringify({ name, content, audience, countsLinks }))

/** Begins a campaign; its id. `rest`: statements of the same batch. */
export async function beginDraft(
  { db }: { db: D1Database },
  written: Written,
  {
    who,
    kind = 'issue',
    period = null,
    rest = () => [],
  }: { who: string; kind?: Campaign['kind']; period?: string | null; rest?: (id: string) => D1PreparedStatement[] },
  now: number,
): Promise<string> {
  const id = newId('cmp', now)
  const row = db
    .prepare(
      `INSERT INTO campaigns (id, kind, name, state, content, audience, version, author, writers, period, created_at, updated_at, counts_links)
       VALUES (?1, ?2, ?3, 'draft', ?4, ?5, 1, ?6, json_array(?6), ?7, ?8, ?8, ?9)`,
    )
    .bind(id, kind, written.name, JSON.stringify(written.content), JSON.stringify(written.audience), who, period, now, Number(written.countsLinks))
  await commit(
    db,
    [row, versionRow(db, { id, version: 1 }, written, who, now), ...rest(id)],
    { actor: who, action: 'campaign.begun', object: id, detail: { kind } },
    now,
  )
  return id
}

/**
 * Keeps what was written, on top of the version it was begun from. It becomes a draft again: an approval and a release end with any change.
 * `stale`: somebody else saved meanwhile, or it is on its way already.
 */
export async function saveDraft(
  { db }: { db: D1Database },
  { id, version }: Pick<Campaign, 'id' | 'version'>,
  written: Written,
  who: string,
  now: number,
): Promise<Result<{ version: number }, 'stale'>> {
  const guard = db
    .prepare(
      `UPDATE campaigns SET name = ?3, content = ?4, audience = ?5, author = ?6, state = 'draft', frozen_hash = NULL, approved_by = NULL, released_by = NULL, scheduled_at = NULL,
         writers = CASE WHEN state = 'approved' THEN json_array(?6)
           ELSE (SELECT json_group_array(value) FROM (SELECT value FROM json_each(writers) UNION SELECT ?6)) END,
         zone = NULL, counts_links = ?8, version = version + 1, updated_at = ?7
       WHERE id = ?1 AND version = ?2 AND state IN ('draft', 'approved')`,
    )
    .bind(id, version, written.name, JSON.stringify(written.content), JSON.stringify(written.audience), who, now, Number(written.countsLinks))
  const next = version + 1
  const outcome = await commit(
    db,
    [guard, versionRow(db, { id, version: next }, written, who, now)],
    { actor: who, action: 'campaign.saved', object: id, detail: { version: next } },
    now,
  )
  return outcome === 'done' ? ok({ version: next }) : fail('stale')
}
