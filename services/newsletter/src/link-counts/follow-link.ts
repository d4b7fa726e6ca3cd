import type { ShippedLocale } from '@stem/i18n/locales'
import { campaignById } from '../campaigns/campaign.ts'
import { countedLinks } from '../issue/counted-links.ts'
import { contentOf } from '../issue/version-of.ts'

/** A link of an issue: the campaign, the language, and its number there. */
export type CountedLink = { campaignId: string; locale: ShippedLocale; number: number }

/**
 * Where a link of an issue leads: only to what stands in it, as it was frozen and sent. Null for any other. Counted: one more on the number of
 * the link, and nothing else is kept, not even when.
 */
export async function followLink(
  { db, origin }: { db: D1Database; origin: string },
  { campaignId, locale, number }: CountedLink,
  { counts }: { counts: boolean },
): Promise<string | null> {
  const campaign = await campaignById(db, campaignId)
  if (!campaign?.countsLinks || campaign.startedAt === null) return null
  const url = countedLinks(contentOf(campaign)[locale], { origin, locale })[number] ?? null
  if (url !== null && counts)
    await db
      .prepare('INSERT INTO link_counts (campaign_id, url, n) VALUES (?, ?, 1) ON CONFLICT (campaign_id, url) DO UPDATE SET n = n + 1')
      .bind(campaignId, url)
      .run()
      // Whoever reads comes first: a number that is lost keeps nobody from where they want to go.
      .catch(() => undefined)
  return url
}
