import type { ItemAddress } from '@stem/contracts/content'
import { listOf } from '@stem/contracts/lists'

/** Where an item of a type is shown: canonical path, or null when it stands on no page. Records of lists have pages of their own. */
export function pathOf(type: string, slug: string): string | null {
  const list = listOf(type)
  if (list !== null) return `/${list}/${slug}`
  return type === 'indicator' ? `/data/${slug}` : null
}

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
