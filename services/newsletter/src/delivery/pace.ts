/** Mails a second, for the provider as a whole and for each domain of receivers. */
export type Pace = { perSecond: number; perDomain: number }

const LINE = 500
/** The bucket of the provider holds what may leave in a second, and ten mails at least. */
const LEAST_BUCKET = 10_000

/** Statement that fills the bucket of the provider for the time that went by. In thousandths of a mail. */
export const fillBucket = (db: D1Database, { perSecond }: Pace, now: number): D1PreparedStatement =>
  db
    .prepare(
      `INSERT INTO rates (key, tokens, at, per_second, not_before) VALUES ('*', ?3, ?1, ?2, 0)
       ON CONFLICT (key) DO UPDATE SET tokens = min(max(?2, ${LEAST_BUCKET}), tokens + max(0, ?1 - at) * ?2 / 1000), at = max(at, ?1), per_second = ?2`,
    )
    .bind(now, Math.round(perSecond * 1000), Math.max(perSecond * 1000, LEAST_BUCKET))

/** How many mails the bucket holds, as an expression: none before the provider wants to hear from us again. `now`: the parameter with the time. */
export const inBucket = (now: string): string => `(SELECT CASE WHEN not_before > ${now} THEN 0 ELSE tokens / 1000 END FROM rates WHERE key = '*')`

/** Statement that takes from the bucket as many as the statement before it changed. */
export const takeFromBucket = (db: D1Database): D1PreparedStatement => db.prepare("UPDATE rates SET tokens = tokens - 1000 * changes() WHERE key = '*'")

/** Nothing leaves before `at`: the provider takes nothing from anybody. */
export const holdBack = (db: D1Database, at: number) => db.prepare("UPDATE rates SET not_before = max(not_before, ?) WHERE key = '*'").bind(at).run()

/**
 * Puts the next rows of a campaign in line: each gets the next free moment of its receiver's domain. So a slow domain holds up nobody
 * else, and a row is looked at a fixed number of times however many there are. How many were put in line.
 */
export async function lineUp(db: D1Database, campaignId: string, { perDomain }: Pace, now: number): Promise<number> {
  const head = `SELECT rowid AS n, address_key, domain FROM deliveries WHERE campaign_id = ?1 AND state = 'pending' AND next_at = 0 ORDER BY rowid LIMIT ${LINE}`
  const [, lined] = await db.batch([
    // `tokens` carries how many moments are given away.
    db
      .prepare(
        `INSERT INTO rates (key, tokens, at, per_second, not_before)
         SELECT domain, count(*), ?2, ?3, ?2 + CAST(count(*) * 1000000.0 / ?3 AS INTEGER) FROM (${head}) WHERE true GROUP BY domain
         ON CONFLICT (key) DO UPDATE SET tokens = excluded.tokens, at = excluded.at, per_second = excluded.per_second,
           not_before = max(rates.not_before, ?2) + CAST(excluded.tokens * 1000000.0 / excluded.per_second AS INTEGER)`,
      )
      .bind(campaignId, now, Math.round(perDomain * 1000)),
    db
      .prepare(
        `UPDATE deliveries SET next_at = p.at FROM (
           SELECT h.n,
             CAST(max(1, r.not_before - row_number() OVER (PARTITION BY h.domain ORDER BY h.n DESC) * 1000000.0 / r.per_second) AS INTEGER) AS at
           FROM (${head}) h JOIN rates r ON r.key = h.domain) p
         WHERE deliveries.rowid = p.n AND +deliveries.campaign_id = ?1 AND +deliveries.state = 'pending' AND +deliveries.next_at = 0`,
      )
      .bind(campaignId),
  ])
  return lined?.meta.changes ?? 0
}
