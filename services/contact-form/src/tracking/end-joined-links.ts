/**
 * Statement that ends the links of every request that goes on in a case for the same requester: each of them opens that case. Their
 * versions stay, so that merging can still be undone.
 */
export const endJoinedLinks = (db: D1Database, id: string): D1PreparedStatement =>
  db
    .prepare(
      `WITH RECURSIVE joined (id) AS (SELECT id FROM cases WHERE merged_into = ?1 UNION SELECT c.id FROM cases c JOIN joined j ON c.merged_into = j.id)
       UPDATE cases SET link_epoch = link_epoch + 1 WHERE id IN (SELECT id FROM joined) AND id <> ?1
         AND EXISTS (SELECT 1 FROM cases o WHERE o.id = ?1 AND o.requester_key = cases.requester_key AND o.person_id IS cases.person_id)`,
    )
    .bind(id)
