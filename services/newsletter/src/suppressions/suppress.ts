/**
 * Why an address gets no newsletter. `soft`: refused again and again for a time; `block`, `policy`: the receiver does not want ours; `erasure`: its owner
 * asked to be forgotten; `left`: who left years ago was forgotten by time. No import brings one of the last two back.
 */
export const SUPPRESSION_REASONS = ['complaint', 'hard', 'soft', 'policy', 'block', 'objection', 'erasure', 'left', 'staff'] as const
/** A reason. */
export type SuppressionReason = (typeof SUPPRESSION_REASONS)[number]

/**
 * What a newer cause changes of a row that is there: the row is this cause from now on, and an ask to lift the earlier one is worth nothing. What a
 * person said (an objection, the secretariat, asking to be forgotten) stands above a complaint, and that above what was heard of mails; so undoing a
 * lesser one never lifts a higher one.
 */
export const ANEW = `reason = excluded.reason, source = excluded.source, at = excluded.at, expires_at = excluded.expires_at,
         lifted_at = NULL, lifted_by = NULL, lift_asked_by = NULL, lift_asked_at = NULL, lift_reason = NULL`
const rank = (row: string): string =>
  `CASE WHEN ${row}.reason IN ('objection', 'staff', 'erasure', 'left') THEN 2 WHEN ${row}.reason = 'complaint' THEN 1 ELSE 0 END`
/** Condition that the newer cause stands above the row that is there. */
export const OUTRANKS = `${rank('excluded')} > ${rank('suppressions')}`

/** Statement that suppresses an address, by its keyed hash; a lifted one is suppressed again. For the newsletter alone: sign-in and cases are not touched. */
export const suppressRow = (
  db: D1Database,
  { addressKey, reason, source, expiresAt = null }: { addressKey: string; reason: SuppressionReason; source: string; expiresAt?: number | null },
  now: number,
): D1PreparedStatement =>
  db
    .prepare(
      `INSERT INTO suppressions (address_key, reason, source, at, expires_at) VALUES (?1, ?2, ?3, ?4, ?5)
       ON CONFLICT (address_key) DO UPDATE SET ${ANEW}
       WHERE suppressions.lifted_at IS NOT NULL OR suppressions.expires_at IS NOT NULL OR ${OUTRANKS}`,
    )
    .bind(addressKey, reason, source, now, expiresAt)

/** Condition by which a statement leaves out suppressed addresses. `key`: the column with the hash; `now`: the parameter with the time. */
export const notSuppressed = (key: string, now: string): string =>
  `NOT EXISTS (SELECT 1 FROM suppressions kept_out WHERE kept_out.address_key = ${key} AND kept_out.lifted_at IS NULL AND (kept_out.expires_at IS NULL OR kept_out.expires_at > ${now}))`
