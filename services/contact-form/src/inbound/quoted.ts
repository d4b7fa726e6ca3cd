/** A text in two parts: what its writer says, and what stands below it from earlier mails. */
export type Parted = { own: string; quoted: string }

const LONGEST_INTRODUCTION = 3
const FEWEST_FIELDS = 3
const LOOK_AHEAD = 8
const LONGEST_RULE = 200
const ORIGINAL = /^\s*(-{4,}.{0,60}-{4,}|_{10,})\s*$/
const FIELD = /^\s*\*?[\p{L}][\p{L} -]{0,20}\s?:\*?(\s|$)/u

const isQuote = (line: string): boolean => line.startsWith('>')
const isEmpty = (line: string): boolean => line.trim() === ''

/** Where a last block of quoted lines begins, together with the line that introduces it (`On … wrote:`); -1 when there is none. */
function lastBlock(lines: readonly string[]): number {
  let start = lines.length
  while (start > 0 && (isEmpty(lines[start - 1] ?? '') || isQuote(lines[start - 1] ?? ''))) start--
  if (!lines.slice(start).some(isQuote)) return -1
  for (let above = 1; above <= LONGEST_INTRODUCTION && start - above >= 0; above++) {
    const introduction = lines.slice(start - above, start)
    if (introduction.some(isEmpty)) break
    // It names a time and ends with a colon in every language we know of.
    if (/:\s*$/.test(introduction.at(-1) ?? '') && /\d/.test(introduction.join(' '))) return start - above
  }
  return start
}

/** Where an earlier mail stands under a line of dashes with its fields (`From:`, `Sent:`, `To:`), as Outlook puts it; -1 when nowhere. */
function originalBelow(lines: readonly string[]): number {
  return lines.findIndex(
    (line, index) =>
      line.length < LONGEST_RULE &&
      ORIGINAL.test(line) &&
      lines.slice(index + 1, index + 1 + LOOK_AHEAD).filter((next) => FIELD.test(next)).length >= FEWEST_FIELDS,
  )
}

/**
 * Parts a mail for showing. Careful: only what is surely quoted is parted off, an answer between the quoted lines keeps everything, and
 * so does a mail that would be left empty. Nothing is lost: both parts together are the text.
 */
export function partQuoted(text: string): Parted {
  const lines = text.split('\n')
  const starts = [lastBlock(lines), originalBelow(lines)].filter((start) => start > 0)
  if (starts.length === 0) return { own: text, quoted: '' }
  const start = Math.min(...starts)
  const own = lines.slice(0, start)
  if (own.every((line) => isEmpty(line) || isQuote(line))) return { own: text, quoted: '' }
  return { own: own.join('\n').trimEnd(), quoted: lines.slice(start).join('\n') }
}
