import { newId } from '@stem/jobs/ids'
import { projectItem, type PublicItem } from './project-item.ts'
import { searchRow } from '../search/keep-index.ts'
import { tagsOf } from './save-item.ts'

const AT_ONCE = 200
const ORGANISATION = 'organisation:'

type Row = {
  seq: number
  item_id: string
  type: string
  visibility: PublicItem['visibility']
  visible_until: number | null
  slug: string
  original_locale: string
  country: string | null
  sort_date: string
  doc: string
  updated_at: number
}
type Text = PublicItem['texts'][number] & { seq: number }

type Renewed = { seq: number; item: PublicItem }

/** A row of the projection as what it was made of. Only from there: an item may have a draft beside what is public. */
function publicItemOf(row: Row, texts: Text[], organisations: { seq: number; term: string }[]): Renewed {
  const { terms, ...doc } = JSON.parse(row.doc) as { terms: PublicItem['terms'] }
  const own = texts.filter(({ seq }) => seq === row.seq)
  const item: PublicItem = {
    id: row.item_id,
    type: row.type,
    visibility: row.visibility,
    visibleUntil: row.visible_until,
    slug: row.slug,
    originalLocale: row.original_locale,
    country: row.country,
    date: row.sort_date === '0000' ? null : row.sort_date,
    terms,
    texts: own.map(({ locale, title, summary, body }) => ({ locale, title, summary, body })),
    doc,
    names: organisations.filter(({ seq }) => seq === row.seq).map(({ term }) => term.slice(ORGANISATION.length)),
    updatedAt: row.updated_at,
  }
  return { seq: row.seq, item }
}

/**
 * Makes rows of the projection again whose time has come: what a project's dates say of it has changed, or a migration asks for
 * all of a type because lists have new facets. What is public stays the same, and so does the time of its last change. At most 200
 * a call; safe to run twice. Returns how many.
 */
export async function renewProjection({ db }: { db: D1Database }, now: number): Promise<number> {
  const due = `(SELECT seq FROM published WHERE renew_at <= ?1 ORDER BY renew_at, seq LIMIT ${AT_ONCE})`
  const [rows, texts, organisations] = await db.batch([
    db.prepare(`SELECT * FROM published WHERE seq IN ${due}`).bind(now),
    db.prepare(`SELECT * FROM published_texts WHERE seq IN ${due}`).bind(now),
    db.prepare(`SELECT seq, term FROM published_terms WHERE seq IN ${due} AND term >= '${ORGANISATION}' AND term < 'organisation;'`).bind(now),
  ])
  const all = ((rows?.results ?? []) as Row[]).map((row) =>
    publicItemOf(row, (texts?.results ?? []) as Text[], (organisations?.results ?? []) as { seq: number; term: string }[]),
  )
  for (const one of all) await renew(db, one, now)
  return all.length
}

/** Somebody who saved or withdrew the item meanwhile has made its row anew or taken it away: then nothing is to be done. */
async function renew(db: D1Database, { seq, item }: Renewed, now: number): Promise<void> {
  const isThere = 'EXISTS (SELECT 1 FROM published WHERE seq = ?)'
  const payload = JSON.stringify({ tags: tagsOf(item), withdrawn: false })
  try {
    await db.batch([
      // `kind` cannot be empty: without the row the whole batch breaks.
      db
        .prepare(`INSERT INTO outbox (id, kind, payload, created_at) SELECT ?, CASE WHEN ${isThere} THEN 'purge' END, ?, ?`)
        .bind(newId('out', now), seq, payload, now),
      ...projectItem(db, item, now),
      searchRow(db, item.id, now),
    ])
  } catch (thrown) {
    if (await db.prepare(`SELECT 1 WHERE ${isThere}`).bind(seq).first()) throw thrown
  }
}
