/**
 * Links events with what came of them: a report or news that can be read where the event is known from, as long as that address belongs
 * to one event alone. Only ever adds; safe to run twice.
 */
export async function linkOutputs({ db }: { db: D1Database }): Promise<void> {
  await db
    .prepare(
      `INSERT OR IGNORE INTO relations (from_id, to_id, kind)
       SELECT output.id, event.id, 'output_of' FROM items event JOIN items output ON output.fields ->> '$.url' = event.source_url
       WHERE event.type = 'event' AND output.type IN ('meeting-report', 'publication', 'news')
         AND (SELECT count(*) FROM items other WHERE other.type = 'event' AND other.source_url = event.source_url) = 1`,
    )
    .run()
}
