const MOST = 200

/** Officers and administrators of the secretariat by name, for pages on which work is given to somebody. */
export async function staff({ db }: { db: D1Database }): Promise<{ id: string; name: string }[]> {
  const { results } = await db
    .prepare(
      `SELECT DISTINCT p.id, coalesce(p.name, p.address) AS name FROM role_grants g JOIN persons p ON p.id = g.person_id AND p.state = 'active'
       WHERE g.scope = 'coalition' AND g.role IN ('secretariat-officer', 'secretariat-admin') AND g.ended_at IS NULL
       ORDER BY name COLLATE NOCASE, p.id LIMIT ?`,
    )
    .bind(MOST)
    .all<{ id: string; name: string }>()
  return results
}
