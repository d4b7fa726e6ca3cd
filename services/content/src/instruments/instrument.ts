import type { Agreement, InstrumentType, Stage } from '@stem/contracts/content'
import { SHIPPED, type ShippedLocale } from '@stem/i18n/locales'
import * as v from 'valibot'
import type { Item } from '../publish/save-item.ts'

/** Where an instrument may go from each stage: on, to its end at any time, and back to work after it was closed. */
export const NEXT: Record<Stage, readonly Stage[]> = {
  requested: ['scoped', 'closed'],
  scoped: ['running', 'closed'],
  running: ['outputs', 'closed'],
  outputs: ['follow-up', 'closed'],
  'follow-up': ['closed'],
  closed: ['running', 'follow-up'],
}

/** Parts of the body, each a text of several lines. */
export const PARTS = ['background', 'objectives'] as const
type Part = (typeof PARTS)[number]
/** Sides of the triple helix. */
export const SIDES = ['government', 'education', 'business'] as const
/** A side of the triple helix. */
export type Side = (typeof SIDES)[number]

/** The words of an instrument in one language. */
export type Words = Record<'title' | 'summary' | Part, string>

/** What staff write of an instrument. Everything but `agreed` and `country` is meant for readers. */
export type Content = {
  /** Words by language; a language without a title is not there. */
  words: Partial<Record<ShippedLocale, Words>>
  visibility: 'public' | 'members'
  /** Country that asked, and whether readers are told. */
  country: string | null
  named: boolean
  agreed: Agreement | null
  organisation: string | null
  /** ISO days. */
  start: string | null
  end: string | null
  /** Organisations at the table, one a line. */
  participants: Record<Side, string>
}

/** An instrument as staff work on it. */
export type Instrument = {
  item: Item
  content: Content
  type: InstrumentType
  stage: Stage
  caseId: string | null
  reference: string | null
  edits: number
  shownEdits: number | null
  editedBy: string
}

/** What of an instrument stands beside its item. */
export type InstrumentRow = {
  stage: Stage
  country: string | null
  caseId: string | null
  reference: string | null
  agreed: Agreement | null
  edits: number
  shownEdits: number | null
  editedBy: string
}

const blocks = v.array(v.object({ part: v.string(), text: v.string() }))
const fieldsSchema = v.object({
  organisation: v.optional(v.nullable(v.string()), null),
  start: v.optional(v.nullable(v.string()), null),
  end: v.optional(v.nullable(v.string()), null),
  participants: v.optional(v.record(v.string(), v.array(v.string())), {}),
})

const partsOf = (body: string): Record<Part, string> => {
  const found = v.parse(blocks, JSON.parse(body))
  return Object.fromEntries(PARTS.map((part) => [part, found.find((block) => block.part === part)?.text ?? ''])) as Record<Part, string>
}

/** What staff write, as an item and its row hold it. */
export function contentOf(item: Item, { country, agreed }: Pick<InstrumentRow, 'country' | 'agreed'>): Content {
  const { organisation, start, end, participants } = v.parse(fieldsSchema, item.fields)
  const words = SHIPPED.flatMap((locale) => {
    const text = item.texts.find((one) => one.locale === locale)
    return text ? [[locale, { title: text.title, summary: text.summary, ...partsOf(text.body) }] as const] : []
  })
  return {
    words: Object.fromEntries(words),
    visibility: item.visibility,
    country,
    named: item.country !== null,
    agreed,
    organisation,
    start,
    end,
    participants: Object.fromEntries(SIDES.map((side) => [side, (participants[side] ?? []).join('\n')])) as Content['participants'],
  }
}

const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')

const bodyOf = (words: Words): string => JSON.stringify(PARTS.flatMap((part) => (words[part] === '' ? [] : [{ part, text: words[part] }])))

/** `item` with what staff wrote, one version on. Texts in languages that are not shipped stay. */
export function withContent(item: Item, content: Content): Item {
  const { words, visibility, country, named, organisation, start, end, participants } = content
  const shown = named ? country : null
  return {
    ...item,
    visibility,
    country: shown,
    date: start,
    terms: { ...item.terms, country: shown === null ? [] : [shown] },
    texts: [
      ...item.texts.filter(({ locale }) => !(SHIPPED as readonly string[]).includes(locale)),
      ...SHIPPED.flatMap((locale) => {
        const own = words[locale]
        return own ? [{ locale, title: own.title, summary: own.summary, body: bodyOf(own) }] : []
      }),
    ],
    fields: {
      ...item.fields,
      organisation,
      start,
      end,
      participants: Object.fromEntries(SIDES.map((side) => [side, linesOf(participants[side])])),
    },
    names: organisation === null ? [] : [organisation],
    version: item.version + 1,
  }
}
