import type { Principal } from '@stem/contracts/context'

/** The names of the organisations in which somebody has a role, by scope. */
export async function organisationNames(
  { db }: { db: D1Database },
  scopes: readonly string[],
): Promise<Map<string, { id: string; name: string; slug: string }>> {
  const ids = scopes.filter((scope) => scope.startsWith('organisation:')).map((scope) => scope.slice('organisation:'.length))
  if (ids.length === 0) return new Map()
  const { results } = await db
    .prepare('SELECT id, name, slug FROM organisations WHERE id IN (SELECT value FROM json_each(?))')
    .bind(JSON.stringify(ids))
    .all<{ id: string; name: string; slug: string }>()
  return new Map(results.map((row) => [`organisation:${row.id}`, row]))
}

/** All roles of a person, awake and asleep. */
export const allGrants = (who: Principal) => [
  ...who.roles.map((grant) => ({ ...grant, asleep: false })),
  ...who.asleep.map((grant) => ({ ...grant, asleep: true })),
]
