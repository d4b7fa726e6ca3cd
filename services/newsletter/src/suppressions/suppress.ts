/** Why an address gets no newsletter. `soft`: refused again and again for a time; `block`, `policy`: the receiver does not want ours. */
export const SUPPRESSION_REASONS = ['complaint', 'hard', 'soft', 'policy', 'block', 'objection', 'staff'] as const
/** A reason. */
export type SuppressionReason = (typeof SUPPRESSION_REASONS)[number]

/**
 * Statement that suppresses an address, by its keyed hash; a lifted one is suppressed again. What a person said (an objection, the secretariat)
 * stands above what was heard of mails, so that undoing the latter never lifts it. For the newsletter alone: sign-in and cases are not touched.
 */
export const suppressRow = (
  db: D1Database,
  { addressKey, reason, source, expiresAt = null }: { addressKey: string; reason: SuppressionReason; source: string; expiresAt?: number | null },
  now: number,
): D1PreparedStatement =>
  db
    .prepare(
      `INSERT INTO suppressions (address_key, reason, source, at, expires_at) VALUES (?1, ?2, ?3, ?4, ?5)
       ON CONFLICT (address_key) DO UPDATE SET reason = excluded.reason, source = excluded.source, at = excluded.at, expires_at = excluded.expires_at,
         lifted_at = NULL, lifted_by = NULL, lift_asked_by = NULL, lift_asked_at = NULL, lift_reason = NULL
       WHERE suppressions.lifted_at IS NOT NULL OR suppressions.expires_at IS NOT NULL
         OR (excluded.reason IN ('objection', 'staff') AND suppressions.reason NOT IN ('objection', 'staff'))`,
    )
    .bind(addressKey, reason, source, now, expiresAt)

/** Condition by which a statement leaves out suppressed addresses. `key`: the column with the hash; `now`: the parameter with the time. */
export const notSuppressed = (key: string, now: string): string =>
  `NOT EXISTS (SELECT 1 FROM suppressions kept_out WHERE kept_out.address_key = ${key} AND kept_out.lifted_at IS NULL AND (kept_out.expires_at IS NULL OR kept_out.expires_at > ${now}))`
