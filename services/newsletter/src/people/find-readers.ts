import { COUNTRIES } from '@stem/contracts/countries'
import { FREQUENCIES, NEWSLETTER_TOPICS } from '@stem/contracts/newsletter'
import { SHIPPED } from '@stem/i18n/locales'
import { notSuppressed } from '../suppressions/suppress.ts'

/** States in which readers are looked for; `suppressed` is active, but kept out. */
export const SHOWN_STATES = ['active', 'paused', 'withdrawn', 'suppressed'] as const
/** A state as a list shows it. */
export type ShownState = (typeof SHOWN_STATES)[number]

/** What a list is narrowed down by, and its values. Everything stands in the address of the page; no address of a reader does. */
export const READER_FILTERS = {
  state: SHOWN_STATES,
  topic: NEWSLETTER_TOPICS,
  country: COUNTRIES,
  language: SHIPPED,
  frequency: FREQUENCIES,
  who: ['members', 'visitors'],
} as const satisfies Record<string, readonly string[]>
/** Name of a filter. */
export type ReaderFilterName = keyof typeof READER_FILTERS
/** What a list is narrowed down by; the empty text by nothing. */
export type ReaderFilter = Record<ReaderFilterName, string>
/** Names of all filters, in the order of the form. */
export const FILTER_NAMES = Object.keys(READER_FILTERS) as ReaderFilterName[]

/** The filter of an address; what it does not know is left out. */
export const filterOf = (params: URLSearchParams): ReaderFilter =>
  Object.fromEntries(
    FILTER_NAMES.map((name) => [name, (READER_FILTERS[name] as readonly string[]).find((one) => one === params.get(name)) ?? '']),
  ) as ReaderFilter

/** A row of the list. */
export type ReaderRow = { id: string; address: string; state: ShownState; locale: string; frequency: string; isMember: number; confirmedAt: number }

/** Rows of a page. */
export const PAGE = 50
/** Counting ends here: more is "9,999+". */
export const MOST_COUNTED = 9999

const suppressed = `NOT ${notSuppressed('s.address_key', '?1')}`
const SHOWN = `CASE WHEN s.state = 'active' AND ${suppressed} THEN 'suppressed' ELSE s.state END`
const CONDITION = `s.address IS NOT NULL AND s.state <> 'erased'
  AND CASE ?2 WHEN '' THEN 1 WHEN 'suppressed' THEN s.state = 'active' AND ${suppressed} WHEN 'active' THEN s.state = 'active' AND NOT (${suppressed}) ELSE s.state = ?2 END
  AND (?3 = '' OR EXISTS (SELECT 1 FROM json_each(s.topics) t WHERE t.value = ?3))
  AND (?4 = '' OR EXISTS (SELECT 1 FROM json_each(s.countries) c WHERE c.value = ?4))
  AND (?5 = '' OR s.locale = ?5) AND (?6 = '' OR s.frequency = ?6)
  AND CASE ?7 WHEN '' THEN 1 WHEN 'members' THEN s.is_member = 1 ELSE s.is_member = 0 END`

/** A page of readers, the latest first, and how many match. `after`: id of the last one of the page before; `next`: for the page after, null on the last. */
export async function findReaders(
  db: D1Database,
  filter: ReaderFilter,
  after: string,
  now: number,
): Promise<{ rows: ReaderRow[]; next: string | null; found: number }> {
  const values = [now, ...FILTER_NAMES.map((name) => filter[name])]
  const [page, counted] = await db.batch([
    db
      .prepare(
        `SELECT s.id, s.address, ${SHOWN} AS state, s.locale, s.frequency, s.is_member AS isMember, s.confirmed_at AS confirmedAt FROM subscribers s
         WHERE ${CONDITION} AND (?8 = '' OR s.id < ?8) ORDER BY s.id DESC LIMIT ${PAGE + 1}`,
      )
      .bind(...values, after),
    db.prepare(`SELECT count(*) AS n FROM (SELECT 1 FROM subscribers s WHERE ${CONDITION} LIMIT ${MOST_COUNTED + 1})`).bind(...values),
  ])
  const rows = (page?.results ?? []) as ReaderRow[]
  return {
    rows: rows.slice(0, PAGE),
    next: rows.length > PAGE ? (rows[PAGE - 1]?.id ?? null) : null,
    found: (counted?.results[0] as { n: number } | undefined)?.n ?? 0,
  }
}
