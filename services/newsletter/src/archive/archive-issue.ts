import { listTag } from '@stem/contracts/purge'
import { DEFAULT_LOCALE } from '@stem/i18n/locales'
import { slugify } from '@stem/i18n/fold'
import { commit } from '@stem/jobs/commit'
import { newId } from '@stem/jobs/ids'
import { outboxRow } from '@stem/jobs/outbox'
import { announceIssue } from '../announcements/announce.ts'
import type { Campaign } from '../campaigns/campaign.ts'
import { completeIn, languageFor } from '../issue/issue.ts'
import { contentOf } from '../issue/version-of.ts'

/** Tags of everything that shows an issue of the archive. */
export const archiveTags = (id: string): string[] => [id, listTag('newsletter')]

const purge = (db: D1Database, id: string, withdrawn: boolean, now: number) =>
  outboxRow(db, { id: newId('out', now), kind: 'purge', payload: { tags: archiveTags(id), withdrawn } }, now)

/** The address of an issue: year, month and subject; the end of its id keeps it apart from others. */
function slugOf(campaign: Campaign, now: number): string {
  const content = contentOf(campaign)
  const language = languageFor(content, DEFAULT_LOCALE)
  const subject = language === null ? campaign.name : content[language].subject
  const day = new Date(campaign.startedAt ?? now).toISOString().slice(0, 'YYYY-MM'.length)
  return `${day}-${slugify(subject).slice(0, 60).replace(/-$/, '')}-${campaign.id.slice(-4)}`
}

/** Puts an issue that is on its way or went out into the public archive, under an address that stays. Twice is once; `stale`: it may not be there. */
export async function archiveIssue(db: D1Database, campaign: Campaign, who: string, now: number): Promise<'done' | 'stale'> {
  if (completeIn(contentOf(campaign)).length === 0) return 'stale'
  const guard = db
    .prepare(
      `UPDATE campaigns SET slug = coalesce(slug, ?2), archived_at = ?3
       WHERE id = ?1 AND archived_at IS NULL AND started_at IS NOT NULL AND state IN ('running', 'paused', 'finished')`,
    )
    .bind(campaign.id, slugOf(campaign, now), now)
  const told = announceIssue(db, 'issue.published', campaign.id, now)
  return commit(db, [guard, purge(db, campaign.id, false, now), told], { actor: who, action: 'campaign.archived', object: campaign.id }, now)
}

/** Takes an issue out of the public archive; its address answers that it is gone. */
export const removeFromArchive = (db: D1Database, campaign: Pick<Campaign, 'id'>, who: string, now: number): Promise<'done' | 'stale'> =>
  commit(
    db,
    [
      db.prepare('UPDATE campaigns SET archived_at = NULL WHERE id = ? AND archived_at IS NOT NULL').bind(campaign.id),
      purge(db, campaign.id, true, now),
      announceIssue(db, 'issue.withdrawn', campaign.id, now),
    ],
    { actor: who, action: 'campaign.unarchived', object: campaign.id },
    now,
  )
