import type { RequestContext } from '@stem/contracts/context'
import { localPath, SHIPPED, type ShippedLocale } from '@stem/i18n/locales'
import { isAnswered, type Witnesses } from './check-links.ts'
import { completenessOf, type Block, type IssueContent } from './issue.ts'
import { linkAddress, linksIn, picturePath } from './links.ts'
import { MOST_BYTES, renderIssue } from './render-issue.ts'

/** What can keep an issue from being approved. Texts: `composer.check.<code>`. */
export const CHECKS = ['language', 'partly', 'alternative', 'link', 'item', 'size', 'unsubscribe'] as const
/** A check that failed: in which language, in which block (its place, from 1), and what it is about. */
export type Finding = { code: (typeof CHECKS)[number]; locale?: ShippedLocale; block?: number; about?: string }

const typedLinks = (block: Block): string[] =>
  block.kind === 'text'
    ? linksIn(block.text)
    : block.kind === 'button' && block.url !== ''
      ? [block.url]
      : block.kind === 'image' && block.url !== ''
        ? [block.url]
        : []

/** What is wrong with an issue as it stands; nothing when it may be approved. Languages that were not begun are left out. */
export async function checkIssue(content: IssueContent, witnesses: Witnesses, context: RequestContext): Promise<Finding[]> {
  const found: Finding[] = []
  const begun = SHIPPED.filter((locale) => completenessOf(content[locale]).state !== 'none')
  if (!begun.some((locale) => completenessOf(content[locale]).state === 'complete')) found.push({ code: 'language' })
  const known = new Map<string, Promise<boolean>>()
  for (const locale of begun) {
    const text = content[locale]
    const place = { origin: context.origin, locale }
    if (completenessOf(text).state === 'partly') found.push({ code: 'partly', locale })
    for (const [index, block] of text.blocks.entries()) {
      if (block.kind === 'image' && !block.decorative && block.alt === '') found.push({ code: 'alternative', locale, block: index + 1 })
      for (const typed of typedLinks(block)) {
        const path = block.kind === 'image' ? picturePath(typed, context.origin) : null
        const address = block.kind === 'image' ? path && context.origin + path : linkAddress(typed, place)
        if (address !== null && !known.has(address)) known.set(address, isAnswered(address, witnesses, context))
        if (address === null || !(await known.get(address))) found.push({ code: 'link', locale, block: index + 1, about: typed })
      }
    }
    const links = {
      preferences: `${context.origin}${localPath(locale, '/newsletter/preferences')}`,
      unsubscribe: `${context.origin}/newsletter/unsubscribe`,
      web: null,
    }
    const { html, text: plain } = await renderIssue({ text, locale, origin: context.origin, links })
    // Links of a reader are longer than these: room for them is kept.
    if (new TextEncoder().encode(html).length + ROOM > MOST_BYTES) found.push({ code: 'size', locale })
    if (!html.includes(links.unsubscribe) || !plain.includes(links.unsubscribe)) found.push({ code: 'unsubscribe', locale })
  }
  return [...found, ...(await goneItems(content, witnesses, context))]
}

const ROOM = 1024

/** Items that are no longer public. */
async function goneItems(content: IssueContent, { content: service }: Witnesses, context: RequestContext): Promise<Finding[]> {
  const items = content.en.blocks.flatMap((block, index) => (block.kind === 'item' || block.kind === 'event' ? [{ item: block.item, block: index + 1 }] : []))
  if (items.length === 0) return []
  const there = new Set(
    (await service.itemsByIds([...new Set(items.map(({ item }) => item.id))], { locale: context.locale, now: context.now })).map(({ id }) => id),
  )
  return items.filter(({ item }) => !there.has(item.id)).map(({ item, block }) => ({ code: 'item', block, about: item.title }))
}
