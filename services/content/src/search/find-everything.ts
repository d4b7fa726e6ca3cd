import { SEARCH_FACETS, SEARCH_WAYS, type SearchFacet, type SearchType, type SearchWay } from '@stem/contracts/api-search'
import type { RequestContext } from '@stem/contracts/context'
import type { DocumentText } from './document.ts'
import { askedOf, filterOf, stemOf, type Asked, type SearchQuery } from './search-query.ts'

/** More hits than this are neither ranked nor counted: the page says "more than". */
export const MOST_COUNTED = 1000
export const PER_PAGE = 20
const MOST_BY_TITLE = 300

/** One thing found, in the language asked for or in its own. */
export type Hit = {
  id: string
  type: SearchType
  slug: string
  url: string | null
  country: string | null
  date: string
  title: string
  summary: string
  locale: string
}

/** What a search found. */
export type FoundEverything = {
  /** Whether anything was asked; without that only `counts` and `popular` say something. */
  searched: boolean
  hits: Hit[]
  total: number
  /** Whether there are more than `total`. */
  more: boolean
  way: SearchWay
  /** The words asked for, folded. */
  asked: string[]
  /** Words that were taken in place of them. */
  mended: string[] | null
  /** Beginnings of the words to mark. */
  marks: string[]
  counts: Record<SearchFacet, { code: string; count: number }[]>
  /** The topics that most documents have, whatever is asked. */
  popular: { code: string; count: number }[]
}

type DocumentRow = { id: string; type: SearchType; slug: string; url: string | null; country: string | null; date: string; texts: string; original: string }
type Line = Partial<DocumentRow> & { term?: string | null; n?: number | null }

// Weights of title, names, labels, summary, body and keys.
const SCORE = 'bm25(search_index, 12.0, 8.0, 5.0, 3.0, 1.0, 0.0)'
const ALIKE = 0.35
const VERY_ALIKE = 0.6
const LETTERS_APART = 2

const foundBy = (words: string): string => `EXISTS (SELECT 1 FROM search_index WHERE search_index MATCH ${words})`

const GRAMS = "json_array_length(w.value, '$.grams')"
const LOOKED_AT = 30

/**
 * The known word that has most grams in common with `w.value`, when it has enough, and how alike they are (0 to 1), as JSON. Looked for
 * among those that share runs of three letters, which few words do.
 */
const NEAREST = `(
  SELECT json_array(word, alike) FROM (
    SELECT c.word, c.n, 2.0 * (SELECT count(*) FROM spelling_grams own WHERE own.word = c.word AND own.gram IN (SELECT value FROM json_each(w.value, '$.grams')))
      / (c.grams + ${GRAMS}) AS alike
    FROM (SELECT s.word, s.n, s.grams FROM spelling_grams g JOIN spellings s ON s.word = g.word
      WHERE g.gram IN (SELECT value FROM json_each(w.value, '$.runs')) AND s.grams BETWEEN ${GRAMS} - ${2 * LETTERS_APART} AND ${GRAMS} + ${2 * LETTERS_APART}
      GROUP BY s.word ORDER BY count(*) DESC, abs(s.grams - ${GRAMS}), s.n DESC, s.word LIMIT ${LOOKED_AT}) c)
  WHERE alike >= ${ALIKE} ORDER BY alike DESC, n DESC, word LIMIT 1)`

const KNOWN = `EXISTS (SELECT 1 FROM spellings k WHERE k.word >= w.value ->> 'word' AND k.word < w.value ->> 'word' || char(1114111))`

// ?1 time, ?2 language, ?3 … ?7 the words asked, ?8 the filter.
/** Which way of taking the words finds anything at all, whatever is chosen beside them: each is tried only when those before found nothing. */
const LADDER = `
  mended (words, list, title, alike) AS MATERIALIZED (
    SELECT group_concat('"' || word || '"*', ' AND ' ORDER BY place), json_group_array(word ORDER BY place), group_concat(word, ' ' ORDER BY place), min(alike)
    FROM (SELECT place, coalesce(near ->> 0, word) AS word, coalesce(near ->> 1, 1.0) AS alike FROM (
      SELECT w.key AS place, w.value ->> 'word' AS word, CASE WHEN ${KNOWN} THEN NULL ELSE ${NEAREST} END AS near FROM json_each(?6) w))),
  way (n) AS MATERIALIZED (
    SELECT CASE WHEN ${foundBy('?3')} THEN 0
      WHEN (SELECT alike FROM mended) BETWEEN ${VERY_ALIKE} AND 0.999 AND ${foundBy('(SELECT words FROM mended)')} THEN 2
      WHEN ${foundBy('?4')} THEN 1 WHEN ${foundBy('(SELECT words FROM mended)')} THEN 2 ELSE 3 END),
  asked (words, title) AS MATERIALIZED (
    SELECT CASE n WHEN 0 THEN ?3 WHEN 1 THEN ?4 WHEN 2 THEN (SELECT words FROM mended) ELSE ?5 END,
      CASE n WHEN 2 THEN (SELECT title FROM mended) ELSE ?7 END FROM way)`

