/** States of a row, in the order they come. */
export const DELIVERY_STATES = ['pending', 'claimed', 'calling', 'accepted', 'rejected', 'cancelled', 'unknown'] as const
/** A state. */
export type DeliveryState = (typeof DELIVERY_STATES)[number]

/** Numbers of rows by state; `prepared` is their sum by construction, since each row is in one state. */
export type Numbers = Record<DeliveryState, number> & { prepared: number }

/** How far a campaign is, counted from its rows: nothing is kept beside them that could differ. */
export type Progress = {
  all: Numbers
  byLocale: Record<string, Numbers>
  unknown: { subscriberId: string; domain: string; why: string | null; calledAt: number }[]
}

const SHOWN = 50
const none = (): Numbers => ({ pending: 0, claimed: 0, calling: 0, accepted: 0, rejected: 0, cancelled: 0, unknown: 0, prepared: 0 })

/** How many rows of a campaign there are by language and state: what its numbers are made of. */
export type Count = { locale: string; state: DeliveryState; n: number }

const counting = (db: D1Database, campaignId: string): D1PreparedStatement =>
  db.prepare('SELECT locale, state, count(*) AS n FROM deliveries WHERE campaign_id = ? GROUP BY locale, state ORDER BY locale').bind(campaignId)

/** Counts the rows of a campaign. */
export const countsOf = async (db: D1Database, campaignId: string): Promise<Count[]> => (await counting(db, campaignId).all<Count>()).results

/**
 * Counts the rows of a campaign, and lists the first fifty of which nobody knows whether they arrived. Of a campaign whose rows are past their
 * time the numbers that were kept.
 */
export async function progressOf(db: D1Database, campaignId: string): Promise<Progress> {
  const [counted, unknown, kept] = await db.batch([
    counting(db, campaignId),
    db
      .prepare(
        `SELECT subscriber_id AS subscriberId, domain, why, called_at AS calledAt FROM deliveries WHERE campaign_id = ? AND state = 'unknown' ORDER BY called_at LIMIT ${SHOWN}`,
      )
      .bind(campaignId),
    db.prepare('SELECT totals FROM campaigns WHERE id = ? AND totals IS NOT NULL').bind(campaignId),
  ])
  const [totals] = (kept?.results ?? []) as { totals: string }[]
  const counts = (totals ? JSON.parse(totals.totals) : (counted?.results ?? [])) as Count[]
  const progress: Progress = { all: none(), byLocale: {}, unknown: (unknown?.results ?? []) as Progress['unknown'] }
  for (const { locale, state, n } of counts)
    for (const numbers of [progress.all, (progress.byLocale[locale] ??= none())]) {
      numbers[state] += n
      numbers.prepared += n
    }
  return progress
}
