import type { ItemBrief } from '@stem/contracts/content'
import { DEFAULT_LOCALE, SHIPPED, type ShippedLocale } from '@stem/i18n/locales'

/** Kinds of block, in the order in which they are offered. */
export const BLOCK_KINDS = ['heading', 'text', 'item', 'event', 'quote', 'button', 'image'] as const
/** A kind of block. */
export type BlockKind = (typeof BLOCK_KINDS)[number]

/** What a block shows of a published item: as it was when it was taken in. */
export type ItemSnapshot = Omit<ItemBrief, 'topics' | 'publishedAt'>

/** A piece of an issue in one language. Everything in it is text; `text` of a text block may hold links as `[words](address)`. */
export type Block =
  | { id: string; kind: 'heading'; text: string }
  | { id: string; kind: 'text'; text: string }
  | { id: string; kind: 'item' | 'event'; item: ItemSnapshot }
  | { id: string; kind: 'quote'; words: string; who: string }
  | { id: string; kind: 'button'; label: string; url: string }
  | { id: string; kind: 'image'; url: string; alt: string; decorative: boolean }

/** An issue in one language. */
export type IssueText = { subject: string; preheader: string; blocks: Block[] }

/** An issue: the same blocks, by id and in the same order, in every language the site is served in. */
export type IssueContent = Record<ShippedLocale, IssueText>

/** How many blocks an issue may have. */
export const MOST_BLOCKS = 40

/** One value for each language. */
export const inEach = <Value>(make: (locale: ShippedLocale) => Value): Record<ShippedLocale, Value> =>
  Object.fromEntries(SHIPPED.map((locale) => [locale, make(locale)])) as Record<ShippedLocale, Value>

/** An issue in which nothing is said yet. */
export const emptyIssue = (): IssueContent => inEach(() => ({ subject: '', preheader: '', blocks: [] }))

/** An empty block; items are taken in from what is published instead. */
export function emptyBlock(kind: Exclude<BlockKind, 'item' | 'event'>, id: string): Block {
  if (kind === 'quote') return { id, kind, words: '', who: '' }
  if (kind === 'button') return { id, kind, label: '', url: '' }
  if (kind === 'image') return { id, kind, url: '', alt: '', decorative: false }
  return { id, kind, text: '' }
}

/** What a block still needs in its language; items need nothing. */
const isSaid = (block: Block): boolean => {
  switch (block.kind) {
    case 'heading':
    case 'text':
      return block.text !== ''
    case 'quote':
      return block.words !== '' && block.who !== ''
    case 'button':
      return block.label !== '' && block.url !== ''
    case 'image':
      return block.url !== '' && (block.decorative || block.alt !== '')
    default:
      return true
  }
}

/** What is the same in each language, or comes by itself, tells nothing about whether a language was begun. */
const isBegun = (block: Block): boolean => {
  switch (block.kind) {
    case 'heading':
    case 'text':
      return block.text !== ''
    case 'quote':
      return block.words !== '' || block.who !== ''
    case 'button':
      return block.label !== ''
    case 'image':
      return block.alt !== ''
    default:
      return false
  }
}

/** How far a language is: parts that are said (the subject, the preheader, each block) of those there are. A language not begun is not sent. */
export type Completeness = { done: number; of: number; state: 'none' | 'partly' | 'complete' }

/** How far an issue is in one language. */
export function completenessOf({ subject, preheader, blocks }: IssueText): Completeness {
  const parts = [subject !== '', preheader !== '', ...blocks.map(isSaid)]
  const done = parts.filter(Boolean).length
  const begun = subject !== '' || preheader !== '' || blocks.some(isBegun)
  return { done, of: parts.length, state: !begun ? 'none' : done === parts.length && blocks.length > 0 ? 'complete' : 'partly' }
}

/** Languages in which an issue is complete. */
export const completeIn = (content: IssueContent): ShippedLocale[] => SHIPPED.filter((locale) => completenessOf(content[locale]).state === 'complete')

/** The language in which a reader of `locale` gets an issue: their own, English, or the first that is complete; null when none is. */
export function languageFor(content: IssueContent, locale: string): ShippedLocale | null {
  const complete = completeIn(content)
  return complete.find((code) => code === locale) ?? complete.find((code) => code === DEFAULT_LOCALE) ?? complete[0] ?? null
}
