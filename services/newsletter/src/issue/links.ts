import { isShipped, localPath, type ShippedLocale } from '@stem/i18n/locales'

/** Where links lead from: the site's origin without trailing slash, and the language of the text they stand in. */
export type Place = { origin: string; locale: ShippedLocale }

const OWN_PATH = /^\/(?![/\\])[^\\\s\p{C}]*$/u
// An address may hold brackets in pairs, as those of an encyclopaedia do.
const LINK = /\[([^[\]\n]{1,200})\]\(((?:[^()\s]|\([^()\s]*\)){1,500})\)/g

/**
 * The whole address of a link that somebody typed, or null for one that must not stand in a mail. A path of the site begins with `/`
 * and leads to the language of the text; other sites are reached by https alone, a mailbox by mailto. No name and password in it.
 */
export function linkAddress(typed: string, { origin, locale }: Place): string | null {
  if (OWN_PATH.test(typed)) {
    const [, first = ''] = typed.split(/[/?#]/)
    return URL.canParse(typed, origin) ? origin + (isShipped(first) ? typed : localPath(locale, typed)) : null
  }
  if (/[\s\p{C}\\]/u.test(typed) || !URL.canParse(typed)) return null
  const url = new URL(typed)
  if (url.protocol === 'mailto:') return /^mailto:[^@?&\s]+@[^@?&\s]+$/.test(typed) ? typed : null
  const isOwn = url.origin === origin
  if ((url.protocol !== 'https:' && !isOwn) || url.username !== '' || url.password !== '') return null
  return url.href
}

/** Path of a picture of our own site that somebody typed, by path or by whole address; null for any other. */
export function picturePath(typed: string, origin: string): string | null {
  const path = typed.startsWith(`${origin}/`) ? typed.slice(origin.length) : typed
  return OWN_PATH.test(path) && /^\/[\w./-]+\.(png|jpe?g|gif|webp)$/i.test(path) && !path.includes('..') ? path : null
}

/** A stretch of text: plain words, or the words of a link with the address as it was typed. */
export type Inline = { words: string; url: string | null }

/** The stretches of a line of text. What is no whole link stays as it was typed. */
export function inlinesOf(text: string): Inline[] {
  const found: Inline[] = []
  let end = 0
  for (const match of text.matchAll(LINK)) {
    if (match.index > end) found.push({ words: text.slice(end, match.index), url: null })
    found.push({ words: match[1] ?? '', url: match[2] ?? '' })
    end = match.index + match[0].length
  }
  if (end < text.length) found.push({ words: text.slice(end), url: null })
  return found
}

/** The paragraphs of a text, each as its lines. */
export const paragraphsOf = (text: string): string[][] =>
  text
    .split(/\n{2,}/)
    .map((paragraph) => paragraph.split('\n').filter((line) => line.trim() !== ''))
    .filter((lines) => lines.length > 0)

/** Addresses of all links of a text, as they were typed. */
export const linksIn = (text: string): string[] => inlinesOf(text).flatMap(({ url }) => (url === null ? [] : [url]))
