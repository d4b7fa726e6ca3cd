import { listOf, LISTS } from '@stem/contracts/lists'
import { SHIPPED } from '@stem/i18n/locales'
import { formats } from '@stem/i18n/format'
import { translator, type Key } from '@stem/i18n/translate'
import { fold, words } from '@stem/i18n/fold'
import { describe } from './facets.ts'
import { showVerification, VERIFIED_TYPES } from './show-verification.ts'
import { isInstrument, showInstrument } from './show-instrument.ts'

/** What an item looks like in public. */
export type PublicItem = {
  id: string
  type: string
  visibility: 'public' | 'members'
  visibleUntil: number | null
  slug: string
  originalLocale: string
  country: string | null
  /** ISO date or year, null when not on file. */
  date: string | null
  /** Terms by taxonomy, e.g. `{ topic: ['gender'] }`. */
  terms: Record<string, string[]>
  texts: { locale: string; title: string; summary: string; body: string }[]
  /** Everything else a face shows. */
  doc: object
  /** Further names under which it is found, e.g. the organisation. */
  names: string[]
  updatedAt: number
}

const labelsOf = (taxonomy: string, code: string): string[] => {
  if (taxonomy === 'country') return code === 'EU' ? ['EU Europe'] : SHIPPED.map((locale) => formats(locale).countryName(code))
  return SHIPPED.map((locale) => translator(locale)(`terms.${taxonomy}.${code}` as Key))
}

/** Where the terms of an item are kept: those of all types of a list lie together. */
export const scopeOf = ({ visibility, type }: Pick<PublicItem, 'visibility' | 'type'>): string => {
  const list = listOf(type)
  return `${visibility} ${list === null ? type : LISTS[list].scope}`
}

/** The terms by which `item` is found: every item, facets, organisation names, words; and when they change by themselves (epoch milliseconds). */
export function termsOf(item: PublicItem, now: number): { terms: string[]; until: number | null } {
  const { codes, names, until } = describe(item, now)
  const text = [
    ...item.texts.flatMap(({ title, summary }) => [title, summary]),
    ...item.names,
    ...names,
    ...Object.entries(item.terms).flatMap(([taxonomy, list]) => list.flatMap((code) => labelsOf(taxonomy, code))),
  ].join(' ')
  const organisations = item.names.map((name) => `organisation:${fold(name)}`)
  return {
    terms: ['*', ...codes.map(([facet, code]) => `${facet}:${code}`), ...new Set(organisations), ...words(text, 300).map((word) => `w:${word}`)],
    until,
  }
}

const count = (db: D1Database, itemId: string, sign: 1 | -1): D1PreparedStatement[] => [
  db
    .prepare(
      `INSERT INTO term_counts (scope, term, n)
       SELECT scope, term, ?1 FROM published_terms
       WHERE seq = (SELECT seq FROM published WHERE item_id = ?2) AND term NOT LIKE 'organisation:%'
       ON CONFLICT (scope, term) DO UPDATE SET n = n + ?1`,
    )
    .bind(sign, itemId),
  db
    .prepare(
      `INSERT INTO pair_counts (scope, term, other, n)
       SELECT a.scope, a.term, b.term, ?1 FROM published_terms a JOIN published_terms b ON b.seq = a.seq AND b.term <> a.term
       WHERE a.seq = (SELECT seq FROM published WHERE item_id = ?2)
         AND a.term <> '*' AND a.term NOT LIKE 'w:%' AND a.term NOT LIKE 'organisation:%'
         AND b.term <> '*' AND b.term NOT LIKE 'w:%' AND b.term NOT LIKE 'organisation:%'
       ON CONFLICT (scope, term, other) DO UPDATE SET n = n + ?1`,
    )
    .bind(sign, itemId),
]

/** Statements that take an item out of public; nothing happens when it is not there. */
export const removeFromPublic = (db: D1Database, itemId: string): D1PreparedStatement[] => [
  ...count(db, itemId, -1),
  db.prepare('DELETE FROM published_terms WHERE seq = (SELECT seq FROM published WHERE item_id = ?)').bind(itemId),
  db.prepare('DELETE FROM published_texts WHERE seq = (SELECT seq FROM published WHERE item_id = ?)').bind(itemId),
  db.prepare('DELETE FROM published WHERE item_id = ?').bind(itemId),
]

/** Statements that put `item` before the public as it is at `now`, for a batch with the change itself. */
export function projectItem(db: D1Database, item: PublicItem, now: number): D1PreparedStatement[] {
  const { terms, until } = termsOf(item, now)
  const original = item.texts.find(({ locale }) => locale === item.originalLocale) ?? item.texts[0]
  const sortTitle = fold(original?.title ?? '')
  const sortDate = item.date ?? '0000'
  return [
    ...removeFromPublic(db, item.id),
    db
      .prepare(
        `INSERT INTO published (item_id, type, visibility, visible_until, slug, original_locale, country, sort_title, sort_date, doc, updated_at, renew_at)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      )
      .bind(
        item.id,
        item.type,
        item.visibility,
        item.visibleUntil,
        item.slug,
        item.originalLocale,
        item.country,
        sortTitle,
        sortDate,
        JSON.stringify({ ...item.doc, terms: item.terms }),
        item.updatedAt,
        until,
      ),
    db
      .prepare(
        `INSERT INTO published_texts (seq, locale, title, summary, body)
         SELECT (SELECT seq FROM published WHERE item_id = ?), value ->> 'locale', value ->> 'title', value ->> 'summary', value ->> 'body'
         FROM json_each(?)`,
      )
      .bind(item.id, JSON.stringify(item.texts)),
    db
      .prepare(
        `INSERT INTO published_terms (scope, term, sort_title, sort_date, seq)
         SELECT ?, value, ?, ?, (SELECT seq FROM published WHERE item_id = ?) FROM json_each(?)`,
      )
      .bind(scopeOf(item), sortTitle, sortDate, item.id, JSON.stringify(terms)),
    ...count(db, item.id, 1),
    ...(VERIFIED_TYPES.includes(item.type) ? [showVerification(db, item.id)] : []),
    ...(isInstrument(item.type) ? [showInstrument(db, item.id, item.updatedAt)] : []),
  ]
}
