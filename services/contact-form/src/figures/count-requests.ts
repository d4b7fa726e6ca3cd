import type { Figures, FiguresPeriod } from '@stem/contracts/api-figures'
import { KINDS, type Kind } from '../cases/case.ts'
import { dayOf, opensOn, WORKING_DAY } from '../promises/calendar.ts'
import { ALLOWED } from '../promises/due-of.ts'
import { periodsOf, type Period } from './periods.ts'

const DAY = 24 * 60 * 60_000
/** Below this many nothing is said of how fast they were answered: one slow answer would be somebody's. */
const FEWEST = 5
const TENTHS = 10
const PER_CENT = 100

/**
 * A table by which the database itself counts working time: for every day from `from` to `until` (UTC, see `opensOn`) when work begins
 * (null on free days), and the working time before it.
 */
function clockRows(from: number, until: number): [number, number | null, number][] {
  let before = 0
  const rows: [number, number | null, number][] = []
  for (let day = Math.floor(from / DAY); day <= Math.floor(until / DAY); day++) {
    const opens = opensOn(day)
    rows.push([day, opens, before])
    if (opens !== null) before += WORKING_DAY
  }
  return rows
}

const worked = (clock: string, at: string) => `${clock}.worked + coalesce(max(0, min(${at} - ${clock}.opens, ?5)), 0)`

// ?1 clock, ?2 periods, ?3 now, ?4 allowed, ?5 a working day; D1 binds numbers as reals, and a day is a whole number. The rules are those of `promisesOf`, for the first answer.
const SPEED = `
WITH clock AS MATERIALIZED (SELECT value ->> 0 AS day, value ->> 1 AS opens, value ->> 2 AS worked FROM json_each(?1)),
periods AS MATERIALIZED (SELECT value ->> 'name' AS name, value ->> 'starts' AS starts, value ->> 'ends' AS ends FROM json_each(?2)),
steps AS (
  SELECT case_id, at, state, lead(at, 1, CAST(?3 AS INTEGER)) OVER (PARTITION BY case_id ORDER BY at, version, rowid) AS until,
    min(CASE WHEN kind = 'replied' OR state IN ('answered', 'closed') THEN at END) OVER (PARTITION BY case_id) AS answered_at
  FROM events WHERE undone_at IS NULL AND at <= ?3),
used AS MATERIALIZED (
  SELECT s.case_id, max(s.answered_at) AS answered_at,
    sum(CASE WHEN s.state IN ('new', 'triage', 'in-progress') AND (s.answered_at IS NULL OR s.at < s.answered_at)
      THEN (${worked('b', 's.until')}) - (${worked('a', 's.at')}) ELSE 0 END) AS used
  FROM steps s JOIN clock a ON a.day = s.at / ${DAY} JOIN clock b ON b.day = s.until / ${DAY} GROUP BY s.case_id),
counted AS (
  SELECT p.name, c.state, u.used, u.answered_at IS NOT NULL AS is_answered
  FROM cases c JOIN periods p ON c.created_at >= p.starts AND c.created_at < p.ends JOIN used u ON u.case_id = c.id WHERE c.state NOT IN ('spam', 'merged')),
ranked AS (
  SELECT name, state, used, is_answered, row_number() OVER answers AS place, count(*) OVER (PARTITION BY name, is_answered) AS many
  FROM counted WINDOW answers AS (PARTITION BY name, is_answered ORDER BY used))
SELECT name, sum(is_answered) AS answered, sum(is_answered AND used <= ?4) AS inTime,
  sum(NOT is_answered AND state <> 'withdrawn' AND used > ?4) AS overdue,
  avg(CASE WHEN is_answered AND place IN ((many + 1) / 2, (many + 2) / 2) THEN used END) AS median
FROM ranked GROUP BY name`

const COUNTS = `
WITH periods AS MATERIALIZED (SELECT value ->> 'name' AS name, value ->> 'starts' AS starts, value ->> 'ends' AS ends FROM json_each(?1))
SELECT p.name, c.kind, count(*) AS n FROM cases c JOIN periods p ON c.created_at >= p.starts AND c.created_at < p.ends
WHERE c.state NOT IN ('spam', 'merged') GROUP BY p.name, c.kind`

type Speed = { name: string; answered: number; inTime: number; overdue: number; median: number | null }
type Count = { name: string; kind: Kind; n: number }

const byKind = (rows: readonly { kind: Kind; n: number }[]) =>
  Object.fromEntries(KINDS.map((kind) => [kind, rows.find((row) => row.kind === kind)?.n ?? 0])) as Record<Kind, number>

function periodOf({ name }: Period, counts: readonly Count[], speeds: readonly Speed[]): FiguresPeriod {
  const kinds = byKind(counts.filter((row) => row.name === name))
  const { answered = 0, inTime = 0, overdue = 0, median = null } = speeds.find((row) => row.name === name) ?? {}
  return {
    period: name,
    total: KINDS.reduce((sum, kind) => sum + kinds[kind], 0),
    kinds,
    answered,
    medianWorkingDays: median === null || answered < FEWEST ? null : Math.round((median / WORKING_DAY) * TENTHS) / TENTHS,
    withinPromise: answered + overdue < FEWEST ? null : Math.round((inTime / (answered + overdue)) * PER_CENT),
  }
}

/**
 * How many requests of which kind arrived when, how fast they got a first answer or question, and how many are open now (not
 * answered yet, or waiting for the requester). Four
 * queries, whatever the number of requests; the database counts, and only sums leave it.
 */
export async function countRequests(db: D1Database, now: number): Promise<Figures> {
  const { first } = (await db.prepare('SELECT min(created_at) AS first FROM cases').first<{ first: number | null }>()) ?? { first: null }
  const from = Math.min(first ?? now, now)
  const { years, quarters } = periodsOf(from, now)
  const periods = JSON.stringify([...years, ...quarters])
  const [counts, speeds, open] = await db.batch<unknown>([
    db.prepare(COUNTS).bind(periods),
    db.prepare(SPEED).bind(JSON.stringify(clockRows(from, now)), periods, now, ALLOWED.answer, WORKING_DAY),
    db.prepare("SELECT kind, count(*) AS n FROM cases WHERE shelf = 'open' AND state <> 'answered' GROUP BY kind"),
  ])
  const figuresOf = (period: Period) => periodOf(period, (counts?.results ?? []) as Count[], (speeds?.results ?? []) as Speed[])
  return {
    asOf: new Date(dayOf(now) * DAY).toISOString().slice(0, 10),
    promisedWorkingDays: ALLOWED.answer / WORKING_DAY,
    open: byKind((open?.results ?? []) as Count[]),
    years: years.map(figuresOf),
    quarters: quarters.map(figuresOf),
  }
}
