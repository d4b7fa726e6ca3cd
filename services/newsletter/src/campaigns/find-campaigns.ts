import type { Campaign } from './campaign.ts'

/** A campaign without what it says and to whom. */
export type ListedCampaign = Pick<Campaign, 'id' | 'kind' | 'name' | 'state' | 'scheduledAt' | 'startedAt' | 'finishedAt' | 'slug'>

const COLUMNS = `id, kind, name, state, scheduled_at AS scheduledAt, started_at AS startedAt, finished_at AS finishedAt,
  CASE WHEN archived_at IS NOT NULL THEN slug END AS slug`

/** Some campaigns of all, the latest begun first. `more`: whether others follow. */
export async function findCampaigns(
  db: D1Database,
  { limit, offset }: { limit: number; offset: number },
): Promise<{ campaigns: ListedCampaign[]; more: boolean }> {
  const { results } = await db
    .prepare(`SELECT ${COLUMNS} FROM campaigns ORDER BY created_at DESC, id DESC LIMIT ? OFFSET ?`)
    .bind(limit + 1, offset)
    .all<ListedCampaign>()
  return { campaigns: results.slice(0, limit), more: results.length > limit }
}

/** One campaign, or null. */
export const findCampaign = (db: D1Database, id: string): Promise<ListedCampaign | null> =>
  db.prepare(`SELECT ${COLUMNS} FROM campaigns WHERE id = ?`).bind(id).first<ListedCampaign>()
