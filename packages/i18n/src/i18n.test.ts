import { describe, expect, it } from 'vitest'
import { en } from './catalogues/en.ts'
import { formats } from './format.ts'
import { isShipped, LOCALES, localPath, SHIPPED, type Locale } from './locales.ts'
import { pluralCategory } from './plural.ts'
import { translator, type Catalogue, type Key, type Message } from './translate.ts'

const every = Object.keys(LOCALES) as Locale[]
const keys = Object.keys(en) as Key[]
// Every catalogue there is, also of a language that waits to be read by a speaker before it gets addresses.
// @ts-expect-error the test runner brings it
const files: Record<string, Record<string, Catalogue>> = import.meta.glob('./catalogues/*.ts', { eager: true })
const CATALOGUES = Object.fromEntries(Object.values(files).flatMap((module) => Object.entries(module))) as { [locale in Locale]?: Catalogue }
const translated = every.filter((locale) => locale !== 'en' && CATALOGUES[locale] !== undefined)
const places = (message: Message): string[] =>
  [...new Set((typeof message === 'string' ? [message] : Object.values(message)).flatMap((text) => text?.match(/\{\w+\}/g) ?? []))].sort()

// Names, figures and words that are the same in two languages.
const SAME = /^contact\.secretariat\.link$/

it('every language with addresses has a catalogue', () => {
  expect(SHIPPED.filter((locale) => locale !== 'en' && !translated.includes(locale))).toEqual([])
})

describe.each(translated)('the catalogue of %s', (locale) => {
  const catalogue = CATALOGUES[locale] as Catalogue

  it('has every text and no other', () => {
    expect(Object.keys(catalogue).sort()).toEqual([...keys].sort())
  })

  it('keeps the places of every text', () => {
    const wrong = keys.filter((key) => JSON.stringify(places(catalogue[key])) !== JSON.stringify(places(en[key])))
    expect(wrong).toEqual([])
  })

  it('has each plural form that the language distinguishes for whole numbers', () => {
    const needed = new Set(Array.from({ length: 200 }, (_, n) => pluralCategory(locale, n)))
    const missing = keys.filter((key) => {
      const message = catalogue[key]
      return typeof message !== 'string' && [...needed].some((category) => message[category] === undefined)
    })
    expect(missing).toEqual([])
  })

  it('is translated: hardly any sentence of four words stands as in English', () => {
    const untouched = keys.filter((key) => {
      const own = catalogue[key]
      const other: Message = en[key]
      return typeof own === 'string' && own === other && own.split(' ').length > 3 && !SAME.test(key)
    })
    expect(untouched).toEqual([])
  })

  it('holds no empty text', () => {
    expect(
      keys.filter(
        (key) => places(catalogue[key]).length === 0 && (typeof catalogue[key] === 'string' ? catalogue[key] : Object.values(catalogue[key])[0])?.trim() === '',
      ),
    ).toEqual([])
  })
})

describe('the areas of a language', () => {
  it('have no text in common: one would hide the other', () => {
    // @ts-expect-error the test runner brings it
    const areas: Record<string, object>[] = Object.values(import.meta.glob('./catalogues/en/*.ts', { eager: true }))
    const seen = areas.flatMap((module) => Object.values(module).flatMap((area) => Object.keys(area)))
    expect(areas.length).toBeGreaterThan(40)
    expect(seen.filter((key, place) => seen.indexOf(key) !== place)).toEqual([])
  })
})

describe('a text', () => {
  it('chooses the form of its number and fills its places', () => {
    const t = translator('en')
    expect([1, 2].map((n) => t('list.practices.count', { n, count: n }))).toEqual(['1 practice', '2 practices'])
  })

  it('shows a place that nobody filled, so that a test can see it', () => {
    expect(translator('en')('chrome.page')).toContain('{page}')
  })
})

describe('formats of all 24 languages, in the runtime that serves them', () => {
  it.each(every)('%s writes dates, numbers and names in itself', (locale) => {
    const f = formats(locale)
    const date = f.date('2026-03-05')
    expect(date).toMatch(/5/)
    expect(date).toMatch(/2026/)
    if (locale !== 'en') {
      expect(f.countryName('DE')).not.toBe('Germany')
      expect(f.languageName('de')).not.toBe('German')
      expect(f.date('2026-11')).not.toBe('Nov 2026'.replace('Nov', 'November'))
    }
    expect(f.number(1234.5)).toMatch(/^1\D?234\D5$/)
    expect(f.list(['a', 'b', 'c'])).toMatch(/^a, b\D+c$/)
    expect(f.percent(45)).toMatch(/45/)
  })

  it.each([
    ['ga', '5 Márta 2026', 'an Ghréig', 'Gréigis', 'a, b agus c'],
    ['mt', '5 ta’ Mar 2026', 'il-Greċja', 'Grieg', 'a, b u c'],
  ] as const)('%s is right where the runtime has no data', (locale, date, country, language, list) => {
    const f = formats(locale)
    expect([f.date('2026-03-05'), f.countryName('GR'), f.languageName('el'), f.list(['a', 'b', 'c'])]).toEqual([date, country, language, list])
  })

  it('knows the plural rules of Irish, Maltese, Polish and Slovenian', () => {
    const of = (locale: Locale, numbers: number[]) => numbers.map((n) => pluralCategory(locale, n))
    expect(of('ga', [1, 2, 3, 7, 11])).toEqual(['one', 'two', 'few', 'many', 'other'])
    expect(of('mt', [1, 2, 3, 11, 20])).toEqual(['one', 'two', 'few', 'many', 'other'])
    expect(of('pl', [1, 2, 5, 22])).toEqual(['one', 'few', 'many', 'few'])
    expect(of('sl', [1, 2, 3, 5])).toEqual(['one', 'two', 'few', 'other'])
  })

  it('gives English countries their article inside a sentence only', () => {
    expect([formats('en').countryName('NL'), formats('en').countryInText('NL'), formats('en').countryInText('DK')]).toEqual([
      'Netherlands',
      'the Netherlands',
      'Denmark',
    ])
    expect(formats('fr').countryInText('NL')).toBe('Pays-Bas')
  })

  it('writes ranges with the year once, and a real minus', () => {
    const f = formats('en')
    expect(f.dateRange('2025-11-05', '2025-11-06')).toMatch(/^5\s?–\s?6 Nov 2025$/)
    expect(f.dateRange('2025-11-05', null)).toBe('5 Nov 2025')
    expect([f.signed(-1.5), f.signed(2), f.signed(0)]).toEqual(['−1.5', '+2', '0'])
  })
})

describe('paths', () => {
  it('carry the language, English none', () => {
    expect([localPath('en', '/'), localPath('fr', '/'), localPath('el', '/members')]).toEqual(['/', '/fr', '/el/members'])
    expect(['fr', 'mt', 'constructor'].map(isShipped)).toEqual([true, false, false])
  })
})
