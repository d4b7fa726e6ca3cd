/** Most things in one file of the sitemap: with all 24 languages 12,000 addresses and some 33 MB, below the 50,000 and 50 MB of sitemaps.org. */
export const SITEMAP_GROUP = 500

/** Something with a page: canonical path, the languages it really exists in, and when it was last changed (epoch milliseconds). */
export type SitemapEntry = { path: string; locales: string[]; updatedAt: number }
/** A file of the sitemap. `updatedAt`: the newest change of what it holds. */
export type SitemapGroup = { group: number; updatedAt: number }
