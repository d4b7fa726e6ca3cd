/** Statement that keeps a mail to a person at the address and in the language they have. Nobody gets one who is gone. */
export const mailToPerson = (
  db: D1Database,
  { id, kind, personId, facts = {} }: { id: string; kind: string; personId: string; facts?: Record<string, string | number | null> },
  now: number,
): D1PreparedStatement =>
  db
    .prepare(
      `INSERT INTO mails (id, kind, person_id, address, locale, facts, state, next_at, created_at)
       SELECT ?1, ?2, p.id, p.address, p.locale, ?4, 'queued', ?5, ?5 FROM persons p WHERE p.id = ?3 AND p.address IS NOT NULL
       ON CONFLICT (id) DO NOTHING`,
    )
    .bind(id, kind, personId, JSON.stringify(facts), now)
