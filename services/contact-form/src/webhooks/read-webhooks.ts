import type { Topic } from '@stem/contracts/webhooks'

/** A webhook as the console shows it: never its secret. */
export type Hook = { id: string; url: string; kinds: Topic[]; state: 'on' | 'off'; createdAt: number; version: number }
/** A webhook in the list: with how many messages could not be delivered, and when it last took one. */
export type ListedHook = Hook & { failed: number; lastAt: number | null }

/** A message to a program and what became of it. */
export type Delivery = {
  /** Id of the event: the message has it in every try. */
  eventId: string
  kind: string
  /** What it tells of, a request (`cas_…`) or a campaign (`cmp_…`); null for a test. */
  about: string | null
  /** What people call it: the reference of a request, the address of an issue. */
  reference: string | null
  state: 'queued' | 'working' | 'delivered' | 'failed'
  attempts: number
  why: string | null
  nextAt: number
  createdAt: number
}

type HookRow = Omit<Hook, 'kinds'> & { kinds: string }
const hookOf = <Row extends HookRow>(row: Row): Omit<Row, 'kinds'> & { kinds: Topic[] } => ({ ...row, kinds: JSON.parse(row.kinds) as Topic[] })
const COLUMNS = 'w.id, w.url, w.kinds, w.state, w.created_at AS createdAt, w.version'

/** Every webhook, the oldest first. */
export async function webhooksOf(db: D1Database): Promise<ListedHook[]> {
  const { results } = await db
    .prepare(
      `SELECT ${COLUMNS}, count(*) FILTER (WHERE d.state = 'failed') AS failed, max(CASE WHEN d.state = 'delivered' THEN d.settled_at END) AS lastAt
       FROM webhooks w LEFT JOIN webhook_deliveries d ON d.webhook_id = w.id GROUP BY w.id ORDER BY w.created_at`,
    )
    .all<HookRow & { failed: number; lastAt: number | null }>()
  return results.map(hookOf)
}

/** One webhook, or null. */
export async function webhookById(db: D1Database, id: string): Promise<Hook | null> {
  const row = await db.prepare(`SELECT ${COLUMNS} FROM webhooks w WHERE w.id = ?`).bind(id).first<HookRow>()
  return row && hookOf(row)
}

/** How many messages stand on one page. */
export const PAGE = 50

/** Messages of a webhook, the newest first, `before` an event; `next` gives the page behind, null at the end. */
export async function deliveriesOf(db: D1Database, webhookId: string, before: string | null): Promise<{ deliveries: Delivery[]; next: string | null }> {
  const { results } = await db
    .prepare(
      `SELECT event_id AS eventId, kind, payload ->> '$.data.id' AS about, coalesce(payload ->> '$.data.reference', payload ->> '$.data.slug') AS reference, state, attempts, why, next_at AS nextAt,
         created_at AS createdAt
       FROM webhook_deliveries WHERE webhook_id = ?1 AND (?2 IS NULL OR event_id < ?2) ORDER BY event_id DESC LIMIT ${PAGE + 1}`,
    )
    .bind(webhookId, before)
    .all<Delivery>()
  const deliveries = results.slice(0, PAGE)
  return { deliveries, next: results.length > PAGE ? (deliveries.at(-1)?.eventId ?? null) : null }
}

/** How many messages of a webhook could not be delivered. */
export async function failedOf(db: D1Database, webhookId: string): Promise<number> {
  const row = await db.prepare("SELECT count(*) AS n FROM webhook_deliveries WHERE webhook_id = ? AND state = 'failed'").bind(webhookId).first<{ n: number }>()
  return row?.n ?? 0
}
