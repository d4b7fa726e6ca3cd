import type { Item } from './save-item.ts'

/** A row of `items`. */
export type ItemRow = {
  id: string
  type: string
  source_key: string | null
  original_locale: string
  visibility: 'public' | 'members'
  state: Item['state']
  published_from: number
  published_until: number | null
  country: string | null
  fields: string
  source_name: string | null
  source_url: string | null
  caution: string | null
  fingerprint: string | null
  version: number
  created_at: number
  updated_at: number
}
/** A row of `translations`. */
export type TextRow = { item_id: string; locale: string; title: string; slug: string; summary: string; body: string }
/** A row of `item_terms`. */
export type TermRow = { item_id: string; taxonomy: string; code: string }

/** The item of a row, with those of `texts` and `terms` that are its own. */
export function itemOf(row: ItemRow, texts: TextRow[], terms: TermRow[]): Item {
  const { date, names, ...fields } = JSON.parse(row.fields) as { date: string | null; names: string[] }
  const own = texts.filter((text) => text.item_id === row.id)
  return {
    id: row.id,
    type: row.type,
    sourceKey: row.source_key,
    visibility: row.visibility,
    state: row.state,
    publishedFrom: row.published_from,
    publishedUntil: row.published_until,
    originalLocale: row.original_locale,
    country: row.country,
    date: date ?? null,
    slug: own[0]?.slug ?? row.id,
    texts: own.map(({ locale, title, summary, body }) => ({ locale, title, summary, body })),
    fields,
    names: names ?? [],
    terms: Object.fromEntries(
      [
        ...Map.groupBy(
          terms.filter((term) => term.item_id === row.id),
          (term) => term.taxonomy,
        ),
      ].map(([taxonomy, list]) => [taxonomy, list.map(({ code }) => code)]),
    ),
    sourceName: row.source_name,
    sourceUrl: row.source_url,
    caution: row.caution,
    fingerprint: row.fingerprint,
    version: row.version,
    createdAt: row.created_at,
  }
}

/** An item as editors work on it, or null. Rights are the caller's business. */
export async function readItem(db: D1Database, id: string): Promise<Item | null> {
  const [rows, texts, terms] = await db.batch([
    db.prepare('SELECT * FROM items WHERE id = ?').bind(id),
    db.prepare('SELECT * FROM translations WHERE item_id = ? ORDER BY locale').bind(id),
    db.prepare('SELECT * FROM item_terms WHERE item_id = ?').bind(id),
  ])
  const row = (rows?.results as ItemRow[] | undefined)?.[0]
  return row ? itemOf(row, (texts?.results ?? []) as TextRow[], (terms?.results ?? []) as TermRow[]) : null
}
