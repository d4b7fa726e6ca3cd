/** Milliseconds that a hint of writing holds after its last sign. */
export const LEASE = 60_000

/** Who is writing on a case, when there was the last sign of it, and until when it holds. */
export type Lease = { personId: string; seenAt: number; until: number }

/** Who is writing on a case right now, or null. A hint: the version of the case decides whose answer counts. */
export async function writerOf(db: D1Database, caseId: string, now: number): Promise<Lease | null> {
  const row = await db
    .prepare('SELECT person_id AS personId, until FROM leases WHERE case_id = ? AND until > ?')
    .bind(caseId, now)
    .first<{ personId: string; until: number }>()
  return row && { ...row, seenAt: row.until - LEASE }
}

/** Says that `who` is writing, for a minute; a colleague who was first keeps it until it ends. */
export async function takeLease(db: D1Database, caseId: string, who: string, now: number): Promise<void> {
  await db
    .prepare(
      `INSERT INTO leases (case_id, person_id, until) VALUES (?1, ?2, ?3)
       ON CONFLICT (case_id) DO UPDATE SET person_id = excluded.person_id, until = excluded.until WHERE person_id = excluded.person_id OR until <= ?4`,
    )
    .bind(caseId, who, now + LEASE, now)
    .run()
}

/** Says that `who` writes no more. */
export async function endLease(db: D1Database, caseId: string, who: string): Promise<void> {
  await db.prepare('DELETE FROM leases WHERE case_id = ? AND person_id = ?').bind(caseId, who).run()
}
