import type { DatedCard, ItemCard, ItemType, TimelineEntry } from '@stem/contracts/content'
import { pathOf } from '../addresses/address-of.ts'

/** A row of the published projection joined with its text in the asked language, or in the original one. */
export type CardRow = {
  item_id: string
  type: string
  slug: string
  country: string | null
  sort_date: string
  doc: string
  locale: string
  title: string
  summary: string
}

/**
 * Columns and joins of a `CardRow` over `published p`. Bind the asked locale as `?1`.
 * The text falls back to the original language where no translation exists.
 */
export const CARD_COLUMNS = 'p.item_id, p.type, p.slug, p.country, p.sort_date, p.doc, t.locale, t.title, t.summary'
export const CARD_TEXT = `JOIN published_texts t ON t.seq = p.seq AND t.locale =
  CASE WHEN EXISTS (SELECT 1 FROM published_texts own WHERE own.seq = p.seq AND own.locale = ?1) THEN ?1 ELSE p.original_locale END`

type Doc = {
  startYear?: number | null
  start?: string | null
  end?: string | null
  status?: string | null
  /** Of an event. */
  state?: string
  terms?: Record<string, string[]>
}

/** The card of a row. */
export function cardOf(row: CardRow): ItemCard {
  const doc = JSON.parse(row.doc) as Doc
  return {
    id: row.item_id,
    type: row.type as ItemType,
    slug: row.slug,
    title: row.title,
    summary: row.summary,
    locale: row.locale,
    country: row.country,
    topics: doc.terms?.['topic'] ?? [],
    levels: doc.terms?.['level'] ?? [],
    startYear: doc.startYear ?? null,
    form: doc.terms?.['form']?.[0] ?? doc.terms?.['publication']?.[0] ?? null,
  }
}

/** The card of a row with its date and its path; of types that have a page. */
export const datedCardOf = (row: CardRow): DatedCard => ({
  ...cardOf(row),
  date: row.sort_date === '0000' ? null : row.sort_date,
  path: pathOf(row.type, row.slug) ?? '/',
})

/** A row as an entry of a timeline. */
export function timelineEntryOf(row: CardRow): TimelineEntry {
  const doc = JSON.parse(row.doc) as Doc
  return {
    id: row.item_id,
    type: row.type as ItemType,
    title: row.title,
    summary: row.summary,
    locale: row.locale,
    country: row.country,
    start: doc.start ?? row.sort_date,
    end: doc.end ?? null,
    form: doc.terms?.['event']?.[0] ?? null,
    status: doc.status ?? (doc.state === 'scheduled' ? null : (doc.state ?? null)),
    path: pathOf(row.type, row.slug),
  }
}

/** SQL condition of rows of `published p` that a visitor may see at the time bound as `?2`. */
export const IN_PUBLIC = "p.visibility = 'public' AND (p.visible_until IS NULL OR p.visible_until > ?2)"
