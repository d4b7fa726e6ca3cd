import { LIST_NAMES, LISTS } from '@stem/contracts/lists'
import { SHIPPED } from '@stem/i18n/locales'
import { pathOf } from '../addresses/address-of.ts'

const LISTED = [...LIST_NAMES.flatMap((name) => LISTS[name].types), 'indicator'].map((type) => `'${type}'`).join(', ')

/** Canonical paths of the public items that have a page of their own, with the languages they really exist in. */
export async function sitemap({ db }: { db: D1Database }): Promise<{ path: string; locales: string[]; updatedAt: number }[]> {
  const { results } = await db
    .prepare(
      `SELECT p.type, p.slug, p.updated_at, group_concat(t.locale) AS locales FROM published p JOIN published_texts t ON t.seq = p.seq
       WHERE p.visibility = 'public' AND p.type IN (${LISTED}) GROUP BY p.seq ORDER BY p.type, p.slug LIMIT 45000`,
    )
    .all<{ type: string; slug: string; updated_at: number; locales: string }>()
  return results.flatMap(({ type, slug, updated_at, locales }) => {
    const path = pathOf(type, slug)
    // The words of an indicator are those of the catalogues.
    return path === null ? [] : [{ path, locales: type === 'indicator' ? [...SHIPPED] : locales.split(','), updatedAt: updated_at }]
  })
}
