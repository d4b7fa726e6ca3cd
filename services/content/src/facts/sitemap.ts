import { SHIPPED } from '@stem/i18n/locales'
import { pathOf } from '../addresses/address-of.ts'

/** Canonical paths of the public items that have a page of their own, with the languages they really exist in. */
export async function sitemap({ db }: { db: D1Database }): Promise<{ path: string; locales: string[]; updatedAt: number }[]> {
  const { results } = await db
    .prepare(
      `SELECT p.type, p.slug, p.updated_at, group_concat(t.locale) AS locales FROM published p JOIN published_texts t ON t.seq = p.seq
       WHERE p.visibility = 'public' AND p.type IN ('practice', 'indicator') GROUP BY p.seq ORDER BY p.type DESC, p.slug LIMIT 45000`,
    )
    .all<{ type: string; slug: string; updated_at: number; locales: string }>()
  return results.map(({ type, slug, updated_at, locales }) => ({
    path: pathOf(type, slug) ?? '/',
    // The words of an indicator are those of the catalogues.
    locales: type === 'indicator' ? [...SHIPPED] : locales.split(','),
    updatedAt: updated_at,
  }))
}
