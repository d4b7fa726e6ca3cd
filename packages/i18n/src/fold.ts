const LETTERS: Record<string, string> = { ß: 'ss', ø: 'o', ł: 'l', đ: 'd', ħ: 'h', ı: 'i', æ: 'ae', œ: 'oe', þ: 'th', ð: 'd', ς: 'σ' }

/** `text` as it is compared: lower case, without marks, special letters as their plain neighbours. */
export const fold = (text: string): string =>
  text
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[ßøłđħıæœþðς]/g, (letter) => LETTERS[letter] ?? letter)

const LONGEST_WORD = 40

/** The folded words of `text`, each once; words of one character count only when they are digits or not Latin. */
export function words(text: string, most = Infinity): string[] {
  const found = new Set<string>()
  for (const [word] of fold(text).matchAll(/[\p{L}\p{N}]+/gu)) {
    if (word.length === 1 && /[a-z]/.test(word)) continue
    found.add(word.slice(0, LONGEST_WORD))
    if (found.size >= most) break
  }
  return [...found]
}

/** Lower-case Latin letters, digits and hyphens; never empty. */
export function slugify(text: string): string {
  const slug = fold(text)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 80)
    .replace(/-$/, '')
  return slug === '' ? 'untitled' : slug
}

/** Code of a term as records name it: `Science clubs` is `science-clubs`. */
export const termCode = (text: string): string => slugify(text)
