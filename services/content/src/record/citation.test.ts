import { parse } from 'biblatex-csl-converter'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { apaOf, bibtexOf, type Cited } from './citation.ts'

const cited = (over: Partial<Cited> = {}): Cited => ({
  title: 'Technology Pact Monitor',
  author: 'Government of the Netherlands / PTvT',
  date: '2020-06-15',
  kind: 'Monitoring instrument',
  url: 'https://example.org/monitor?a=1&b=50%25_x#top',
  via: 'https://stem.example/id/itm_1',
  slug: 'technology-pact-monitor',
  ...over,
})
const apa = (over?: Partial<Cited>) => Object.values(apaOf(cited(over))).join('')

type Node = { type: string; text?: string; attrs?: { variable?: string }; content?: Node[] }
const flat = (value: unknown): string =>
  typeof value === 'string'
    ? value
    : Array.isArray(value)
      ? value.map(flat).join('')
      : ((value as Node | null)?.text ?? flat((value as Node | null)?.content ?? ''))

/** An entry as a reader of BibTeX that is not ours understands it. */
function understood(bibtex: string) {
  const { entries, errors } = parse(bibtex, { processUnexpected: true, processUnknown: true })
  const [entry] = Object.values(entries)
  const fields = entry?.fields as Record<string, unknown> | undefined
  const [author] = (fields?.['author'] ?? []) as { literal?: unknown; family?: unknown }[]
  return {
    errors,
    many: Object.keys(entries).length,
    title: flat(fields?.['title']),
    author: flat(author?.literal ?? author?.family ?? ''),
    date: fields?.['date'],
    url: fields?.['url'],
  }
}

describe('a citation by APA 7', () => {
  it.each([
    ['2020-06-15', 'Government of the Netherlands / PTvT. (2020, June 15). Technology Pact Monitor [Monitoring instrument]. https://example.org/m'],
    ['2025-05', 'Government of the Netherlands / PTvT. (2025, May). Technology Pact Monitor [Monitoring instrument]. https://example.org/m'],
    ['2019', 'Government of the Netherlands / PTvT. (2019). Technology Pact Monitor [Monitoring instrument]. https://example.org/m'],
    [null, 'Government of the Netherlands / PTvT. (n.d.). Technology Pact Monitor [Monitoring instrument]. https://example.org/m'],
  ])('tells a date of %s as far as it is known', (date, expected) => {
    expect(apa({ date, url: 'https://example.org/m' })).toBe(expected)
  })

  it('begins with the title when nobody is named, and ends a name with one stop', () => {
    expect(apa({ author: null, date: '2019', url: 'https://example.org/m' })).toBe(
      'Technology Pact Monitor [Monitoring instrument]. (2019). https://example.org/m',
    )
    expect(apa({ author: 'Example Inc.' })).toMatch(/^Example Inc\. \(2020, June 15\)\. /)
  })
})

describe('a citation in BibTeX', () => {
  it.each([
    'Bèta&TechMentality model (BTM)',
    'Does the EU need more STEM graduates? 50% say: yes_no #1 $5',
    'Ψηφιακές δεξιότητες: Ελλάδα – ένα σχέδιο',
    'Meeting report: General Assembly Saint-Raphaël, ħażż, ışık, Łódź',
    '10,000 "candidates" @home, by 2025',
  ])('is read back as it was written: %s', (title) => {
    const read = understood(bibtexOf(cited({ title, author: `${title} Group and Co` })))
    expect(read.errors).toEqual([])
    expect(read).toMatchObject({ many: 1, title, author: `${title} Group and Co`, date: '2020-06-15', url: 'https://example.org/monitor?a=1&b=50%25_x#top' })
  })

  it.each(['a {brace', 'a } brace', '{{both}}', 'back\\slash', 'ti~lde ca^ret', '}, author = {Mallory'])('stays one whole entry with %s in it', (title) => {
    const read = understood(bibtexOf(cited({ title })))
    expect(read.errors).toEqual([])
    expect(read).toMatchObject({ many: 1, author: 'Government of the Netherlands / PTvT', date: '2020-06-15' })
  })

  it('never opens or closes more braces than it should, whatever is in it', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('{', '}', '\\', '%', '$', 'é', ' ', '~', '^', '"', '@', ',') }),
        fc.option(fc.string()),
        fc.constantFrom('https://example.org/{a}', 'https://example.org/\\}', 'https://example.org/a b?c=%7B'),
        (title, author, url) => {
          let depth = 0
          const depths = [...bibtexOf(cited({ title, author, url }))].map((letter) => (depth += letter === '{' ? 1 : letter === '}' ? -1 : 0))
          expect(depths.every((one, index) => one > 0 || index < '@misc'.length || index >= depths.length - 2)).toBe(true)
          expect(depth).toBe(0)
        },
      ),
      { numRuns: 100 },
    )
  })

  it('says a date as far as it is known', () => {
    expect(understood(bibtexOf(cited({ date: '2025-05' }))).date).toBe('2025-05')
    expect(understood(bibtexOf(cited({ date: '2019' }))).date).toBe('2019')
    expect(bibtexOf(cited({ date: null }))).not.toMatch(/year|month|date/)
  })
})
