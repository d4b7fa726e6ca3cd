import type { RequestTopic } from '@stem/contracts/webhooks'
import type { CaseEvent } from '../cases/event.ts'
import { topicsOf } from './topics.ts'

/**
 * Statement that tells programs elsewhere of events: `which` says of `e` (events) whom it is about, with `values`. One row for each webhook
 * that is on and wants one of `topics`, the first it wants; with ids and codes only. The event's id names the message for good.
 */
export const announceThose = (
  db: D1Database,
  which: string,
  values: readonly (string | number | null)[],
  topics: readonly RequestTopic[],
): D1PreparedStatement =>
  db
    .prepare(
      `INSERT INTO webhook_deliveries (id, webhook_id, event_id, kind, payload, state, next_at, created_at)
       SELECT w.id || '.' || e.id, w.id, e.id, w.topic,
         json_object('type', 'request.' || w.topic, 'timestamp', strftime('%Y-%m-%dT%H:%M:%fZ', e.at / 1000.0, 'unixepoch'),
           'data', json_object('id', c.id, 'reference', c.reference, 'kind', c.kind, 'state', e.state)),
         'queued', e.at, e.at
       FROM events e JOIN cases c ON c.id = e.case_id JOIN (
         SELECT id, (SELECT t.value FROM json_each(?${values.length + 1}) t WHERE t.value IN (SELECT value FROM json_each(kinds)) ORDER BY t.key LIMIT 1) AS topic
         FROM webhooks WHERE state = 'on') w
       WHERE ${which} AND w.topic IS NOT NULL ON CONFLICT (webhook_id, event_id) DO NOTHING`,
    )
    .bind(...values, JSON.stringify(topics))

/** Statements that tell programs elsewhere of an event; put them behind its row in the batch of the change. */
export function announce(db: D1Database, event: CaseEvent): D1PreparedStatement[] {
  const topics = topicsOf(event)
  return topics.length === 0 ? [] : [announceThose(db, 'e.id = ?1', [event.id], topics)]
}
