import { countryTag, entityTag, listTag } from '@stem/contracts/purge'
import { newId } from '@stem/jobs/ids'
import { outboxRow } from '@stem/jobs/outbox'
import { searchRow } from '../search/keep-index.ts'
import { projectItem, removeFromPublic, type PublicItem } from './project-item.ts'
import { isInstrument } from './show-instrument.ts'

/** An item as it is to be kept. `version` is the one it will have; the one before must be the present one. */
export type Item = {
  id: string
  type: string
  sourceKey: string | null
  visibility: 'public' | 'members'
  state: 'draft' | 'published' | 'unpublished' | 'withdrawn'
  publishedFrom: number
  publishedUntil: number | null
  originalLocale: string
  country: string | null
  date: string | null
  slug: string
  terms: Record<string, string[]>
  texts: { locale: string; title: string; summary: string; body: string }[]
  fields: object
  names: string[]
  sourceName: string | null
  sourceUrl: string | null
  caution: string | null
  fingerprint: string | null
  version: number
  createdAt: number
}

/** Tags of the pages that show `item`. */
export const tagsOf = ({ id, type, country }: Pick<Item, 'id' | 'type' | 'country'>): string[] => [
  entityTag(id),
  listTag(type),
  ...(country === null ? [] : [countryTag(country)]),
]

/** Whether `item` is before the public at `now`. */
export const isOpen = (item: Pick<Item, 'state' | 'publishedFrom' | 'publishedUntil'>, now: number): boolean =>
  item.state === 'published' && item.publishedFrom <= now && (item.publishedUntil === null || item.publishedUntil > now)

/** The fields that everybody may see: what is for members alone never enters the projection. `revision`: how often it was changed, for calendars. */
function openFields({ type, fields, version }: Item): object {
  const { membersOnly: _, ...open } = fields as { membersOnly?: unknown }
  return type === 'event' ? { ...open, revision: version - 1 } : open
}

/** `item` as the public sees it. */
export const publicView = (item: Item, updatedAt: number): PublicItem => ({
  id: item.id,
  type: item.type,
  visibility: item.visibility,
  visibleUntil: item.publishedUntil,
  slug: item.slug,
  originalLocale: item.originalLocale,
  country: item.country,
  date: item.date,
  terms: item.terms,
  texts: item.texts,
  names: item.names,
  doc: { ...openFields(item), sourceName: item.sourceName, sourceUrl: item.sourceUrl, caution: item.caution },
  updatedAt,
})

/** What an instrument has beside its item, when it has nothing yet: stage and editor as they came. */
const instrumentRow = (db: D1Database, { id, type, state, country, fields }: Item, who: string): D1PreparedStatement[] =>
  isInstrument(type)
    ? [
        db
          .prepare(
            `INSERT INTO instruments (item_id, stage, country, edits, shown_edits, edited_by)
             VALUES (?1, CASE WHEN ?2 ->> '$.status' IN ('finalised', 'completed') THEN 'closed' ELSE 'running' END, ?3, 0, ?4, ?5)
             ON CONFLICT (item_id) DO NOTHING`,
          )
          .bind(id, JSON.stringify(fields), country, state === 'published' ? 0 : null, who),
      ]
    : []

/**
 * Statements that keep `item`, its revision and its address, and leave what the public sees as it is. A stale writer breaks the
 * revision's key and the whole batch with it.
 */
export function keepItem(db: D1Database, item: Item, who: string, now: number): D1PreparedStatement[] {
  const snapshot = JSON.stringify({ ...item, date: item.date })
  return [
    db.prepare('INSERT INTO revisions (item_id, version, at, who, snapshot) VALUES (?, ?, ?, ?, ?)').bind(item.id, item.version, now, who, snapshot),
    db
      .prepare(
        `INSERT INTO items (id, type, source_key, original_locale, visibility, state, published_from, published_until, country,
           fields, source_name, source_url, caution, fingerprint, version, created_at, updated_at)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17)
         ON CONFLICT (id) DO UPDATE SET type = ?2, original_locale = ?4, visibility = ?5, state = ?6, published_from = ?7,
           published_until = ?8, country = ?9, fields = ?10, source_name = ?11, source_url = ?12, caution = ?13,
           fingerprint = ?14, version = ?15, updated_at = ?17`,
      )
      .bind(
        item.id,
        item.type,
        item.sourceKey,
        item.originalLocale,
        item.visibility,
        item.state,
        item.publishedFrom,
        item.publishedUntil,
        item.country,
        JSON.stringify({ ...item.fields, date: item.date, names: item.names }),
        item.sourceName,
        item.sourceUrl,
        item.caution,
        item.fingerprint,
        item.version,
        item.createdAt,
        now,
      ),
    db.prepare('DELETE FROM translations WHERE item_id = ?').bind(item.id),
    db
      .prepare(
        `INSERT INTO translations (item_id, locale, title, slug, summary, body, state, version)
         SELECT ?1, value ->> 'locale', value ->> 'title', ?2, value ->> 'summary', value ->> 'body',
           CASE WHEN value ->> 'locale' = ?3 THEN 'original' ELSE 'human' END, ?4
         FROM json_each(?5)`,
      )
      .bind(item.id, item.slug, item.originalLocale, item.version, JSON.stringify(item.texts)),
    db.prepare('DELETE FROM item_terms WHERE item_id = ?').bind(item.id),
    db
      .prepare(
        `INSERT OR IGNORE INTO item_terms (item_id, taxonomy, code)
         SELECT ?, taxonomy.key, code.value FROM json_each(?) taxonomy, json_each(taxonomy.value) code`,
      )
      .bind(item.id, JSON.stringify(item.terms)),
    db.prepare('UPDATE addresses SET current = 0 WHERE item_id = ?').bind(item.id),
    db
      .prepare(
        'INSERT INTO addresses (type, slug, item_id, current) VALUES (?1, ?2, ?3, 1) ON CONFLICT (type, slug) DO UPDATE SET current = 1 WHERE item_id = ?3',
      )
      .bind(item.type, item.slug, item.id),
    ...instrumentRow(db, item, who),
  ]
}

/** Statements that keep `item`, its public view and the outbox rows that tell of it: one batch, all or nothing, as `keepItem`. */
export const saveItem = (db: D1Database, item: Item, who: string, now: number): D1PreparedStatement[] => [
  ...keepItem(db, item, who, now),
  ...(isOpen(item, now) ? projectItem(db, publicView(item, now), now) : removeFromPublic(db, item.id)),
  searchRow(db, item.id, now),
  outboxRow(db, { id: newId('out', now), kind: 'purge', payload: { tags: tagsOf(item), withdrawn: !isOpen(item, now) || item.visibility !== 'public' } }, now),
]
