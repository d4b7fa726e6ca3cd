import type { System } from '@stem/infra/start/system'

type Database = Awaited<ReturnType<System['database']>>

const AT_ONCE = 2000

/**
 * Multiplies the published practices to `wanted` by copies under other slugs and titles, with all their terms and counts:
 * as many rows in the projection as that many imported practices would have.
 */
export async function grow(db: Database, wanted: number): Promise<void> {
  const base = await db
    .prepare("SELECT count(*) AS n, max(seq) AS last FROM published WHERE type = 'practice' AND item_id NOT LIKE '%-%'")
    .first<{ n: number; last: number }>()
  const start = await db.prepare("SELECT count(*) AS n FROM published WHERE type = 'practice'").first<{ n: number }>()
  if (!base || !start) throw new Error('no practices')
  const first = Math.round(start.n / base.n)
  const last = Math.ceil(wanted / base.n)
  const step = Math.max(1, Math.floor(AT_ONCE / base.n))
  for (let from = first; from < last; from += step) {
    const to = Math.min(last, from + step)
    const highest = (await db.prepare('SELECT max(seq) AS seq FROM published').first<{ seq: number }>())?.seq ?? 0
    await db.batch([
      db
        .prepare(
          `WITH RECURSIVE copy(k) AS (SELECT CAST(?1 AS INTEGER) UNION ALL SELECT k + 1 FROM copy WHERE k + 1 < ?2)
           INSERT INTO published (item_id, type, visibility, visible_until, slug, original_locale, country, sort_title, sort_date, doc, updated_at)
           SELECT item_id || '-' || k, type, visibility, visible_until, slug || '-' || k, original_locale, country, sort_title || ' ' || ((k * 7919) % 100003), sort_date, doc, updated_at
           FROM published, copy WHERE type = 'practice' AND item_id NOT LIKE '%-%'`,
        )
        .bind(from, to),
      db
        .prepare(
          `INSERT INTO published_texts (seq, locale, title, summary, body)
           SELECT made.seq, t.locale, t.title || ' ' || made.seq, t.summary, t.body FROM published made
           JOIN published own ON own.item_id = substr(made.item_id, 1, instr(made.item_id, '-') - 1) JOIN published_texts t ON t.seq = own.seq WHERE made.seq > ?`,
        )
        .bind(highest),
      db
        .prepare(
          `INSERT INTO published_terms (scope, term, sort_title, sort_date, seq)
           SELECT t.scope, t.term, made.sort_title, t.sort_date, made.seq FROM published made
           JOIN published own ON own.item_id = substr(made.item_id, 1, instr(made.item_id, '-') - 1) JOIN published_terms t ON t.seq = own.seq WHERE made.seq > ?`,
        )
        .bind(highest),
    ])
  }
  const factor = last / first
  await db.batch(
    ['term_counts', 'pair_counts'].map((table) =>
      db.prepare(`UPDATE ${table} SET n = CAST(round(n * ?) AS INTEGER) WHERE scope = 'public practice'`).bind(factor),
    ),
  )
  await db.exec('ANALYZE')
}
