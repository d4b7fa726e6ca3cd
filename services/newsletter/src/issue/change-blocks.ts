import { SHIPPED } from '@stem/i18n/locales'
import { inEach, MOST_BLOCKS, type Block, type IssueContent } from './issue.ts'

/** What can be done to the blocks of an issue. */
export type BlockChange = { do: 'up' | 'down' | 'delete'; id: string } | { do: 'add'; blocks: IssueBlocks; after?: string }
/** One block, in each language. */
export type IssueBlocks = Record<(typeof SHIPPED)[number], Block>

const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz'

/** A new id of a block. */
export const newBlockId = (): string => Array.from(crypto.getRandomValues(new Uint8Array(6)), (byte) => ALPHABET[byte % 32]).join('')

function changed(blocks: Block[], change: BlockChange, added: Block | null): Block[] {
  if (change.do === 'add') return added === null || blocks.length >= MOST_BLOCKS ? blocks : [...blocks, added]
  const at = blocks.findIndex(({ id }) => id === change.id)
  if (at < 0) return blocks
  const rest = blocks.filter(({ id }) => id !== change.id)
  const moved = blocks[at]
  if (change.do === 'delete' || moved === undefined) return rest
  const place = Math.min(Math.max(at + (change.do === 'up' ? -1 : 1), 0), rest.length)
  return [...rest.slice(0, place), moved, ...rest.slice(place)]
}

/** An issue with its blocks changed, in every language alike. What cannot be done (up from the top, one too many) changes nothing. */
export const changeBlocks = (content: IssueContent, change: BlockChange): IssueContent =>
  inEach((locale) => ({ ...content[locale], blocks: changed(content[locale].blocks, change, change.do === 'add' ? change.blocks[locale] : null) }))
