import { announcementMessageSchema, typeOfTopic, type AnnouncementMessage } from '@stem/contracts/webhooks'
import { log } from '@stem/web/log'
import * as v from 'valibot'

/** One row for each webhook that was on and wanted to know, when it happened. */
const rowsFor = (db: D1Database, { event, topic, at, data }: AnnouncementMessage): D1PreparedStatement =>
  db
    .prepare(
      `INSERT INTO webhook_deliveries (id, webhook_id, event_id, kind, payload, state, next_at, created_at)
       SELECT w.id || '.' || ?1, w.id, ?1, ?2, ?3, 'queued', ?4, ?4 FROM webhooks w
       WHERE w.state = 'on' AND w.created_at <= ?4 AND ?2 IN (SELECT value FROM json_each(w.kinds)) ON CONFLICT (webhook_id, event_id) DO NOTHING`,
    )
    .bind(event, topic, JSON.stringify({ type: typeOfTopic(topic), timestamp: new Date(at).toISOString(), data }), at)

/**
 * Takes what another service has to tell programs elsewhere. A message that arrives again changes nothing: the event's id names what is told
 * for good. One that holds anything but the agreed ids and numbers is told to nobody, and logged.
 */
export async function takeAnnouncements(db: D1Database, messages: readonly Pick<Message, 'body' | 'ack'>[]): Promise<void> {
  for (const message of messages) {
    const parsed = v.safeParse(announcementMessageSchema, message.body)
    if (parsed.success) await rowsFor(db, parsed.output).run()
    else log('error', 'announcement.refused', { fields: parsed.issues.map((issue) => v.getDotPath(issue) ?? '').join(' ') })
    message.ack()
  }
}
