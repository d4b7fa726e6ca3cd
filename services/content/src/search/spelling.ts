/** Whether spelling knows words like this: numbers and the shortest ones are too easily taken for others. */
export const isSpelled = (word: string): boolean => /^\p{L}{4,}$/u.test(word)

/** Runs of two and three letters of a word with its ends marked: alike words have many in common. */
export function gramsOf(word: string): string[] {
  const letters = [...`^${word}$`]
  const grams = new Set<string>()
  for (const length of [2, 3]) for (let start = 0; start + length <= letters.length; start++) grams.add(letters.slice(start, start + length).join(''))
  return [...grams]
}

/** How many letters must be put in, taken out, changed or swapped with their neighbour to make `b` of `a` (optimal string alignment). */
export function distance(a: string, b: string): number {
  const [from, to] = [[...a], [...b]]
  let [before, last] = [[] as number[], to.map((_, index) => index).concat(to.length)]
  for (let row = 1; row <= from.length; row++) {
    const next = [row]
    for (let column = 1; column <= to.length; column++) {
      const same = from[row - 1] === to[column - 1]
      let best = Math.min((last[column] ?? 0) + 1, (next[column - 1] ?? 0) + 1, (last[column - 1] ?? 0) + (same ? 0 : 1))
      if (row > 1 && column > 1 && from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1]) best = Math.min(best, (before[column - 2] ?? 0) + 1)
      next.push(best)
    }
    ;[before, last] = [last, next]
  }
  return last[to.length] ?? 0
}

const LETTERS_FOR_EACH = 4
const MOST_APART = 3

/** Whether `asked` looks like `known` mistyped: one letter for each four, at most three. */
export const isNear = (asked: string, known: string): boolean =>
  distance(asked, known) <= Math.min(MOST_APART, Math.max(1, Math.round([...asked].length / LETTERS_FOR_EACH)))
