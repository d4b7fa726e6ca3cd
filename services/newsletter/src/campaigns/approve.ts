import { commit } from '@stem/jobs/commit'
import { fail, ok, type Result } from '@stem/web/result'
import { completeIn } from '../issue/issue.ts'
import { contentOf } from '../issue/version-of.ts'
import { hashOf, type Campaign } from './campaign.ts'

/**
 * The draft is ready: content and audience are frozen by their hash. Any change after this makes it a draft again. `empty`: it is
 * complete in no language. `toArchive`: whether it goes into the public archive by itself once it is out.
 */
export async function approve(
  { db }: { db: D1Database },
  campaign: Campaign,
  who: string,
  now: number,
  { toArchive = true }: { toArchive?: boolean } = {},
): Promise<Result<null, 'stale' | 'empty'>> {
  if (completeIn(contentOf(campaign)).length === 0) return fail('empty')
  const hash = await hashOf(campaign)
  const guard = db
    .prepare(
      "UPDATE campaigns SET state = 'approved', frozen_hash = ?3, approved_by = ?6, to_archive = ?5, version = version + 1, updated_at = ?4 WHERE id = ?1 AND version = ?2 AND state = 'draft'",
    )
    .bind(campaign.id, campaign.version, hash, now, toArchive ? 1 : 0, who)
  const outcome = await commit(db, [guard], { actor: who, action: 'campaign.approved', object: campaign.id, detail: { hash } }, now)
  return outcome === 'done' ? ok(null) : fail('stale')
}
