import type { System } from '@stem/infra/start/system'

type Database = Awaited<ReturnType<System['database']>>

const AT_ONCE = 1000

/**
 * Multiplies what can be found to `wanted` documents by copies under other ids and titles: as many rows in the index as that many published
 * items would have. Organisations are not copied: the
 * search compares itself with the register and would take copies out. Words that spelling knows of do not grow, as they hardly would.
 */
export async function growSearch(db: Database, wanted: number): Promise<void> {
  const base = await db
    .prepare("SELECT count(*) AS n FROM search_documents WHERE type NOT IN ('country', 'organisation') AND id NOT LIKE '%-%'")
    .first<{ n: number }>()
  const start = await db.prepare("SELECT count(*) AS n FROM search_documents WHERE type NOT IN ('country', 'organisation')").first<{ n: number }>()
  if (!base || !start || base.n === 0) throw new Error('nothing can be found')
  const step = Math.max(1, Math.floor(AT_ONCE / base.n))
  const last = Math.ceil(wanted / base.n)
  for (let from = Math.round(start.n / base.n); from < last; from += step) {
    const to = Math.min(last, from + step)
    const highest = (await db.prepare('SELECT max(seq) AS seq FROM search_documents').first<{ seq: number }>())?.seq ?? 0
    const own = "JOIN search_documents own ON own.id = substr(made.id, 1, instr(made.id, '-') - 1)"
    await db.batch([
      db
        .prepare(
          `WITH RECURSIVE copy(k) AS (SELECT CAST(?1 AS INTEGER) UNION ALL SELECT k + 1 FROM copy WHERE k + 1 < ?2)
           INSERT INTO search_documents (id, type, slug, url, country, date, visible_until, original_locale, texts, words, version, indexed_at)
           SELECT id || '-' || k, type, slug || '-' || k, url, country, date, visible_until, original_locale, texts, words, version, indexed_at
           FROM search_documents, copy WHERE type NOT IN ('country', 'organisation') AND id NOT LIKE '%-%'`,
        )
        .bind(from, to),
      db
        .prepare(
          `INSERT INTO search_index (rowid, title, names, labels, summary, body, keys)
           SELECT made.seq, i.title || ' ' || made.seq, i.names, i.labels, i.summary, i.body, i.keys
           FROM search_documents made ${own} JOIN search_index i ON i.rowid = own.seq WHERE made.seq > ?`,
        )
        .bind(highest),
      db
        .prepare(
          `INSERT INTO search_terms (seq, term) SELECT made.seq, t.term FROM search_documents made ${own} JOIN search_terms t ON t.seq = own.seq WHERE made.seq > ?`,
        )
        .bind(highest),
    ])
  }
  await db.batch([
    db.prepare('DELETE FROM search_counts'),
    db.prepare('INSERT INTO search_counts (term, n) SELECT term, count(*) FROM search_terms GROUP BY term'),
  ])
  await db.exec("INSERT INTO search_index (search_index) VALUES ('optimize')")
  await db.exec('ANALYZE')
}

const WORDS = ['school', 'stem', 'technology', 'girls', 'company', 'teach', 'coalition', 'students', 'δανια', 'denmark']
const TYPOS = ['robtics', 'technolgy', 'gedner', 'netherlnads']
const CHOSEN = ['type=practice', 'type=news', 'country=NL', 'country=DK&topic=gender', 'year=2018', 'type=practice&country=DK&topic=gender']

/** Searches over everything: words, pairs of words, mistyped ones, with and without choices beside them. */
export const SITE_SEARCHES: readonly string[] = [
  ...WORDS.map((word) => `/search?q=${encodeURIComponent(word)}`),
  ...WORDS.flatMap((one) => WORDS.map((two) => `/search?q=${encodeURIComponent(one)}+${encodeURIComponent(two)}+2`)),
  ...WORDS.flatMap((word) => CHOSEN.map((chosen) => `/search?${chosen}&q=${encodeURIComponent(word)}`)),
  ...TYPOS.map((word) => `/search?q=${word}`),
  ...CHOSEN.map((chosen) => `/search?${chosen}`),
  '/search',
]
