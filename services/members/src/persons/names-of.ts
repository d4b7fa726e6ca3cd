const MOST = 200

/** Names of people by id, for other services' pages of staff. */
export async function namesOf({ db }: { db: D1Database }, personIds: string[]): Promise<Record<string, string>> {
  const { results } = await db
    .prepare("SELECT id, coalesce(name, address) AS name FROM persons WHERE state = 'active' AND id IN (SELECT value FROM json_each(?))")
    .bind(JSON.stringify(personIds.slice(0, MOST)))
    .all<{ id: string; name: string }>()
  return Object.fromEntries(results.map(({ id, name }) => [id, name]))
}
