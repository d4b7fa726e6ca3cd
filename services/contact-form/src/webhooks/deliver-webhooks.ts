import { commit } from '@stem/jobs/commit'
import { insist } from '@stem/jobs/lost'
import { postMessage, type Outgoing, type Posted, type Posting } from './post-message.ts'

/** What delivering needs. `lease` names this run; two runs never hold the same message. `chance`: 0 to 1. */
export type Delivering = Posting & { db: D1Database; lease: string; chance?: () => number }

/** What one run did. */
export type Told = Record<Posted['outcome'], number>

const MINUTE = 60_000
const HOUR = 60 * MINUTE
/** Waits after the first try and each one that follows: twelve repeats over 24 hours and 18 minutes, each up to a fifth longer by chance. */
export const WAITS = [1, 2, 5, 10, 20, 40].map((n) => n * MINUTE).concat([1, 2, 3, 4, 6, 7].map((n) => n * HOUR))
const JITTER = 0.2
const LEASE = 4 * MINUTE
const OF_ONE = 10
/** A Worker waits for at most six answers at a time. */
const SIDE_BY_SIDE = 5
const CLAIMS_EACH = 4

type Row = { id: string; webhook_id: string; event_id: string; payload: string; attempts: number }
type Hook = Pick<Outgoing, 'url' | 'sealed'>

/** Claims some messages of one webhook that is not among `busy`; what was never tried comes first. */
async function claim(db: D1Database, lease: string, busy: ReadonlySet<string>, now: number): Promise<Row[]> {
  const { results } = await db
    .prepare(
      `UPDATE webhook_deliveries SET state = 'working', lease = ?1, lease_until = ?2, attempts = attempts + 1
       WHERE state = 'queued' AND id IN (
         SELECT id FROM webhook_deliveries WHERE state = 'queued' AND next_at <= ?3 AND webhook_id = (
           SELECT webhook_id FROM webhook_deliveries
           WHERE state = 'queued' AND next_at <= ?3 AND webhook_id NOT IN (SELECT value FROM json_each(?4)) ORDER BY attempts > 0, next_at LIMIT 1)
         ORDER BY next_at, id LIMIT ${OF_ONE})
       RETURNING id, webhook_id, event_id, payload, attempts`,
    )
    .bind(lease, now + LEASE, now, JSON.stringify([...busy]))
    .all<Row>()
  return results.toSorted((one, other) => (one.id < other.id ? -1 : 1))
}

const settled = (db: D1Database, { id }: Row, lease: string, state: 'delivered' | 'failed', why: string, now: number): D1PreparedStatement =>
  db
    .prepare("UPDATE webhook_deliveries SET state = ?3, why = ?4, settled_at = ?5, lease = NULL WHERE id = ?1 AND lease = ?2 AND state = 'working'")
    .bind(id, lease, state, why, now)

/** Statement that settles what waits for a webhook which is off: it can be sent again when the webhook is on. */
export const settleWaiting = (db: D1Database, webhookId: string, now: number): D1PreparedStatement =>
  db
    .prepare("UPDATE webhook_deliveries SET state = 'failed', why = 'off', settled_at = ?2, lease = NULL WHERE webhook_id = ?1 AND state = 'queued'")
    .bind(webhookId, now)

/** The receiver says that it is gone for good: the webhook is switched off. */
async function switchOff(db: D1Database, row: Row, lease: string, now: number): Promise<void> {
  const guard = db.prepare("UPDATE webhooks SET state = 'off', version = version + 1 WHERE id = ? AND state = 'on'").bind(row.webhook_id)
  const rest = [settled(db, row, lease, 'failed', '410', now), settleWaiting(db, row.webhook_id, now)]
  const entry = { actor: 'system', action: 'webhook.gone', object: row.webhook_id }
  if ((await commit(db, [guard, ...rest], entry, now)) === 'stale') await db.batch(rest)
}

async function record({ db, lease, chance = Math.random }: Delivering, row: Row, { outcome, why }: Posted, now: number): Promise<void> {
  const wait = WAITS[row.attempts - 1]
  if (outcome === 'gone') await switchOff(db, row, lease, now)
  else if (outcome === 'delivered') await insist(() => settled(db, row, lease, 'delivered', why, now).run())
  else if (wait === undefined) await insist(() => settled(db, row, lease, 'failed', why, now).run())
  else
    await db
      .prepare("UPDATE webhook_deliveries SET state = 'queued', why = ?3, next_at = ?4, lease = NULL WHERE id = ?1 AND lease = ?2 AND state = 'working'")
      .bind(row.id, lease, why, now + Math.round(wait * (1 + JITTER * chance())))
      .run()
}

/**
 * Delivers what was claimed of one webhook, one after the other, until nobody answers there: the others then wait a little, untried.
 * Says whether there is any use in going on.
 */
async function deliverTo(delivering: Delivering, rows: readonly Row[], done: Told, now: number): Promise<boolean> {
  const { db, lease } = delivering
  const webhookId = rows[0]?.webhook_id ?? ''
  const hook = await db.prepare("SELECT url, secret AS sealed FROM webhooks WHERE id = ? AND state = 'on'").bind(webhookId).first<Hook>()
  let off = hook === null
  let down = off
  for (const row of rows) {
    if (hook === null || down) break
    const unread: Posted = { outcome: 'later', why: 'sealed', down: true }
    const posted = await postMessage(delivering, { webhookId, eventId: row.event_id, payload: row.payload, ...hook }, now).catch(() => unread)
    await record(delivering, row, posted, now)
    done[posted.outcome]++
    off = posted.outcome === 'gone'
    down = posted.down
  }
  const untried = db
    .prepare(
      `UPDATE webhook_deliveries SET state = 'queued', lease = NULL, attempts = attempts - 1, next_at = ?3
       WHERE id IN (SELECT value FROM json_each(?1)) AND lease = ?2 AND state = 'working'`,
    )
    .bind(JSON.stringify(rows.map(({ id }) => id)), lease, now + MINUTE)
  if (down) await db.batch(off ? [untried, settleWaiting(db, webhookId, now)] : [untried])
  return !down
}

/**
 * Delivers what waits: each message at least once, under the same id however often it is tried. Webhooks are served side by side, so a dead
 * receiver costs the others nothing. Runs may overlap, and may be killed: what a run held is free again when its lease is over.
 */
export async function deliverWebhooks(delivering: Delivering, now: number): Promise<Told> {
  const { db, lease } = delivering
  const done: Told = { delivered: 0, later: 0, gone: 0 }
  await db.prepare("UPDATE webhook_deliveries SET state = 'queued', lease = NULL WHERE state = 'working' AND lease_until < ?").bind(now).run()
  const busy = new Set<string>()
  let turn: Promise<unknown> = Promise.resolve()
  // One claim after the other, so that nobody claims of a webhook that is being served.
  const claimNext = () => {
    const claimed = turn.then(async () => {
      const rows = await claim(db, lease, busy, now)
      if (rows[0]) busy.add(rows[0].webhook_id)
      return rows
    })
    turn = claimed.catch(() => undefined)
    return claimed
  }
  const serve = async () => {
    for (let claims = 0; claims < CLAIMS_EACH; claims++) {
      const rows = await claimNext()
      if (rows[0] === undefined) return
      if (await deliverTo(delivering, rows, done, now)) busy.delete(rows[0].webhook_id)
    }
  }
  await Promise.all(Array.from({ length: SIDE_BY_SIDE }, serve))
  return done
}
