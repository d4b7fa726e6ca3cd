import type { Case } from '../cases/case.ts'
import { CASE_COLUMNS, openCase, type CaseRow, type Reading } from '../cases/read-case.ts'
import { conditionOf, narrowedBy, orderOf, type Condition } from './conditions.ts'
import { isNarrowed, VIEWS, type Cursor, type InboxFilter, type View } from './filter.ts'

/** How many rows a page of the inbox has. */
export const PAGE = 50
/** Counts end here: more is "999+", and counting never takes longer. */
export const MOST_COUNTED = 999

/** A page of a list. `before` and `after`: the ways on, null where the list ends. `found`: how many match, when the list is narrowed down. */
export type InboxPage = { rows: Case[]; before: Cursor | null; after: Cursor | null; counts: Record<Exclude<View, 'all'>, number>; found: number | null }

type Asked = { filter: InboxFilter; cursor: Cursor | null; me: string; now: number }
type KeyedRow = CaseRow & { key: number }

const COUNTED = VIEWS.filter((view) => view !== 'all')

const counting = ({ sql }: Condition): string => `(SELECT count(*) FROM (SELECT 1 FROM cases WHERE ${sql} LIMIT ${MOST_COUNTED + 1}))`

const together = (parts: readonly Condition[]): Condition => ({
  sql: parts.map(({ sql }) => sql).join(' AND '),
  values: parts.flatMap(({ values }) => values),
})

/** The statement of one page: rows on one side of the cursor, in the order of that side, one more than is shown. */
function pageOf(db: D1Database, inside: Condition, sort: InboxFilter['sort'], cursor: Cursor | null): D1PreparedStatement {
  const { key, down } = orderOf(sort)
  const isBack = cursor?.side === 'before'
  const [way, beyond] = down === isBack ? ['ASC', '>'] : ['DESC', '<']
  const all = together([
    inside,
    ...(cursor === null ? [] : [{ sql: `${key} ${beyond}= ? AND (${key} ${beyond} ? OR id ${beyond} ?)`, values: [cursor.key, cursor.key, cursor.id] }]),
  ])
  return db.prepare(`SELECT ${CASE_COLUMNS}, ${key} AS key FROM cases WHERE ${all.sql} ORDER BY ${key} ${way}, id ${way} LIMIT ${PAGE + 1}`).bind(...all.values)
}

/** The statements of an inbox page, for one batch: the rows, the counts of all lists, and how many match. */
export async function statementsOf({ db, keys }: Reading, { filter, cursor, me, now }: Asked): Promise<D1PreparedStatement[]> {
  const list = conditionOf(filter.view, me, now, cursor?.side === 'before' && filter.sort === 'due')
  const inside = isNarrowed(filter) ? together([list, await narrowedBy(keys, filter, now)]) : list
  const lists = COUNTED.map((view) => conditionOf(view, me, now))
  const counts = db.prepare(`SELECT ${lists.map((one, index) => `${counting(one)} AS ${COUNTED[index]}`).join(', ')}`).bind(...together(lists).values)
  return [
    pageOf(db, inside, filter.sort, cursor),
    counts,
    ...(isNarrowed(filter) ? [db.prepare(`SELECT ${counting(inside)} AS found`).bind(...inside.values)] : []),
  ]
}

/** One page of the inbox with the counts of all lists: one round trip, two when somebody goes back to the beginning. */
export async function findCases(reading: Reading, asked: Asked): Promise<InboxPage> {
  const { cursor } = asked
  const [page, counts, matching] = await reading.db.batch<unknown>(await statementsOf(reading, asked))
  const all = (page?.results ?? []) as KeyedRow[]
  const isBack = cursor?.side === 'before'
  // Back at the beginning the page is filled up from there.
  if (isBack && all.length <= PAGE) return findCases(reading, { ...asked, cursor: null })
  const rows = isBack ? all.slice(0, PAGE).toReversed() : all.slice(0, PAGE)
  const [first, last] = [rows[0], rows.at(-1)]
  const isMore = all.length > PAGE
  return {
    rows: await Promise.all(rows.map((row) => openCase(reading, row))),
    before: first && cursor !== null ? { side: 'before', key: first.key, id: first.id } : null,
    after: last && (isBack || isMore) ? { side: 'after', key: last.key, id: last.id } : null,
    counts: (counts?.results[0] ?? {}) as InboxPage['counts'],
    found: (matching?.results[0] as { found: number } | undefined)?.found ?? null,
  }
}
