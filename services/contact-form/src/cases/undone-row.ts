/** Statement that marks an event as undone; put it into the batch of the undoing. */
export const undoneRow = (db: D1Database, eventId: string, now: number): D1PreparedStatement =>
  db.prepare('UPDATE events SET undone_at = ?2 WHERE id = ?1 AND undone_at IS NULL').bind(eventId, now)
