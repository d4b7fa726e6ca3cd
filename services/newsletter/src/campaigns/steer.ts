import { commit } from '@stem/jobs/commit'
import { fail, ok, type Result } from '@stem/web/result'
import type { CampaignTopic } from '@stem/contracts/webhooks'
import { announceCampaign } from '../announcements/announce.ts'
import { ENDED } from '../delivery/claim.ts'
import type { CampaignState } from './campaign.ts'

type Deps = { db: D1Database }
type Act = { who: string; id: string; now: number }

async function move(
  { db }: Deps,
  { who, id, now }: Act,
  {
    from,
    to,
    action,
    detail = {},
    rest = [],
  }: { from: CampaignState[]; to: CampaignState; action: CampaignTopic; detail?: Record<string, string>; rest?: D1PreparedStatement[] },
): Promise<Result<null, 'stale'>> {
  const guard = db
    .prepare('UPDATE campaigns SET state = ?2, updated_at = ?3 WHERE id = ?1 AND state IN (SELECT value FROM json_each(?4))')
    .bind(id, to, now, JSON.stringify(from))
  return (await commit(db, [guard, ...rest, announceCampaign(db, action, id, now)], { actor: who, action, object: id, detail }, now)) === 'done'
    ? ok(null)
    : fail('stale')
}

/** Stops handing over: no claim after this, and what was claimed but not begun goes back. What is being handed over at this moment ends. */
export const pauseCampaign = (deps: Deps, act: Act) => move(deps, act, { from: ['running'], to: 'paused', action: 'campaign.paused' })

/** Goes on exactly where it stopped. */
export const resumeCampaign = (deps: Deps, act: Act) => move(deps, act, { from: ['paused'], to: 'running', action: 'campaign.resumed' })

/** Ends a campaign for good: who has not got it by now does not get it. */
export const cancelCampaign = (deps: Deps, act: Act) =>
  move(deps, act, {
    from: ['draft', 'approved', 'preparing', 'running', 'paused', 'held'],
    to: 'cancelled',
    action: 'campaign.cancelled',
    rest: [
      deps.db
        .prepare(
          `UPDATE deliveries SET state = ${ENDED}, why = 'campaign', settled_at = ?2, lease = NULL, lease_until = NULL
           WHERE campaign_id = ?1 AND state IN ('pending', 'claimed')`,
        )
        .bind(act.id, act.now),
    ],
  })

/** Why a campaign waits for a person: it missed its time (`late`), the database is a copy brought back (`copy`), its content is not what was approved (`changed`), or mails leave by a way that carries no campaigns (`transport`). */
export type HoldReason = 'late' | 'copy' | 'changed' | 'transport'

/** Holds a campaign until a person looks at it. */
export const holdCampaign = (deps: Deps, id: string, why: HoldReason, now: number) =>
  move(deps, { who: 'system', id, now }, { from: ['approved', 'preparing', 'running'], to: 'held', action: 'campaign.held', detail: { why } })
