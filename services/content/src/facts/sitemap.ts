/** Canonical paths of the public items that have a page of their own, with the languages they really exist in. */
export async function sitemap({ db }: { db: D1Database }): Promise<{ path: string; locales: string[]; updatedAt: number }[]> {
  const { results } = await db
    .prepare(
      `SELECT p.slug, p.updated_at, group_concat(t.locale) AS locales FROM published p JOIN published_texts t ON t.seq = p.seq
       WHERE p.visibility = 'public' AND p.type = 'practice' GROUP BY p.seq ORDER BY p.slug LIMIT 45000`,
    )
    .all<{ slug: string; updated_at: number; locales: string }>()
  return results.map(({ slug, updated_at, locales }) => ({ path: `/practices/${slug}`, locales: locales.split(','), updatedAt: updated_at }))
}