const hitsOf = (match: string, most: number, more = '', score = SCORE): string =>
  `SELECT * FROM (SELECT i.rowid AS seq, ${score} AS score, 0 AS exact FROM search_index i CROSS JOIN search_documents d ON d.seq = i.rowid
     WHERE search_index MATCH ${match} AND (d.visible_until IS NULL OR d.visible_until > ?1)${more} ORDER BY i.rowid DESC LIMIT ${most})`

/** What is called exactly as asked, what has the words in its title, and everything else: of very many only the newest. */
const HITS = `
  hits AS MATERIALIZED (SELECT seq, min(score) AS score, max(exact) AS exact FROM (
    ${hitsOf("(SELECT '(' || words || ')' || ?8 FROM asked)", MOST_COUNTED + 1)}
    UNION ALL ${hitsOf("(SELECT 'title : (' || words || ')' || ?8 FROM asked)", MOST_BY_TITLE)}
    UNION ALL SELECT seq, score, 1 FROM (${hitsOf("(SELECT '(' || words || ')' || ?8 FROM asked)", MOST_BY_TITLE, ' AND i.rowid IN (SELECT t.seq FROM search_titles t JOIN asked ON asked.title = t.title)')})
  ) GROUP BY seq)`

// Without scores: for these the engine reads all there is of a word.
const COUNTED = `hits AS MATERIALIZED (${hitsOf("(SELECT '(' || words || ')' || ?8 FROM asked)", MOST_COUNTED + 1, '', '0')})`

/** Everything that has the chosen values, without words: the newest first. */
const CHOSEN = `hits AS MATERIALIZED (SELECT seq, 0 AS score, 0 AS exact FROM (${hitsOf('?3', MOST_COUNTED + 1, '', '0')}))`

const YEAR = 'CAST(substr(d.date, 1, 4) AS INTEGER)'
/** A little more for what others belong to, for what is recent and for what speaks the reader's language. */
const BOOST = `(1 + CASE d.type WHEN 'organisation' THEN 0.2 WHEN 'country' THEN 0.3 WHEN 'practice' THEN 0.2 ELSE 0.01 * min(max(${YEAR} - 2010, 0), 20) END
  + CASE WHEN instr(d.texts, '"locale":"' || ?2 || '"') > 0 THEN 0.1 ELSE 0 END)`

const NO_DOCUMENT = Array.from({ length: 8 }, () => 'NULL').join(', ')

const rowsOf = (order: string, limit: number, offset: number): string =>
  `SELECT d.id, d.type, d.slug, d.url, d.country, d.date, d.texts, d.original_locale AS original, NULL AS term, NULL AS n
   FROM hits CROSS JOIN search_documents d ON d.seq = hits.seq ORDER BY ${order} LIMIT ${limit} OFFSET ${offset}`
const COUNTS = `SELECT ${NO_DOCUMENT}, t.term, count(*) FROM hits CROSS JOIN search_terms t ON t.seq = hits.seq GROUP BY t.term
  UNION ALL SELECT ${NO_DOCUMENT}, '*', count(*) FROM hits`
const countsOf = (facet: SearchFacet): string =>
  `SELECT t.term, count(*) AS n FROM hits CROSS JOIN search_terms t ON t.seq = hits.seq WHERE t.term >= '${facet}:' AND t.term < '${facet};' GROUP BY t.term`

const MOST_POPULAR = 12
const POPULAR = `SELECT term, n FROM search_counts WHERE term >= 'topic:' AND term < 'topic;' ORDER BY n DESC, term LIMIT ${MOST_POPULAR}`

type Values = unknown[]

