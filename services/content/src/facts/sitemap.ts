import { LIST_NAMES, LISTS } from '@stem/contracts/lists'
import { SITEMAP_GROUP, type SitemapEntry, type SitemapGroup } from '@stem/contracts/sitemap'
import { SHIPPED } from '@stem/i18n/locales'
import { pathOf } from '../addresses/address-of.ts'

const LISTED = [...LIST_NAMES.flatMap((name) => LISTS[name].types), 'indicator'].map((type) => `'${type}'`).join(', ')
const SHOWN = (time: string) => `p.visibility = 'public' AND p.type IN (${LISTED}) AND (p.visible_until IS NULL OR p.visible_until > ${time})`

/** Groups of public items that have a page of their own. An item that is changed moves to the last group, so that the others keep their time. */
export async function sitemapGroups({ db }: { db: D1Database }, now: number): Promise<SitemapGroup[]> {
  const { results } = await db
    .prepare(
      `SELECT p.seq / ${SITEMAP_GROUP} AS 'group', max(p.updated_at) AS updatedAt FROM published p WHERE ${SHOWN('?1')} GROUP BY p.seq / ${SITEMAP_GROUP} ORDER BY 1`,
    )
    .bind(now)
    .all<SitemapGroup>()
  return results
}

/** Canonical paths of the items of a group, with the languages they really exist in. */
export async function sitemapFile({ db }: { db: D1Database }, group: number, now: number): Promise<SitemapEntry[]> {
  const { results } = await db
    .prepare(
      `SELECT p.type, p.slug, p.updated_at, group_concat(t.locale) AS locales FROM published p JOIN published_texts t ON t.seq = p.seq
       WHERE p.seq BETWEEN ?2 AND ?3 AND ${SHOWN('?1')} GROUP BY p.seq`,
    )
    .bind(now, group * SITEMAP_GROUP, (group + 1) * SITEMAP_GROUP - 1)
    .all<{ type: string; slug: string; updated_at: number; locales: string }>()
  return results.flatMap(({ type, slug, updated_at, locales }) => {
    const path = pathOf(type, slug)
    // The words of an indicator are those of the catalogues.
    return path === null ? [] : [{ path, locales: type === 'indicator' ? [...SHIPPED] : locales.split(','), updatedAt: updated_at }]
  })
}
