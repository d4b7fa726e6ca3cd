import { typesOf, type Selection } from './oai-request.ts'

/** A record as it is harvested; `at`: epoch milliseconds of its last change, or of when it went. What went has no texts. */
export type Harvested = {
  id: string
  type: string
  slug: string
  at: number
  isGone: 0 | 1
  country: string | null
  /** ISO day, month or year. */
  date: string | null
  doc: string | null
  /** JSON: language, title and summary of each language it exists in. */
  texts: string | null
}

// Whether an item was before the public at some time: one of its versions was published, and its window had begun before the next came.
const WAS_PUBLIC = `EXISTS (SELECT 1 FROM revisions r WHERE r.item_id = i.id AND r.snapshot ->> '$.state' = 'published' AND r.snapshot ->> '$.visibility' = 'public'
  AND r.snapshot ->> '$.publishedFrom' <= coalesce((SELECT min(n.at) FROM revisions n WHERE n.item_id = r.item_id AND n.version > r.version),
    CASE i.state WHEN 'published' THEN ?1 ELSE i.updated_at END))`

// What is public, and what was and is not any more, whichever way it went. What never was public is not known here.
const RECORDS = `(
  SELECT p.item_id AS id, p.updated_at AS at, 0 AS isGone
  FROM published p WHERE p.visibility = 'public' AND p.type IN (SELECT value FROM json_each(?2)) AND (p.visible_until IS NULL OR p.visible_until > ?1)
  UNION ALL
  SELECT i.id, CASE WHEN i.state = 'published' AND i.visibility = 'public' THEN i.published_until ELSE i.updated_at END, 1
  FROM items i WHERE i.type IN (SELECT value FROM json_each(?2))
    AND (i.state <> 'published' OR i.visibility <> 'public' OR i.published_until <= ?1)
    AND NOT EXISTS (SELECT 1 FROM published p WHERE p.item_id = i.id AND p.visibility = 'public' AND (p.visible_until IS NULL OR p.visible_until > ?1))
    AND ${WAS_PUBLIC})`

const WHOLE = `SELECT hit.id, i.type, coalesce(p.slug, '') AS slug, hit.at, hit.isGone, p.country, nullif(p.sort_date, '0000') AS date, p.doc,
    (SELECT json_group_array(json_object('locale', t.locale, 'title', t.title, 'summary', t.summary) ORDER BY t.locale) FROM published_texts t WHERE t.seq = p.seq) AS texts
  FROM hit JOIN items i ON i.id = hit.id LEFT JOIN published p ON p.item_id = hit.id AND hit.isGone = 0 ORDER BY hit.at, hit.id`

/** The records of a selection that changed first, one more than `most` when there are more; in one round trip. */
export async function findHarvest({ db }: { db: D1Database }, { set, from, until, after }: Selection, most: number, now: number): Promise<Harvested[]> {
  const { results } = await db
    .prepare(`WITH hit AS (SELECT * FROM ${RECORDS} WHERE at >= ?3 AND at < ?4 AND (at > ?5 OR (at = ?5 AND id > ?6)) ORDER BY at, id LIMIT ?7) ${WHOLE}`)
    .bind(
      now,
      JSON.stringify(typesOf(set)),
      Math.max(from ?? 0, after?.[0] ?? 0),
      until ?? Number.MAX_SAFE_INTEGER,
      after?.[0] ?? -1,
      after?.[1] ?? '',
      most + 1,
    )
    .all<Harvested>()
  return results
}

/** One record by its id, or null. */
export async function findOne({ db }: { db: D1Database }, id: string, now: number): Promise<Harvested | null> {
  return db
    .prepare(`WITH hit AS (SELECT * FROM ${RECORDS} WHERE id = ?3) ${WHOLE}`)
    .bind(now, JSON.stringify(typesOf(null)), id)
    .first<Harvested>()
}

/** When the first change was that is still known, epoch milliseconds. */
export async function earliest({ db }: { db: D1Database }, now: number): Promise<number> {
  const row = await db
    .prepare(`SELECT min(at) AS at FROM ${RECORDS}`)
    .bind(now, JSON.stringify(typesOf(null)))
    .first<{ at: number | null }>()
  return row?.at ?? now
}
