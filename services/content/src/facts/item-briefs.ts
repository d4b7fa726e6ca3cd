import type { ItemBrief, ItemType } from '@stem/contracts/content'
import type { RequestContext } from '@stem/contracts/context'
import { words as wordsOf } from '@stem/i18n/fold'
import { pathOf } from '../addresses/address-of.ts'
import { scopeOf } from '../publish/project-item.ts'
import { CARD_COLUMNS, CARD_TEXT, IN_PUBLIC, type CardRow } from './card.ts'

type Moment = Pick<RequestContext, 'locale' | 'now'>
type Row = CardRow & { publishedFrom: number }

const TYPES = [
  'practice',
  'publication',
  'news',
  'meeting-report',
  'monitoring-instrument',
  'taskforce',
  'briefing',
  'roundtable',
  'policy-reference',
  'eu-project',
  'event',
  'working-group',
] as const satisfies readonly ItemType[]
const MOST_FOUND = 50
const MOST_PUBLISHED = 200
const MOST_WORDS = 6
const AFTER_EVERY_LETTER = '\uffff'
// ?1 and ?2 are language and time.
const FIRST_VALUE = 3

const listed = (values: readonly string[]): string => values.map((value) => `'${value}'`).join(', ')
const SCOPES = [...new Set(TYPES.map((type) => scopeOf({ visibility: 'public', type })))]
const SELECT = `SELECT ${CARD_COLUMNS}, i.published_from AS publishedFrom FROM published p ${CARD_TEXT} JOIN items i ON i.id = p.item_id
  WHERE ${IN_PUBLIC} AND p.type IN (${listed(TYPES)})`

function briefOf(row: Row): ItemBrief {
  const doc = JSON.parse(row.doc) as { start?: string | null; end?: string | null; url?: string | null; terms?: Record<string, string[]> }
  const url = doc.url ?? null
  return {
    id: row.item_id,
    type: row.type as ItemType,
    title: row.title,
    summary: row.summary,
    locale: row.locale,
    country: row.country,
    date: doc.start ?? (row.sort_date === '0000' ? null : row.sort_date),
    end: doc.end ?? null,
    path: pathOf(row.type, row.slug),
    url: url?.startsWith('https://') ? url : null,
    topics: doc.terms?.['topic'] ?? [],
    publishedAt: row.publishedFrom,
  }
}

/** Public items that hold all words, newest first; the words as in search: folded, by their beginning. */
export async function findItems({ db }: { db: D1Database }, words: string, { locale, now }: Moment, most: number): Promise<ItemBrief[]> {
  const asked = wordsOf(words, MOST_WORDS)
  const conditions = asked.map((_, index) => {
    const [from, to] = [FIRST_VALUE + 2 * index, FIRST_VALUE + 2 * index + 1]
    return ` AND p.seq IN (SELECT d.seq FROM published_terms d WHERE d.scope IN (${listed(SCOPES)}) AND d.term >= ?${from} AND d.term < ?${to})`
  })
  const { results } = await db
    .prepare(`${SELECT}${conditions.join('')} ORDER BY p.sort_date DESC, p.sort_title LIMIT ${Math.min(Math.max(Math.trunc(most), 1), MOST_FOUND)}`)
    .bind(locale, now, ...asked.flatMap((word) => [`w:${word}`, `w:${word}${AFTER_EVERY_LETTER}`]))
    .all<Row>()
  return results.map(briefOf)
}

/** Public items by id, in the order asked for. */
export async function itemsByIds({ db }: { db: D1Database }, ids: string[], { locale, now }: Moment): Promise<ItemBrief[]> {
  const asked = ids.slice(0, MOST_FOUND)
  const { results } = await db.prepare(`${SELECT} AND p.item_id IN (SELECT value FROM json_each(?3))`).bind(locale, now, JSON.stringify(asked)).all<Row>()
  const found = new Map(results.map((row) => [row.item_id, briefOf(row)]))
  return asked.flatMap((id) => found.get(id) ?? [])
}

/** Public items that became public within a stretch of time, newest first. */
export async function publishedBetween({ db }: { db: D1Database }, from: number, to: number, { locale, now }: Moment): Promise<ItemBrief[]> {
  const { results } = await db
    .prepare(`${SELECT} AND i.published_from >= ?3 AND i.published_from < ?4 ORDER BY i.published_from DESC, p.sort_title LIMIT ${MOST_PUBLISHED}`)
    .bind(locale, now, from, to)
    .all<Row>()
  return results.map(briefOf)
}
