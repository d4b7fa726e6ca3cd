import type { TimelineEntry } from '@stem/contracts/content'
import type { RequestContext } from '@stem/contracts/context'
import { adviceOf, type Advice } from '../dossiers/dossier.ts'
import { CARD_COLUMNS, CARD_TEXT, IN_PUBLIC, timelineEntryOf, type CardRow } from '../facts/card.ts'

/** A taskforce, briefing or roundtable, with what it recommends. */
export type InstrumentEntry = TimelineEntry & { recommendations: Advice[] }

/** What the coalition has done in each form of its work. */
export type Work = {
  taskforces: InstrumentEntry[]
  others: InstrumentEntry[]
  groups: TimelineEntry[]
  meetings: Record<string, number>
  latest: TimelineEntry[]
  practices: number
  publications: number
}

const instrumentOf = (row: CardRow): InstrumentEntry => ({
  ...timelineEntryOf(row),
  recommendations: adviceOf(row),
})

const LATEST = 4
const PUBLICATION_SCOPES = ['public publications', 'public news']

/** Instruments, working groups and meetings, in one round trip. */
export async function findWork({ db }: { db: D1Database }, { locale, now }: Pick<RequestContext, 'locale' | 'now'>): Promise<Work> {
  const cards = (condition: string, order: string) =>
    db.prepare(`SELECT ${CARD_COLUMNS} FROM published p ${CARD_TEXT} WHERE ${IN_PUBLIC} AND ${condition} ORDER BY ${order} LIMIT 200`).bind(locale, now)
  const [taskforces, others, groups, events, totals] = await db.batch([
    cards("p.type = 'taskforce'", 'p.sort_date DESC'),
    cards("p.type IN ('briefing', 'roundtable')", 'p.sort_date DESC'),
    cards("p.type = 'working-group'", 'p.sort_date DESC'),
    cards("p.type = 'event'", 'p.sort_date DESC'),
    db.prepare("SELECT scope, n FROM term_counts WHERE term = '*' AND scope LIKE 'public %'"),
  ])
  const rows = (result: D1Result | undefined) => (result?.results ?? []) as CardRow[]
  const entries = (result: D1Result | undefined) => rows(result).map(timelineEntryOf)
  const total = new Map(((totals?.results ?? []) as { scope: string; n: number }[]).map(({ scope, n }) => [scope, n]))
  const meetings = entries(events)
  return {
    taskforces: rows(taskforces).map(instrumentOf),
    others: rows(others).map(instrumentOf),
    groups: entries(groups),
    meetings: Object.fromEntries([...Map.groupBy(meetings, ({ form }) => form ?? 'other')].map(([form, list]) => [form, list.length])),
    latest: meetings.slice(0, LATEST),
    practices: total.get('public practice') ?? 0,
    publications: PUBLICATION_SCOPES.reduce((sum, scope) => sum + (total.get(scope) ?? 0), 0),
  }
}
