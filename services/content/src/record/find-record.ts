import type { RequestContext } from '@stem/contracts/context'
import { LISTS, type Facet, type ListName } from '@stem/contracts/lists'
import { pathOf } from '../addresses/address-of.ts'
import { CARD_COLUMNS, CARD_TEXT, IN_PUBLIC, type CardRow } from '../facts/card.ts'
import { pathOfList, typesIn, type ListRow } from '../listing/list-kind.ts'

const MOST_CLOSE = 3
const MOST_RELATED = 20
// Of each term only the newest are looked at, so that the work does not grow with the collection.
const CANDIDATES = 60

/** By which facets a record of the same list is close to another. */
const CLOSE_BY: Record<ListName, readonly Facet[]> = {
  practices: ['topic'],
  publications: ['topic', 'country', 'publication'],
  news: ['country', 'year'],
  policy: ['issuer'],
  projects: ['programme'],
  events: ['event', 'country'],
  taskforces: ['country', 'status'],
  'working-groups': ['status'],
  roundtables: ['country', 'year'],
  'policy-briefings': ['country', 'year'],
  adoptions: ['country'],
}
/** The other list of which a record shows what is of its country. */
const BESIDE: Partial<Record<ListName, ListName>> = {
  practices: 'publications',
  publications: 'practices',
  news: 'practices',
  events: 'practices',
  taskforces: 'practices',
}

/**
 * A published record with its body (JSON, blocks of text) and the languages it exists in; `related`: what it is linked with; `close`: those of its list that are closest;
 * `beside`: the newest of its country in another list. All of them public.
 */
export type FoundRecord = { record: ListRow & { body: string }; locales: string[]; related: CardRow[]; close: CardRow[]; beside: CardRow[] }
/** What stands at an address: a record, one that has moved (to canonical path `path`), one withdrawn, or nothing. */
export type RecordLookup = ({ found: 'record' } & FoundRecord) | { found: 'moved'; path: string } | { found: 'withdrawn' } | { found: 'none' }

/** Looks up the record of a list at `slug`, in one round trip. */
export async function findRecord(
  { db }: { db: D1Database },
  name: ListName,
  slug: string,
  { locale, now }: Pick<RequestContext, 'locale' | 'now'>,
): Promise<RecordLookup> {
  const here = (place: string) =>
    `(SELECT seq FROM published WHERE type IN (${typesIn(name)}) AND visibility = 'public' AND slug = ${place} ORDER BY type LIMIT 1)`
  const near = CLOSE_BY[name].map((facet) => `(own.term >= '${facet}:' AND own.term < '${facet};')`).join(' OR ')
  const other = BESIDE[name]
  const [own, texts, close, former, related, beside] = await db.batch([
    db
      .prepare(`SELECT ${CARD_COLUMNS}, t.body, p.updated_at, p.seq FROM published p ${CARD_TEXT} WHERE ${IN_PUBLIC} AND p.seq = ${here('?3')}`)
      .bind(locale, now, slug),
    db.prepare(`SELECT locale FROM published_texts WHERE seq = ${here('?1')}`).bind(slug),
    db
      .prepare(
        `SELECT ${CARD_COLUMNS} FROM (
           SELECT other.seq, count(*) AS common FROM published_terms own JOIN published_terms other
             ON other.seq <> own.seq AND other.term = own.term AND other.seq IN (
               SELECT near.seq FROM published_terms near WHERE near.scope = own.scope AND near.term = own.term ORDER BY near.sort_date DESC LIMIT ${CANDIDATES})
           WHERE own.seq = ${here('?3')} AND (${near}) GROUP BY other.seq ORDER BY common DESC, other.seq LIMIT ${MOST_CLOSE}) hit
         JOIN published p ON p.seq = hit.seq ${CARD_TEXT} WHERE ${IN_PUBLIC} ORDER BY hit.common DESC, p.sort_title`,
      )
      .bind(locale, now, slug),
    db
      .prepare(
        `SELECT p.type, p.slug, i.state FROM addresses a JOIN items i ON i.id = a.item_id
         LEFT JOIN published p ON p.item_id = i.id AND p.visibility = 'public' AND (p.visible_until IS NULL OR p.visible_until > ?2)
         WHERE a.type IN (${typesIn(name)}) AND a.slug = ?1 AND i.visibility = 'public' ORDER BY p.seq IS NULL LIMIT 1`,
      )
      .bind(slug, now),
    db
      .prepare(
        `SELECT ${CARD_COLUMNS} FROM published own JOIN published p ON p.item_id IN (
           SELECT to_id FROM relations WHERE from_id = own.item_id UNION SELECT from_id FROM relations WHERE to_id = own.item_id)
         ${CARD_TEXT} WHERE ${IN_PUBLIC} AND own.seq = ${here('?3')}
         ORDER BY p.sort_date DESC, p.sort_title LIMIT ${MOST_RELATED}`,
      )
      .bind(locale, now, slug),
    ...(other === undefined
      ? []
      : [
          db
            .prepare(
              `SELECT ${CARD_COLUMNS} FROM (
                 SELECT d.seq, d.sort_date FROM published_terms d INDEXED BY published_terms_by_date WHERE d.scope = 'public ${LISTS[other].scope}'
                   AND d.term = (SELECT 'country:' || country FROM published WHERE seq = ${here('?3')} AND country <> 'EU')
                 ORDER BY d.sort_date DESC LIMIT ${MOST_CLOSE}) hit
               JOIN published p ON p.seq = hit.seq ${CARD_TEXT} WHERE ${IN_PUBLIC} ORDER BY hit.sort_date DESC, p.sort_title`,
            )
            .bind(locale, now, slug),
        ]),
  ])
  const cards = (result: D1Result | undefined) => (result?.results ?? []) as CardRow[]
  const record = (own?.results as FoundRecord['record'][] | undefined)?.[0]
  if (record) {
    return {
      found: 'record',
      record,
      locales: ((texts?.results ?? []) as { locale: string }[]).map((row) => row.locale),
      related: cards(related).filter((row) => pathOf(row.type, row.slug) !== null),
      close: cards(close),
      beside: cards(beside),
    }
  }
  const past = (former?.results as { type: string | null; slug: string | null; state: string }[] | undefined)?.[0]
  const path = past && past.type !== null && past.slug !== null ? pathOf(past.type, past.slug) : null
  if (path !== null && path !== `${pathOfList(name)}/${slug}`) return { found: 'moved', path }
  return past?.state === 'withdrawn' ? { found: 'withdrawn' } : { found: 'none' }
}
