import { mayReceive, meant, rhythm, type Audience } from './audience.ts'
import { notSuppressed, type SuppressionReason } from '../suppressions/suppress.ts'

/** Who a filter reaches: how many, from where, and whom it leaves out although the filter means them. */
export type AudienceCount = {
  total: number
  byLocale: Record<string, number>
  /** By country the reader chose; `''`: those who chose none and hear from all. A reader counts in each country they chose. */
  byCountry: Record<string, number>
  /** By topic the reader chose. */
  byTopic: Record<string, number>
  left: { paused: number; suppressed: number; withdrawn: number; frequency: number }
  /** Those who are suppressed, by reason. */
  suppressed: Partial<Record<SuppressionReason, number>>
  /** Some of them, as addresses that cannot be read in full. */
  sample: string[]
}

const SAMPLE = 10
type Line = { name: string; n: number }
const record = (lines: Line[]): Record<string, number> => Object.fromEntries(lines.map(({ name, n }) => [name, n]))

/** An address of which the first letter and the domain are seen. */
export const masked = (address: string): string => `${[...address][0] ?? ''}…${address.slice(address.lastIndexOf('@'))}`

/** Counts whom a filter reaches at this moment, by the same condition that preparing and sending use. */
export async function countAudience({ db }: { db: D1Database }, audience: Audience, now: number): Promise<AudienceCount> {
  const may = mayReceive('s', '?1', '?2')
  const filter = JSON.stringify(audience)
  const ask = (sql: string) => db.prepare(sql).bind(filter, now)
  const [locales, countries, topics, left, suppressed, sample] = await db.batch([
    ask(`SELECT s.locale AS name, count(*) AS n FROM subscribers s WHERE ${may} GROUP BY s.locale ORDER BY n DESC`),
    ask(
      `SELECT coalesce(c.value, '') AS name, count(*) AS n FROM subscribers s LEFT JOIN json_each(s.countries) c WHERE ${may} GROUP BY c.value ORDER BY n DESC, name`,
    ),
    ask(`SELECT t.value AS name, count(*) AS n FROM subscribers s, json_each(s.topics) t WHERE ${may} GROUP BY t.value ORDER BY n DESC, name`),
    ask(
      `SELECT count(*) FILTER (WHERE s.state = 'paused') AS paused, count(*) FILTER (WHERE s.state = 'withdrawn') AS withdrawn,
         count(*) FILTER (WHERE s.state = 'active' AND NOT ${notSuppressed('s.address_key', '?2')}) AS suppressed,
         count(*) FILTER (WHERE s.state = 'active' AND ${notSuppressed('s.address_key', '?2')} AND NOT ${rhythm('s', '?1')}) AS frequency
       FROM subscribers s WHERE ${meant('s', '?1')}`,
    ),
    ask(
      `SELECT k.reason AS name, count(*) AS n FROM subscribers s JOIN suppressions k ON k.address_key = s.address_key
       WHERE s.state = 'active' AND ${meant('s', '?1')} AND k.lifted_at IS NULL AND (k.expires_at IS NULL OR k.expires_at > ?2) GROUP BY k.reason ORDER BY n DESC, name`,
    ),
    // Spread over all of them by the random end of their ids.
    ask(`SELECT s.address AS name, 1 AS n FROM subscribers s WHERE ${may} ORDER BY substr(s.id, -8) LIMIT ${SAMPLE}`),
  ])
  const byLocale = (locales?.results ?? []) as Line[]
  return {
    total: byLocale.reduce((sum, { n }) => sum + n, 0),
    byLocale: record(byLocale),
    byCountry: record((countries?.results ?? []) as Line[]),
    byTopic: record((topics?.results ?? []) as Line[]),
    left: left?.results[0] as AudienceCount['left'],
    suppressed: record((suppressed?.results ?? []) as Line[]),
    sample: ((sample?.results ?? []) as Line[]).map(({ name }) => masked(name)),
  }
}
