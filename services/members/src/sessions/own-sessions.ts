/** A session as its owner sees it. */
export type OwnSession = { id: string; device: string; createdAt: number; lastSeenAt: number }

/** The sessions of a person that are open, the last used first. */
export async function ownSessions({ db }: { db: D1Database }, personId: string): Promise<OwnSession[]> {
  const { results } = await db
    .prepare(
      `SELECT s.id, s.device, s.created_at AS createdAt, s.last_seen_at AS lastSeenAt FROM sessions s JOIN persons p ON p.id = s.person_id AND p.epoch = s.epoch
       WHERE s.person_id = ? AND s.ended_at IS NULL ORDER BY s.last_seen_at DESC LIMIT 50`,
    )
    .bind(personId)
    .all<OwnSession>()
  return results
}

/** Ends one session of a person, or all but `keep`. */
export async function endOwnSessions(
  { db }: { db: D1Database },
  personId: string,
  { only, keep }: { only?: string; keep?: string },
  now: number,
): Promise<void> {
  await db
    .prepare('UPDATE sessions SET ended_at = ?2 WHERE person_id = ?1 AND ended_at IS NULL AND (?3 IS NULL OR id = ?3) AND (?4 IS NULL OR id <> ?4)')
    .bind(personId, now, only ?? null, keep ?? null)
    .run()
}
