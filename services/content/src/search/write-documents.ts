import { indexOf, termsOf, type SearchDocument } from './document.ts'
import { gramsOf } from './spelling.ts'

/** State of an item's projection, by which a slower writer is known: see `tokenOf`. */
export type Mark = { id: string; token: number }

const rowsOf = (documents: SearchDocument[]) =>
  documents.map((document) => {
    const { titles, columns, spellings } = indexOf(document)
    return { ...document, titles, columns, spellings, terms: termsOf(document) }
  })

const OLD = '(SELECT seq FROM search_documents WHERE id IN (SELECT value FROM json_each(?1)))'

/** Statements that take documents out, with everything that was counted of them; those that are not there change nothing. */
const removeRows = (search: D1Database, ids: string): D1PreparedStatement[] =>
  [
    `UPDATE search_counts SET n = n - gone.k FROM (SELECT term, count(*) AS k FROM search_terms WHERE seq IN ${OLD} GROUP BY term) gone
     WHERE gone.term = search_counts.term`,
    `UPDATE spellings SET n = n - gone.k FROM (
       SELECT w.value AS word, count(*) AS k FROM search_documents d, json_each(d.words) w WHERE d.id IN (SELECT value FROM json_each(?1)) GROUP BY w.value) gone
     WHERE gone.word = spellings.word`,
    `DELETE FROM search_index WHERE rowid IN ${OLD}`,
    `DELETE FROM search_terms WHERE seq IN ${OLD}`,
    `DELETE FROM search_titles WHERE seq IN ${OLD}`,
    'DELETE FROM search_documents WHERE id IN (SELECT value FROM json_each(?1))',
  ].map((statement) => search.prepare(statement).bind(ids))

const forgetUnused = (search: D1Database): D1PreparedStatement[] => [
  search.prepare('DELETE FROM spelling_grams WHERE word IN (SELECT word FROM spellings WHERE n <= 0)'),
  search.prepare('DELETE FROM spellings WHERE n <= 0'),
  search.prepare('DELETE FROM search_counts WHERE n <= 0'),
]

const idOf = "(SELECT d.seq FROM search_documents d WHERE d.id = r.value ->> 'id')"

function addRows(search: D1Database, documents: SearchDocument[], now: number): D1PreparedStatement[] {
  if (documents.length === 0) return []
  const rows = rowsOf(documents)
  const all = JSON.stringify(rows)
  const grams = JSON.stringify(Object.fromEntries([...new Set(rows.flatMap(({ spellings }) => spellings))].map((word) => [word, gramsOf(word)])))
  return [
    search
      .prepare(
        `INSERT INTO search_documents (id, type, slug, url, country, date, visible_until, original_locale, texts, words, version, indexed_at)
         SELECT value ->> 'id', value ->> 'type', value ->> 'slug', value ->> 'url', value ->> 'country', value ->> 'date', value ->> 'visibleUntil',
           value ->> 'originalLocale', value -> 'texts', value -> 'spellings', value ->> 'version', ?2 FROM json_each(?1) ORDER BY key`,
      )
      .bind(all, now),
    search
      .prepare(
        `INSERT INTO search_index (rowid, title, names, labels, summary, body, keys)
         SELECT ${idOf}, r.value ->> '$.columns.title', r.value ->> '$.columns.names', r.value ->> '$.columns.labels', r.value ->> '$.columns.summary',
           r.value ->> '$.columns.body', r.value ->> '$.columns.keys' FROM json_each(?) r`,
      )
      .bind(all),
    search.prepare(`INSERT OR IGNORE INTO search_titles (title, seq) SELECT t.value, ${idOf} FROM json_each(?) r, json_each(r.value, '$.titles') t`).bind(all),
    search.prepare(`INSERT OR IGNORE INTO search_terms (seq, term) SELECT ${idOf}, t.value FROM json_each(?) r, json_each(r.value, '$.terms') t`).bind(all),
    search
      .prepare(
        `INSERT INTO search_counts (term, n) SELECT t.term, count(*) FROM json_each(?) r JOIN search_terms t ON t.seq = ${idOf} WHERE true GROUP BY t.term
         ON CONFLICT (term) DO UPDATE SET n = n + excluded.n`,
      )
      .bind(all),
    search
      .prepare(
        `INSERT OR IGNORE INTO spelling_grams (gram, word) SELECT g.value, w.key FROM json_each(?) w, json_each(w.value) g
         WHERE NOT EXISTS (SELECT 1 FROM spellings s WHERE s.word = w.key)`,
      )
      .bind(grams),
    search
      .prepare(
        `INSERT INTO spellings (word, n, grams) SELECT w.value, count(*), (SELECT count(*) FROM spelling_grams g WHERE g.word = w.value)
         FROM json_each(?) r, json_each(r.value, '$.spellings') w WHERE true GROUP BY w.value ON CONFLICT (word) DO UPDATE SET n = n + excluded.n`,
      )
      .bind(all),
  ]
}

/**
 * Statements that put `documents` into the index in place of what stood there under their ids, and take out `gone`. For one batch:
 * all or nothing, and the same again changes nothing.
 */
export function indexRows(search: D1Database, documents: SearchDocument[], gone: string[], now: number): D1PreparedStatement[] {
  const ids = JSON.stringify([...documents.map(({ id }) => id), ...gone])
  return [...removeRows(search, ids), ...addRows(search, documents, now), ...forgetUnused(search)]
}

// A mark that would go back breaks NOT NULL, and with it the whole batch.
const markRows = (search: D1Database, marks: Mark[]): D1PreparedStatement =>
  search
    .prepare(
      `INSERT INTO search_marks (id, token) SELECT value ->> 'id', value ->> 'token' FROM json_each(?) WHERE true
       ON CONFLICT (id) DO UPDATE SET token = CASE WHEN excluded.token >= search_marks.token THEN excluded.token END`,
    )
    .bind(JSON.stringify(marks))

const isStale = (thrown: unknown): boolean => /NOT NULL constraint failed: search_marks/.test(String(thrown))

/** What is public of an item now: its document, or null when it is not public. */
export type Present = Mark & { document: SearchDocument | null }

/** Writes how items stand now. One that somebody wrote meanwhile from a later state is left as it is. */
export async function writePresent(search: D1Database, present: Present[], now: number): Promise<void> {
  if (present.length === 0) return
  const statements = (list: Present[]) => [
    markRows(
      search,
      list.map(({ id, token }) => ({ id, token })),
    ),
    ...indexRows(
      search,
      list.flatMap(({ document }) => document ?? []),
      list.flatMap(({ id, document }) => (document === null ? [id] : [])),
      now,
    ),
  ]
  try {
    await search.batch(statements(present))
  } catch (thrown) {
    if (!isStale(thrown)) throw thrown
    if (present.length > 1) for (const one of present) await writePresent(search, [one], now)
  }
}
