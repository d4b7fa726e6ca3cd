import { fold } from '@stem/i18n/fold'
import type { Child } from 'hono/jsx'

const WORD = /[\p{L}\p{N}\p{M}]+/gu
const isMarked = (word: string, marks: string[]): boolean => {
  const folded = fold(word)
  return marks.some((mark) => folded.startsWith(mark))
}

/** `text` with the words that begin with one of `marks` (folded) marked; everything is escaped when it is drawn. */
export function marked(text: string, marks: string[]): Child {
  const parts: Child[] = []
  let from = 0
  for (const found of text.matchAll(WORD)) {
    const [word] = found
    if (!isMarked(word, marks)) continue
    parts.push(text.slice(from, found.index), <mark>{word}</mark>)
    from = found.index + word.length
  }
  return from === 0 ? text : [...parts, text.slice(from)]
}

const BEFORE = 60

/** A part of `text` of about `length` characters around the first marked word, cut between words. */
export function excerpt(text: string, marks: string[], length: number): string {
  if (text.length <= length) return text
  const first = [...text.matchAll(WORD)].find(([word]) => isMarked(word, marks))?.index ?? 0
  const wanted = Math.min(Math.max(0, first - BEFORE), text.length - length)
  const start = wanted === 0 ? 0 : text.indexOf(' ', wanted) + 1
  const end = text.lastIndexOf(' ', start + length)
  const [before, after] = [start > 0 ? '… ' : '', start + length < text.length ? ' …' : '']
  return `${before}${text.slice(start, start + length < text.length && end > start ? end : start + length)}${after}`
}
