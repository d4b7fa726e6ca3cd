import { INSTRUMENT_TYPES } from '@stem/contracts/content'

/** Whether items of this type are instruments. */
export const isInstrument = (type: string): boolean => (INSTRUMENT_TYPES as readonly string[]).includes(type)

/** Condition of rows of `follow_ups f` that tell how a country stands now. */
export const LATEST = `f.version = (SELECT max(later.version) FROM follow_ups later
  WHERE later.recommendation_id = f.recommendation_id AND later.country = f.country)`

/**
 * Statement that puts into the public view of an instrument where it stands, and its recommendations as they were published, each
 * with the latest of each country; put it into the batch of the change. Without a public view it does nothing. A country that is not to
 * be named stands nowhere in it, and neither does a source that could name it. Notes of staff are not read here.
 */
export const showInstrument = (db: D1Database, itemId: string, now: number): D1PreparedStatement =>
  db
    .prepare(
      `UPDATE published AS p SET updated_at = ?2, doc = (
         SELECT json_set(p.doc, '$.stage', n.stage,
           '$.status', CASE WHEN n.edited_by = 'import' THEN p.doc ->> '$.status' WHEN n.stage = 'closed' THEN 'finalised' ELSE 'ongoing' END,
           '$.recommendations', json((
             SELECT json_group_array(json_set(r.shown, '$.followUps', json((
               SELECT json_group_array(json_object(
                   'country', iif(f.country = n.country AND p.country IS NULL, NULL, f.country), 'state', f.state, 'on', f.happened_on,
                   'source', iif(f.country = n.country AND p.country IS NULL, NULL, f.source_url)) ORDER BY f.country)
               FROM follow_ups f WHERE f.recommendation_id = r.id AND ${LATEST}))) ORDER BY r.shown ->> '$.place')
             FROM recommendations r WHERE r.item_id = n.item_id AND r.shown IS NOT NULL)))
         FROM instruments n WHERE n.item_id = p.item_id)
       WHERE p.item_id = ?1 AND EXISTS (SELECT 1 FROM instruments n WHERE n.item_id = p.item_id)`,
    )
    .bind(itemId, now)
