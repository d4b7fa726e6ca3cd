import type { OrganisationEntry } from '@stem/contracts/members'
import { fold, words } from '@stem/i18n/fold'
import { isSpelled } from './spelling.ts'
import { countryTitles, labelsOfTerm, labelsOfType } from './labels.ts'

/** Title and summary in one language. */
export type DocumentText = { locale: string; title: string; summary: string }

/** Something that can be found, as it is put into the index. */
export type SearchDocument = {
  id: string
  type: string
  slug: string
  url: string | null
  country: string | null
  /** ISO date of 4 to 10 characters, empty when not on file. */
  date: string
  visibleUntil: number | null
  originalLocale: string
  texts: DocumentText[]
  /** Further names: of organisations, programmes, places. */
  names: string[]
  /** Names in full under which it is looked for, besides its titles. */
  exactly: string[]
  labels: string[]
  body: string
  topics: string[]
  version: number
}

/** A public item as the projection holds it. */
export type PublishedItem = {
  seq: number
  item_id: string
  type: string
  slug: string
  visible_until: number | null
  original_locale: string
  country: string | null
  sort_date: string
  doc: string
  texts: { locale: string; title: string; summary: string; body: string }[]
}

const NAMES = ['organisation', 'publisher', 'place', 'host', 'programme', 'reference', 'issuer', 'members', 'sourceName'] as const
const SAID = ['quote', 'role'] as const

const textOf = (value: unknown): string[] => {
  if (typeof value === 'string') return [value]
  return Array.isArray(value) ? value.flatMap(textOf) : []
}

/** The words of a body, which is a JSON list of blocks. */
function plain(body: string): string {
  const said: string[] = []
  const walk = (value: unknown): void => {
    if (Array.isArray(value)) value.forEach(walk)
    else if (typeof value === 'object' && value !== null)
      for (const [key, inner] of Object.entries(value)) {
        if (key === 'text' && typeof inner === 'string') said.push(inner)
        else walk(inner)
      }
  }
  walk(JSON.parse(body))
  return said.join(' ')
}

const BRACKET = /\s*\(([^)]{3,})\)/
/** A title without what stands in brackets, and that by itself: `Jet-Net & TechNet (JNTN)` is looked for by either. */
const formsOf = (title: string): string[] => {
  const inside = BRACKET.exec(title)?.[1]
  return inside === undefined ? [] : [title.replace(BRACKET, ''), inside]
}

/** A public item as a document. */
export function documentOfItem(item: PublishedItem): SearchDocument {
  const doc = JSON.parse(item.doc) as Record<string, unknown> & { terms?: Record<string, string[]> }
  const { country: countries = [], ...terms } = doc.terms ?? {}
  const places = new Set([...countries, ...(item.country === null ? [] : [item.country])])
  const link = [doc['url'], doc['sourceUrl']].find((url): url is string => typeof url === 'string' && /^https?:\/\//.test(url))
  return {
    id: item.item_id,
    type: item.type,
    slug: item.slug,
    url: link ?? null,
    country: item.country,
    date: item.sort_date === '0000' ? '' : item.sort_date,
    visibleUntil: item.visible_until,
    originalLocale: item.original_locale,
    texts: item.texts.map(({ locale, title, summary }) => ({ locale, title, summary })),
    names: NAMES.flatMap((name) => textOf(doc[name])),
    exactly: item.texts.flatMap(({ title }) => formsOf(title)),
    labels: [
      ...[...places].flatMap((code) => labelsOfTerm('country', code)),
      ...Object.entries(terms).flatMap(([taxonomy, codes]) => codes.flatMap((code) => labelsOfTerm(taxonomy, code))),
      ...labelsOfType(item.type),
    ],
    body: [...item.texts.map(({ body }) => plain(body)), ...SAID.flatMap((name) => textOf(doc[name]))].join(' '),
    topics: terms['topic'] ?? [],
    version: item.seq,
  }
}

/** A public organisation as a document. */
export const documentOfOrganisation = (entry: OrganisationEntry): SearchDocument => ({
  id: entry.id,
  type: 'organisation',
  slug: entry.slug,
  url: null,
  country: entry.country,
  date: '',
  visibleUntil: null,
  originalLocale: Object.keys(entry.descriptions)[0] ?? 'en',
  texts: [...new Set(['en', ...Object.keys(entry.descriptions), ...Object.keys(entry.names)])].map((locale) => ({
    locale,
    title: entry.names[locale] ?? entry.name,
    summary: entry.descriptions[locale] ?? '',
  })),
  names: [...entry.aliases, ...(entry.region === null ? [] : [entry.region])],
  exactly: [entry.name, ...entry.aliases],
  labels: [
    ...(entry.country === null ? [] : labelsOfTerm('country', entry.country)),
    ...labelsOfTerm('kind', entry.kind),
    ...(entry.role === null ? [] : labelsOfTerm('role', entry.role)),
    ...(entry.organisationType === null ? [] : labelsOfTerm('organisation-type', entry.organisationType)),
    ...labelsOfType('organisation'),
  ],
  body: '',
  topics: [],
  version: entry.updatedAt,
})

/** The profile of a country as a document; its names in every language are its titles. */
export const documentOfCountry = (code: string): SearchDocument => ({
  id: `country:${code}`,
  type: 'country',
  slug: code.toLowerCase(),
  url: null,
  country: code,
  date: '',
  visibleUntil: null,
  originalLocale: 'en',
  texts: countryTitles(code).map(({ locale, title }) => ({ locale, title, summary: '' })),
  names: [code],
  exactly: [],
  labels: labelsOfType('country'),
  body: '',
  topics: [],
  version: 0,
})

/** Terms by which a document is counted and narrowed, e.g. `year:2020`. */
export const termsOf = ({ type, country, topics, date }: SearchDocument): string[] => [
  `type:${type}`,
  ...(country === null ? [] : [`country:${country}`]),
  ...topics.map((topic) => `topic:${topic}`),
  ...(date === '' ? [] : [`year:${date.slice(0, 4)}`]),
]

/** A term as one word of the index that nobody can type. */
export const keyOf = (term: string): string => term.toLowerCase().replaceAll(/[^a-z0-9]/g, '_')

const LONGEST_WORD = 40
/** Texts as the index holds them: folded words in their order, none longer than what a query asks for. */
const indexed = (texts: string[]): string =>
  texts
    .flatMap((text) => fold(text).match(/[\p{L}\p{N}]+/gu) ?? [])
    .map((word) => word.slice(0, LONGEST_WORD))
    .join(' ')

/** A title as it is compared with all that somebody asks. */
export const titleOf = (text: string): string => words(text).join(' ')

const MOST_SPELLINGS = 250

/** What of a document is compared with what somebody asks. */
export function indexOf(document: SearchDocument) {
  const { texts, names, labels, body, exactly } = document
  const titles = [...new Set([...texts.map(({ title }) => title), ...exactly])]
  const summaries = texts.map(({ summary }) => summary)
  return {
    titles: [...new Set(titles.map(titleOf))].filter((title) => title !== ''),
    columns: {
      title: indexed([...new Set(texts.map(({ title }) => title))]),
      names: indexed([...new Set(names)]),
      labels: [...new Set(indexed(labels).split(' '))].join(' '),
      summary: indexed(summaries),
      body: indexed([body]),
      keys: termsOf(document).map(keyOf).join(' '),
    },
    spellings: words([...titles, ...names, ...labels, ...summaries].join(' '), MOST_SPELLINGS).filter(isSpelled),
  }
}
