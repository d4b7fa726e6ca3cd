import type { CaseEvent } from '../cases/event.ts'
import { topicsOf } from './topics.ts'

/**
 * Statements that tell programs elsewhere of an event; put them behind the rows of case and event in the batch of the change. One row for
 * each webhook that is on and wants it, with ids and codes only; the event's id names the message for good.
 */
export function announce(db: D1Database, event: CaseEvent): D1PreparedStatement[] {
  const topics = topicsOf(event)
  if (topics.length === 0) return []
  return [
    db
      .prepare(
        `INSERT INTO webhook_deliveries (id, webhook_id, event_id, kind, payload, state, next_at, created_at)
         SELECT w.id || '.' || ?1, w.id, ?1, w.topic,
           json_object('type', 'request.' || w.topic, 'timestamp', ?2, 'data', json_object('id', c.id, 'reference', c.reference, 'kind', c.kind, 'state', ?3)),
           'queued', ?4, ?4
         FROM (SELECT id, (SELECT t.value FROM json_each(?5) t WHERE t.value IN (SELECT value FROM json_each(kinds)) ORDER BY t.key LIMIT 1) AS topic
               FROM webhooks WHERE state = 'on') w
         JOIN cases c ON c.id = ?6
         WHERE w.topic IS NOT NULL ON CONFLICT (webhook_id, event_id) DO NOTHING`,
      )
      .bind(event.id, new Date(event.at).toISOString(), event.state, event.at, JSON.stringify(topics), event.caseId),
  ]
}
