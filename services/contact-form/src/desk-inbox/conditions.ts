import { words } from '@stem/i18n/fold'
import { requesterKeyOf } from '../cases/receive.ts'
import { readReference } from '../cases/reference.ts'
import { termOf, wholes } from '../cases/terms.ts'
import { lastWorkingTime } from '../promises/calendar.ts'
import type { Keys } from '../sealing/keys.ts'
import type { InboxFilter, Sort, View } from './filter.ts'

/** Part of a WHERE with its values. */
export type Condition = { sql: string; values: (string | number)[] }

const DAY = 24 * 60 * 60_000
const NEVER = 9_007_199_254_740_991
const MOST_WORDS = 20

const where = (sql: string, ...values: (string | number)[]): Condition => ({ sql, values })

/** What is in a list. `me`: who looks. `isBack`: the rows before a cursor are wanted, and its key bounds the search closer than the list does. */
export function conditionOf(view: View, me: string, now: number, isBack = false): Condition {
  const nextDue = isBack ? '+next_due' : 'next_due'
  const lists: Record<View, Condition> = {
    open: where("shelf = 'open'"),
    mine: where("shelf = 'open' AND assignee = ?", me),
    unassigned: where("shelf = 'open' AND assignee IS NULL"),
    us: where(`shelf = 'open' AND ${nextDue} < ?`, NEVER),
    overdue: where(`shelf = 'open' AND ${nextDue} < ?`, lastWorkingTime(now)),
    waiting: where("state = 'waiting'"),
    possible: where("shelf = 'open' AND possibly_of IS NOT NULL"),
    closed: where("shelf = 'done'"),
    spam: where("shelf = 'spam'"),
    all: where('true'),
  }
  return lists[view]
}

/** What the list is sorted by, and which way. */
export const orderOf = (sort: Sort): { key: 'next_due' | 'updated_at' | 'created_at'; down: boolean } =>
  ({ due: { key: 'next_due', down: false }, activity: { key: 'updated_at', down: true }, oldest: { key: 'created_at', down: false } } as const)[sort]

const olderThan = (days: number, now: number) => where('created_at < ?', now - days * DAY)

/** What is searched for: a reference in any spelling, a whole address, or whole words, all of them. A text without a word finds nothing. */
async function searched(keys: Keys, q: string): Promise<Condition> {
  const parts: Condition[] = []
  const reference = readReference(q)
  if (reference !== null) parts.push(where('SELECT id FROM cases WHERE reference = ?', reference))
  const [address] = wholes(q)
  if (address !== undefined && /^\S+$/.test(q)) {
    const own = await requesterKeyOf(keys, q)
    parts.push(
      where('SELECT id FROM cases WHERE requester_key = ?', own),
      where('SELECT case_id FROM participants WHERE address_key = ? AND removed_at IS NULL', own),
      where('SELECT case_id FROM case_terms WHERE term = ?', await termOf(keys, address)),
    )
  } else {
    const terms = await Promise.all(words(q, MOST_WORDS).map((word) => termOf(keys, word)))
    const others = terms.slice(1).map(() => 'AND EXISTS (SELECT 1 FROM case_terms other WHERE other.term = ? AND other.case_id = first.case_id)')
    if (terms.length > 0) parts.push(where(`SELECT case_id FROM case_terms first WHERE first.term = ? ${others.join(' ')}`, ...terms))
  }
  return parts.length === 0 ? where('false') : where(`id IN (${parts.map(({ sql }) => sql).join(' UNION ')})`, ...parts.flatMap(({ values }) => values))
}

/** What narrows a list down, all of it together. */
export async function narrowedBy(keys: Keys, filter: InboxFilter, now: number): Promise<Condition> {
  const { q, kind, state, country, owner, language, source, age } = filter
  const all = [
    ...(q === '' ? [] : [await searched(keys, q)]),
    ...(kind === '' ? [] : [where('kind = ?', kind)]),
    ...(state === '' ? [] : [where('state = ?', state)]),
    ...(country === '' ? [] : [where('country = ?', country)]),
    ...(owner === '' ? [] : [owner === 'none' ? where('assignee IS NULL') : where('assignee = ?', owner)]),
    ...(language === '' ? [] : [where('locale = ?', language)]),
    ...(source === '' ? [] : [where('source = ?', source)]),
    ...(age === '' ? [] : [age === '7' ? where('created_at >= ?', now - 7 * DAY) : olderThan(Number(age), now)]),
  ]
  return { sql: all.map(({ sql }) => sql).join(' AND '), values: all.flatMap(({ values }) => values) }
}
