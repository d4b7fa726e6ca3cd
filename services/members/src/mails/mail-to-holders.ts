/** Statement that keeps a mail for each person who has one of `roles` in `scope`. The mail's id follows from `idPrefix` and the person, so it is kept once. */
export const mailsToHolders = (
  db: D1Database,
  {
    idPrefix,
    kind,
    roles,
    scope,
    facts = {},
  }: { idPrefix: string; kind: string; roles: readonly string[]; scope: string; facts?: Record<string, string | number | null> },
  now: number,
): D1PreparedStatement =>
  db
    .prepare(
      `INSERT INTO mails (id, kind, person_id, address, locale, facts, state, next_at, created_at)
       SELECT DISTINCT ?1 || '.' || ?2 || '.' || p.id, ?2, p.id, p.address, p.locale, ?5, 'queued', ?6, ?6
       FROM role_grants g JOIN persons p ON p.id = g.person_id AND p.state = 'active' AND p.address IS NOT NULL
       WHERE g.scope = ?4 AND g.ended_at IS NULL AND g.role IN (SELECT value FROM json_each(?3))
       ON CONFLICT (id) DO NOTHING`,
    )
    .bind(idPrefix, kind, JSON.stringify(roles), scope, JSON.stringify(facts), now)
