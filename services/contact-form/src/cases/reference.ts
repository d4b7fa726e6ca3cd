// Letters and digits that nobody takes for each other: no 0, O, 1, I, L.
const ALPHABET = '23456789ABCDEFGHJKMNPQRSTUVWXYZ'
const LENGTH = 9

/** The check character of a reference: its letters weighted by place, so that one wrong letter or two swapped ones are seen (ISO 7064 in kind). */
export function checkOf(letters: string): string {
  let sum = 0
  for (const letter of letters) sum = (sum * 2 + ALPHABET.indexOf(letter)) % ALPHABET.length
  return ALPHABET[(ALPHABET.length - ((sum * 2) % ALPHABET.length)) % ALPHABET.length] ?? ''
}

/** A new reference: nine random letters (44 bits) and a check character, as people read it aloud: `ABCDE-FGHJK`. */
export function newReference(): string {
  const letters: string[] = []
  while (letters.length < LENGTH) {
    const [byte = 255] = crypto.getRandomValues(new Uint8Array(1))
    // 248 is the largest multiple of 31 below 256: no letter is likelier than another.
    if (byte < 248) letters.push(ALPHABET[byte % ALPHABET.length] ?? '')
  }
  const all = letters.join('') + checkOf(letters.join(''))
  return `${all.slice(0, 5)}-${all.slice(5)}`
}

/** A reference as somebody typed it, in its own spelling; null when the check character does not fit. */
export function readReference(typed: string): string | null {
  const letters = typed.toUpperCase().replaceAll(/[^A-Z0-9]/g, '')
  if (letters.length !== LENGTH + 1 || checkOf(letters.slice(0, LENGTH)) !== letters.at(-1)) return null
  return `${letters.slice(0, 5)}-${letters.slice(5)}`
}