/** Statements of a search: rows and counts first, then for each chosen facet its counts as if nothing of it were chosen. */
function statementsOf(
  search: D1Database,
  query: SearchQuery,
  asked: Asked | null,
  first: Values,
  part: { limit: number; offset: number },
): D1PreparedStatement[] {
  const filter = (but: SearchFacet | null) => filterOf(query, but)
  const chosen = SEARCH_FACETS.filter((facet) => query.facets[facet].length > 0)
  if (asked === null) {
    if (chosen.length === 0) return [search.prepare('SELECT term, n FROM search_counts WHERE n > 0')]
    const without = chosen.map((facet) =>
      filter(facet) === ''
        ? search.prepare(`SELECT term, n FROM search_counts WHERE term >= '${facet}:' AND term < '${facet};'`)
        : search.prepare(`WITH ${CHOSEN} ${countsOf(facet)}`).bind(...first, filter(facet)),
    )
    const found = search.prepare(`WITH ${CHOSEN} SELECT * FROM (${rowsOf('d.date DESC, d.seq DESC, ?2', part.limit, part.offset)}) UNION ALL ${COUNTS}`)
    return [found.bind(...first, filter(null)), ...without]
  }
  const values = (but: SearchFacet | null): Values => {
    const narrowed = filter(but)
    return [...first, asked.exact, asked.stems, asked.any, asked.grams, asked.title, narrowed === '' ? '' : ` AND ${narrowed}`]
  }
  const found = search.prepare(
    `WITH ${LADDER}, ${HITS} SELECT * FROM (${rowsOf(`hits.exact DESC, hits.score * ${BOOST}, d.seq DESC`, part.limit, part.offset)})
     UNION ALL ${COUNTS} UNION ALL SELECT ${NO_DOCUMENT}, CASE n WHEN 2 THEN (SELECT list FROM mended) ELSE '' END, n - 4 FROM way`,
  )
  return [found.bind(...values(null)), ...chosen.map((facet) => search.prepare(`WITH ${LADDER}, ${COUNTED} ${countsOf(facet)}`).bind(...values(facet)))]
}

/** A document in `locale` where it has a text in it, else in its own language. */
function hitOf(row: DocumentRow, locale: string): Hit {
  const texts = JSON.parse(row.texts) as DocumentText[]
  const text = texts.find((one) => one.locale === locale) ?? texts.find((one) => one.locale === row.original) ?? texts[0]
  const { id, type, slug, url, country, date } = row
  return { id, type, slug, url, country, date, title: text?.title ?? '', summary: text?.summary ?? '', locale: text?.locale ?? locale }
}

/** Finds what is public by words and chosen values, best first, and counts it; one round trip. */
export async function findEverything(
  { search }: { search: D1Database },
  query: SearchQuery,
  { locale, now }: Pick<RequestContext, 'locale' | 'now'>,
  { limit = PER_PAGE, offset = (query.page - 1) * PER_PAGE }: { limit?: number; offset?: number } = {},
): Promise<FoundEverything> {
  const asked = askedOf(query.q)
  const statements = statementsOf(search, query, asked, [now, locale], { limit, offset })
  const [popular, ...results] = await search.batch<Line>([search.prepare(POPULAR), ...statements])
  const lines = results.flatMap((result) => result.results)
  const counts = Object.fromEntries(SEARCH_FACETS.map((facet) => [facet, [] as { code: string; count: number }[]])) as FoundEverything['counts']
  const chosen = new Set(SEARCH_FACETS.filter((facet) => query.facets[facet].length > 0))
  let [total, way, mended] = [0, 0, null as string[] | null]
  for (const [index, result] of results.entries()) {
    for (const { term, n } of result.results) {
      if (typeof term !== 'string' || typeof n !== 'number') continue
      const colon = term.indexOf(':')
      const facet = term.slice(0, colon) as SearchFacet
      if (n < 0) [way, mended] = [n + SEARCH_WAYS.length, term === '' ? null : (JSON.parse(term) as string[])]
      else if (term === '*') total = n
      // The counts of a chosen facet come from the statement that leaves it out.
      else if (index > 0 || !chosen.has(facet)) counts[facet]?.push({ code: term.slice(colon + 1), count: n })
    }
  }
  const words = asked?.words ?? []
  const name = SEARCH_WAYS[way] ?? 'exact'
  return {
    searched: asked !== null || chosen.size > 0,
    hits: lines.filter((line): line is DocumentRow => typeof line.id === 'string').map((row) => hitOf(row, locale)),
    total: Math.min(total, MOST_COUNTED),
    more: total > MOST_COUNTED,
    way: name,
    asked: words,
    mended,
    marks: name === 'exact' ? words : name === 'mended' ? (mended ?? []) : words.map(stemOf),
    counts,
    popular: (popular?.results ?? []).map(({ term, n }) => ({ code: term?.slice('topic:'.length) ?? '', count: n ?? 0 })),
  }
}
