import type { Principal } from '@stem/contracts/context'
import { commit } from '@stem/jobs/commit'
import { newId } from '@stem/jobs/ids'
import { fail, ok, type Result } from '@stem/web/result'

type Deps = { db: D1Database }
type Outcome = Result<null, 'nothing'>

const ON = "EXISTS (SELECT 1 FROM webhooks WHERE id = ?1 AND state = 'on')"
const AGAIN = `UPDATE webhook_deliveries SET state = 'queued', attempts = 0, next_at = ?2, why = NULL, settled_at = NULL WHERE webhook_id = ?1 AND ${ON}`

const done = async (db: D1Database, guard: D1PreparedStatement, who: Principal, action: string, object: string, now: number): Promise<Outcome> =>
  (await commit(db, [guard], { actor: who.personId, action, object }, now)) === 'done' ? ok(null) : fail('nothing')

/** Sends one settled message again, under the id it had, so that a receiver who took it knows it. */
export const sendAgain = ({ db }: Deps, who: Principal, webhookId: string, eventId: string, now: number): Promise<Outcome> =>
  done(db, db.prepare(`${AGAIN} AND event_id = ?3 AND state IN ('failed', 'delivered')`).bind(webhookId, now, eventId), who, 'webhook.again', webhookId, now)

/** Sends everything again that could not be delivered. */
export const sendAllAgain = ({ db }: Deps, who: Principal, webhookId: string, now: number): Promise<Outcome> =>
  done(db, db.prepare(`${AGAIN} AND state = 'failed'`).bind(webhookId, now), who, 'webhook.all-again', webhookId, now)

/** Sends a test that tells of nothing. */
export function sendPing({ db }: Deps, who: Principal, webhookId: string, now: number): Promise<Outcome> {
  const eventId = newId('evt', now)
  const payload = JSON.stringify({ type: 'ping', timestamp: new Date(now).toISOString(), data: {} })
  const guard = db
    .prepare(
      `INSERT INTO webhook_deliveries (id, webhook_id, event_id, kind, payload, state, next_at, created_at)
       SELECT ?1 || '.' || ?3, ?1, ?3, 'ping', ?4, 'queued', ?2, ?2 WHERE ${ON}`,
    )
    .bind(webhookId, now, eventId, payload)
  return done(db, guard, who, 'webhook.ping', webhookId, now)
}
