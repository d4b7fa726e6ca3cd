import type { ItemAddress } from '@stem/contracts/content'

/** Where an item lives: only practices have a page of their own yet; others live on the page named here. */
const PAGE_OF: Record<string, (slug: string) => string> = {
  practice: (slug) => `/practices/${slug}`,
}

/** Canonical path of a public item; a withdrawn one is told apart, a hidden one is as if it never was. */
export async function addressOf({ db }: { db: D1Database }, id: string, now: number): Promise<ItemAddress> {
  const [shown, kept] = await db.batch([
    db.prepare("SELECT type, slug FROM published WHERE item_id = ? AND visibility = 'public' AND (visible_until IS NULL OR visible_until > ?)").bind(id, now),
    db.prepare("SELECT 1 FROM items WHERE id = ? AND state = 'withdrawn' AND visibility = 'public'").bind(id),
  ])
  const item = (shown?.results as { type: string; slug: string }[] | undefined)?.[0]
  const path = item && PAGE_OF[item.type]?.(item.slug)
  if (path !== undefined) return { found: 'item', path }
  return kept?.results.length ? { found: 'withdrawn' } : { found: 'none' }
}
