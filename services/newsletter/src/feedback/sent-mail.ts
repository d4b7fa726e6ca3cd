/** A mail of a campaign that was handed over, or may have been: to whom, and to which address. */
export type SentMail = { campaignId: string; readerId: string; addressKey: string }

/** The mail of a campaign to a reader; null when none had left. */
export const sentMail = (db: D1Database, { campaignId, readerId }: { campaignId: string; readerId: string }): Promise<SentMail | null> =>
  db
    .prepare(
      `SELECT campaign_id AS campaignId, subscriber_id AS readerId, address_key AS addressKey FROM deliveries
       WHERE subscriber_id = ?2 AND campaign_id = ?1 AND called_at IS NOT NULL`,
    )
    .bind(campaignId, readerId)
    .first<SentMail>()
