import { campaignById } from '../campaigns/campaign.ts'
import { archiveIssue } from './archive-issue.ts'

const AT_ONCE = 10

/** Puts issues that are out into the public archive, when whoever approved them wanted that. One that was taken out again stays out. Run by cron; twice is once. */
export async function archiveFinished({ db }: { db: D1Database }, now: number): Promise<void> {
  const { results } = await db
    .prepare(`SELECT id FROM campaigns WHERE state = 'finished' AND to_archive = 1 AND archived_at IS NULL AND slug IS NULL LIMIT ${AT_ONCE}`)
    .all<{ id: string }>()
  for (const { id } of results) {
    const campaign = await campaignById(db, id)
    if (campaign) await archiveIssue(db, campaign, 'system', now)
  }
}
