import type { IssueText } from './issue.ts'
import { linkAddress, linksIn, type Place } from './links.ts'
import { itemAddress } from './render-issue.ts'

/**
 * Addresses that an issue leads to in one language, each once, in the order they come: the place of each is its number. Mailboxes are not
 * among them. What is frozen gives the same list for ever.
 */
export function countedLinks({ blocks }: IssueText, place: Place): string[] {
  const all = blocks.flatMap((block) => {
    if (block.kind === 'text') return linksIn(block.text).map((typed) => linkAddress(typed, place))
    if (block.kind === 'item' || block.kind === 'event') return [itemAddress(block.item, place)]
    return block.kind === 'button' ? [linkAddress(block.url, place)] : []
  })
  return [...new Set(all.filter((url) => url !== null && !url.startsWith('mailto:')))] as string[]
}
