/** Types of item that somebody looks after by a day. */
export const VERIFIED_TYPES: readonly string[] = ['practice']

const day = (column: string): string => `(SELECT date(${column} / 1000, 'unixepoch') FROM items WHERE id = ?1)`

/**
 * Statement that puts into the public view of an item when it was verified and until when; put it into the batch of the change. What follows from it (in which
 * lists it counts as current) is made anew by the renewal of the projection.
 */
export const showVerification = (db: D1Database, itemId: string): D1PreparedStatement =>
  db
    .prepare(
      `UPDATE published SET doc = json_set(doc, '$.verifiedOn', ${day('last_verified_at')}, '$.reviewBy', ${day('review_by')}),
         renew_at = CASE WHEN doc ->> '$.reviewBy' IS ${day('review_by')} THEN renew_at ELSE 0 END
       WHERE item_id = ?1 AND EXISTS (SELECT 1 FROM items WHERE id = ?1 AND last_verified_at IS NOT NULL)`,
    )
    .bind(itemId)
