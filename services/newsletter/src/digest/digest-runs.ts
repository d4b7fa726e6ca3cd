import type { ItemBrief } from '@stem/contracts/content'
import { SHIPPED, type ShippedLocale } from '@stem/i18n/locales'
import { topicOf } from './topic-of.ts'

/** How many items a digest holds: by topic, by country (`''` for those of the whole coalition), and by language, of those that are written in it. */
export type DigestCounts = { topics: Record<string, number>; countries: Record<string, number>; languages: Record<string, number> }

/** What became of the digest of a month (`YYYY-MM`). `campaignId` and `name`: of the draft that was made. */
export type DigestRun = { period: string; at: number; outcome: 'made' | 'empty'; campaignId: string | null; name: string | null; counts: DigestCounts }

const MONTHS = 12

/** Items counted by what `nameOf` says of them. */
const tally = (items: readonly ItemBrief[], nameOf: (item: ItemBrief) => string): Record<string, number> => {
  const counts: Record<string, number> = {}
  for (const item of items) counts[nameOf(item)] = (counts[nameOf(item)] ?? 0) + 1
  return counts
}

/** Counts what was found for a digest, in each language of the site. */
export const countDigest = (found: Record<ShippedLocale, ItemBrief[]>): DigestCounts => ({
  topics: tally(found.en, topicOf),
  countries: tally(found.en, ({ country }) => (country === null || country === 'EU' ? '' : country)),
  languages: Object.fromEntries(SHIPPED.map((locale) => [locale, found[locale].filter((item) => item.locale === locale).length])),
})

/** Statement that notes what became of a month. What was made stays so. */
export const noteRun = (db: D1Database, { period, at, outcome, campaignId, counts }: Omit<DigestRun, 'name'>): D1PreparedStatement =>
  db
    .prepare(
      `INSERT INTO digest_runs (period, at, outcome, campaign_id, counts) VALUES (?1, ?2, ?3, ?4, ?5)
       ON CONFLICT (period) DO UPDATE SET at = ?2, outcome = ?3, campaign_id = ?4, counts = ?5 WHERE outcome = 'empty'`,
    )
    .bind(period, at, outcome, campaignId, JSON.stringify(counts))

/** The last twelve months, the newest first. */
export async function digestRuns(db: D1Database): Promise<DigestRun[]> {
  const { results } = await db
    .prepare(
      `SELECT r.period, r.at, r.outcome, r.campaign_id AS campaignId, c.name, r.counts FROM digest_runs r LEFT JOIN campaigns c ON c.id = r.campaign_id
       ORDER BY r.period DESC LIMIT ${MONTHS}`,
    )
    .all<Omit<DigestRun, 'counts'> & { counts: string }>()
  return results.map((run) => ({ ...run, counts: JSON.parse(run.counts) as DigestCounts }))
}
