import type { Principal } from '@stem/contracts/context'
import { scopesFor, within } from '../rights/rights.ts'

/** A profile that waits for review. */
export type Review = { id: string; name: string; country: string | null; updatedAt: number; editedBy: string | null }

/** Profiles that wait for somebody who may review them, the oldest first. */
export async function reviewsFor({ db }: { db: D1Database }, who: Principal): Promise<Review[]> {
  const { results } = await db
    .prepare(
      `SELECT o.id, o.name, o.country, d.updated_at AS updatedAt, p.name AS editedBy FROM profile_drafts d JOIN organisations o ON o.id = d.organisation_id
       LEFT JOIN persons p ON p.id = d.edited_by
       WHERE d.state = 'review' AND ${within(1, { organisation: 'o.id', country: 'o.country' })} ORDER BY d.updated_at LIMIT 200`,
    )
    .bind(JSON.stringify(scopesFor(who, 'organisation.review')))
    .all<Review>()
  return results
}
