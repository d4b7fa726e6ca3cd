import type { ContentService, ItemBrief } from '@stem/contracts/content'
import { newBlockId, type IssueBlocks } from './change-blocks.ts'
import { inEach, type ItemSnapshot } from './issue.ts'
import { SHIPPED } from '@stem/i18n/locales'

/** What a block keeps of an item. */
export const snapshotOf = ({ topics: _topics, publishedAt: _publishedAt, ...item }: ItemBrief): ItemSnapshot => item

/** A block for a published item in each language; null when it is not public. An event is a block of its own kind. */
export async function takeIn(content: Pick<ContentService, 'itemsByIds'>, itemId: string, now: number): Promise<IssueBlocks | null> {
  const id = newBlockId()
  const found = await Promise.all(SHIPPED.map(async (locale) => [locale, (await content.itemsByIds([itemId], { locale, now }))[0]] as const))
  const items = Object.fromEntries(found) as Record<(typeof SHIPPED)[number], ItemBrief | undefined>
  if (SHIPPED.some((locale) => items[locale] === undefined)) return null
  return inEach((locale) => {
    const item = items[locale] as ItemBrief
    return { id, kind: item.type === 'event' ? 'event' : 'item', item: snapshotOf(item) }
  })
}
