import type { Frequency } from '@stem/contracts/newsletter'
import { insist } from '@stem/jobs/lost'
import { meant, type Audience } from '../audience/audience.ts'
import type { ReaderState } from '../readers/reader.ts'

/** States in which a reader has an address. */
export const EXPORTED_STATES = ['active', 'paused', 'withdrawn'] as const satisfies readonly ReaderState[]

/** Which readers: as for a campaign, but of any rhythm (null) and in these states. */
export type ReaderFilter = Omit<Audience, 'frequency'> & { frequency: Frequency | null; states: (typeof EXPORTED_STATES)[number][] }

/** Columns of the file. */
export const READER_COLUMNS = ['address', 'language', 'topics', 'countries', 'frequency', 'state', 'confirmed_at']

const PAGE = 2000
type Row = { id: string; address: string; locale: string; topics: string; countries: string; frequency: string; state: string; confirmedAt: number }

const where = `s.address IS NOT NULL AND s.state IN (SELECT value FROM json_each(?1, '$.states')) AND ${meant('s', '?1')}
  AND (json_extract(?1, '$.frequency') IS NULL OR s.frequency = json_extract(?1, '$.frequency'))`

/** How many readers a filter means. */
export async function countReaders({ db }: { db: D1Database }, filter: ReaderFilter): Promise<number> {
  const row = await db.prepare(`SELECT count(*) AS n FROM subscribers s WHERE ${where}`).bind(JSON.stringify(filter)).first<{ n: number }>()
  return row?.n ?? 0
}

const listOf = (json: string): string => (JSON.parse(json) as string[]).join(' ')

/** Rows for the readers a filter means, by the time they came, page by page. Codes are separated by spaces. */
export async function* exportReaders({ db }: { db: D1Database }, filter: ReaderFilter): AsyncGenerator<(string | number | null)[][]> {
  for (let last = ''; ;) {
    const { results } = await insist(() =>
      db
        .prepare(
          `SELECT s.id, s.address, s.locale, s.topics, s.countries, s.frequency, s.state, s.confirmed_at AS confirmedAt FROM subscribers s
           WHERE s.id > ?2 AND ${where} ORDER BY s.id LIMIT ${PAGE}`,
        )
        .bind(JSON.stringify(filter), last)
        .all<Row>(),
    )
    yield results.map(({ address, locale, topics, countries, frequency, state, confirmedAt }) => [
      address,
      locale,
      listOf(topics),
      listOf(countries),
      frequency,
      state,
      new Date(confirmedAt).toISOString(),
    ])
    if (results.length < PAGE) return
    last = results.at(-1)?.id ?? ''
  }
}
