import type { Principal } from '@stem/contracts/context'
import { commit } from '@stem/jobs/commit'
import { isFresh } from '@stem/web/fresh'
import { fail, ok, type Result } from '@stem/web/result'
import { announceCampaign } from '../announcements/announce.ts'
import { fenceOf, newFence, type Marker } from '../delivery/fence.ts'
import type { LeftLog } from '../restore/left-log.ts'
import { replayLeft } from '../restore/replay-left.ts'
import type { Campaign } from './campaign.ts'

/**
 * A person has looked at a held campaign and answers for it. One that had not begun is approved again and waits for a new release; what was
 * prepared of it by half is made anew. One that had begun is paused, so that its rows can be settled first. From here on this database
 * counts as the right one; so first, whoever left since a copy was made leaves again.
 */
export async function takeOver(
  { db, marker, log }: { db: D1Database; marker: Marker; log: LeftLog },
  { id }: Pick<Campaign, 'id'>,
  who: Principal,
  now: number,
): Promise<Result<null, 'stale' | 'not_fresh'>> {
  if (!isFresh(who, now)) return fail('not_fresh')
  await replayLeft({ db, log }, now)
  const fence = (await fenceOf({ db, marker }, now)) ?? (await newFence({ db, marker }, now))
  const guard = db
    .prepare(
      `UPDATE campaigns SET state = CASE WHEN frozen_at IS NULL THEN 'approved' ELSE 'paused' END, fence = ?2, updated_at = ?3,
         released_by = CASE WHEN frozen_at IS NULL THEN NULL ELSE released_by END, scheduled_at = CASE WHEN frozen_at IS NULL THEN NULL ELSE scheduled_at END,
         started_at = CASE WHEN frozen_at IS NULL THEN NULL ELSE started_at END, cursor = NULL, version = version + 1
       WHERE id = ?1 AND state = 'held'`,
    )
    .bind(id, fence, now)
  const half = db.prepare('DELETE FROM deliveries WHERE campaign_id = ?1 AND (SELECT frozen_at FROM campaigns WHERE id = ?1) IS NULL').bind(id)
  const rest = [half, announceCampaign(db, 'campaign.paused', id, now)]
  const outcome = await commit(db, [guard, ...rest], { actor: who.personId, action: 'campaign.taken-over', object: id }, now)
  return outcome === 'done' ? ok(null) : fail('stale')
}
