import { newId } from '@stem/jobs/ids'
import { outboxRow } from '@stem/jobs/outbox'
import { projectItem, removeFromPublic } from './project-item.ts'
import { isOpen, publicView, tagsOf, type Item } from './save-item.ts'

const AT_ONCE = 50

type Row = {
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
type TextRow = { item_id: string; locale: string; title: string; slug: string; summary: string; body: string }
type TermRow = { item_id: string; taxonomy: string; code: string }

function itemOf(row: Row, texts: TextRow[], terms: TermRow[]): Item {
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
    texts: own,
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

/** Brings items before the public whose time has come, and takes out those whose time is over. Safe to run twice. */
export async function openWindows({ db }: { db: D1Database }, now: number): Promise<number> {
  const { results: due } = await db
    .prepare(
      `SELECT i.* FROM items i LEFT JOIN published p ON p.item_id = i.id
       WHERE i.state = 'published' AND ((p.seq IS NULL AND i.published_from <= ?1 AND (i.published_until IS NULL OR i.published_until > ?1))
         OR (p.seq IS NOT NULL AND (i.published_until <= ?1 OR i.published_from > ?1))) LIMIT ?2`,
    )
    .bind(now, AT_ONCE)
    .all<Row>()
  if (due.length === 0) return 0
  const ids = JSON.stringify(due.map(({ id }) => id))
  const [texts, terms] = await db.batch([
    db.prepare('SELECT * FROM translations WHERE item_id IN (SELECT value FROM json_each(?))').bind(ids),
    db.prepare('SELECT * FROM item_terms WHERE item_id IN (SELECT value FROM json_each(?))').bind(ids),
  ])
  for (const row of due) {
    const item = itemOf(row, (texts?.results ?? []) as TextRow[], (terms?.results ?? []) as TermRow[])
    await db.batch([
      ...(isOpen(item, now) ? projectItem(db, publicView(item, now)) : removeFromPublic(db, item.id)),
      outboxRow(db, { id: newId('out', now), kind: 'purge', payload: { tags: tagsOf(item), withdrawn: !isOpen(item, now) } }, now),
    ])
  }
  return due.length
}
