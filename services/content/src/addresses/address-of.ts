import type { ItemAddress } from '@stem/contracts/content'

/** Name of the place of an instrument on the page on ways of working. */
export const placeOf = (type: string, slug: string): string => `${type}-${slug}`
const onWork = (type: string) => (slug: string) => `/how-we-work#${placeOf(type, slug)}`

// Practices and indicators have a page of their own; instruments stand on the page on ways of working.
const PAGE_OF: Record<string, (slug: string) => string> = {
  practice: (slug) => `/practices/${slug}`,
  indicator: (slug) => `/data/${slug}`,
  briefing: onWork('briefing'),
  taskforce: onWork('taskforce'),
  roundtable: onWork('roundtable'),
}

/** Where an item of a type is shown: canonical path, or null when it stands on no page. */
export const pathOf = (type: string, slug: string): string | null => PAGE_OF[type]?.(slug) ?? null

/** Canonical path of a public item; a withdrawn one is told apart, a hidden one is as if it never was. */
export async function addressOf({ db }: { db: D1Database }, id: string, now: number): Promise<ItemAddress> {
  const [shown, kept] = await db.batch([
    db.prepare("SELECT type, slug FROM published WHERE item_id = ? AND visibility = 'public' AND (visible_until IS NULL OR visible_until > ?)").bind(id, now),
    db.prepare("SELECT 1 FROM items WHERE id = ? AND state = 'withdrawn' AND visibility = 'public'").bind(id),
  ])
  const item = (shown?.results as { type: string; slug: string }[] | undefined)?.[0]
  const path = item ? pathOf(item.type, item.slug) : null
  if (path !== null) return { found: 'item', path }
  return kept?.results.length ? { found: 'withdrawn' } : { found: 'none' }
}
