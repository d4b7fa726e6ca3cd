const DAY = 86_400_000
/** Milliseconds before the day of its review at which a check is due. */
export const DUE_BEFORE = 30 * DAY

/** How a record stands: nobody has said yet that it holds; somebody has; it should be looked at soon; it should have been. */
export type Freshness = 'never' | 'fresh' | 'due' | 'overdue'

/** When it was last verified and when it is to be again: ISO days (UTC), null before somebody did. */
export type Verified = { verifiedOn?: string | null; reviewBy?: string | null }

/** First moment after an ISO day (UTC), epoch milliseconds. */
export const dayOver = (iso: string): number => Date.parse(`${iso}T00:00:00Z`) + DAY

/** How a record stands at `now`: the whole of the day of its review still counts. */
export function freshnessOf({ verifiedOn, reviewBy }: Verified, now: number): Freshness {
  if (!verifiedOn || !reviewBy) return 'never'
  const end = dayOver(reviewBy)
  if (now >= end) return 'overdue'
  return now >= end - DUE_BEFORE ? 'due' : 'fresh'
}
