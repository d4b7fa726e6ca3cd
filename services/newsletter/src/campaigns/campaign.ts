import type { ShippedLocale } from '@stem/i18n/locales'
import { fingerprint } from '@stem/jobs/ids'
import type { Audience } from '../audience/audience.ts'

/**
 * Where a campaign stands. `approved`: its content and audience are frozen by hash; once released it starts at its time. `preparing`: its
 * rows are being made. `held`: missed its time, or the database is a copy brought back; a person decides.
 */
export const CAMPAIGN_STATES = ['draft', 'approved', 'preparing', 'running', 'paused', 'held', 'finished', 'cancelled'] as const
/** A state. */
export type CampaignState = (typeof CAMPAIGN_STATES)[number]

/** What can be changed by writing. */
export const EDITABLE: readonly CampaignState[] = ['draft', 'approved']
/** What can be cancelled. */
export const CANCELLABLE: readonly CampaignState[] = ['draft', 'approved', 'preparing', 'running', 'paused', 'held']

/** What a campaign says in one language. */
export type IssueText = { subject: string; preheader: string; blocks: unknown[] }
/** What a campaign says, by language. */
export type CampaignContent = Partial<Record<ShippedLocale, IssueText>>

/** A campaign. `author`: who wrote the version that is there. `writers`: everybody who wrote since it was approved the last time; none of them, nor who approved it, releases it. */
export type Campaign = {
  id: string
  kind: 'issue' | 'digest'
  name: string
  state: CampaignState
  content: CampaignContent
  audience: Audience
  frozenHash: string | null
  version: number
  author: string
  writers: string[]
  approvedBy: string | null
  releasedBy: string | null
  scheduledAt: number | null
  zone: string | null
  candidates: number | null
  cursor: string | null
  frozenAt: number | null
  startedAt: number | null
  finishedAt: number | null
  /** Whether it is counted how often its links are followed, in all. */
  countsLinks: boolean
  fence: string | null
  slug: string | null
  archivedAt: number | null
  /** 1 when it goes into the public archive by itself once it is out. */
  toArchive: number
  /** JSON of its numbers, once the rows of its readers are deleted. */
  totals: string | null
  period: string | null
  createdAt: number
  updatedAt: number
}

const COLUMNS = `id, kind, name, state, content, audience, frozen_hash AS frozenHash, version, author, writers, approved_by AS approvedBy, released_by AS releasedBy, scheduled_at AS scheduledAt, zone,
  candidates, cursor, frozen_at AS frozenAt, started_at AS startedAt, finished_at AS finishedAt, counts_links AS countsLinks, fence, slug, archived_at AS archivedAt,
  to_archive AS toArchive, totals, period,
  created_at AS createdAt, updated_at AS updatedAt`
type Row = Omit<Campaign, 'content' | 'audience' | 'countsLinks' | 'writers'> & { content: string; audience: string; countsLinks: number; writers: string }

const asCampaign = (row: Row): Campaign => ({
  ...row,
  content: JSON.parse(row.content) as CampaignContent,
  audience: JSON.parse(row.audience) as Audience,
  writers: JSON.parse(row.writers) as string[],
  countsLinks: row.countsLinks === 1,
})

/** A campaign by id, or null. */
export async function campaignById(db: D1Database, id: string): Promise<Campaign | null> {
  const row = await db.prepare(`SELECT ${COLUMNS} FROM campaigns WHERE id = ?`).bind(id).first<Row>()
  return row && asCampaign(row)
}

/** Campaigns in these states, the latest changed first; at most 200. */
export async function campaignsIn(db: D1Database, states: readonly CampaignState[] = CAMPAIGN_STATES): Promise<Campaign[]> {
  const { results } = await db
    .prepare(`SELECT ${COLUMNS} FROM campaigns WHERE state IN (SELECT value FROM json_each(?)) ORDER BY updated_at DESC LIMIT 200`)
    .bind(JSON.stringify(states))
    .all<Row>()
  return results.map(asCampaign)
}

/** What is frozen: SHA-256 over kind, name, content and audience, and that links are counted where they are. */
export const hashOf = ({
  kind,
  name,
  content,
  audience,
  countsLinks,
}: Pick<Campaign, 'kind' | 'name' | 'content' | 'audience' | 'countsLinks'>): Promise<string> =>
  fingerprint(JSON.stringify([kind, name, content, audience, ...(countsLinks ? ['counts links'] : [])]))
