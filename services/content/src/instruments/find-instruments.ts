import { INSTRUMENT_TYPES, STAGES, type InstrumentType, type Stage } from '@stem/contracts/content'
import type { RequestContext } from '@stem/contracts/context'
import type { Item } from '../publish/save-item.ts'
import { LATEST } from '../publish/show-instrument.ts'
import { dayOf, SETTLED } from './recommendation.ts'

/** Ways of looking at the list. */
export const VIEWS = ['open', 'drafts', 'overdue', 'closed', 'all'] as const
/** A way of looking at the list. */
export type View = (typeof VIEWS)[number]

/** What a list is narrowed by; empty texts do not narrow. */
export type Filter = { view: View; type: InstrumentType | ''; country: string; stage: Stage | '' }

const oneOf = <const Value extends string>(all: readonly Value[], given: string | null): Value | undefined => all.find((one) => one === given)

/** The filter of an address; what it does not know it drops. */
export const readFilter = (params: URLSearchParams): Filter => ({
  view: oneOf(VIEWS, params.get('view')) ?? 'open',
  type: oneOf(INSTRUMENT_TYPES, params.get('type')) ?? '',
  country: /^[A-Z]{2}$/.exec(params.get('country') ?? '')?.[0] ?? '',
  stage: oneOf(STAGES, params.get('stage')) ?? '',
})

/** An instrument in the list. */
export type InstrumentLine = {
  id: string
  type: InstrumentType
  state: Item['state']
  visibility: Item['visibility']
  stage: Stage
  country: string | null
  title: string
  locale: string
  updatedAt: number
  /** Whether words were changed that readers do not see yet. */
  isAhead: number
  recommendations: number
  open: number
  overdue: number
  /** The next day on which one is due, ISO. */
  nextOn: string | null
}

// A recommendation is settled once a country was asked and all that were have adopted or rejected it.
const OPEN = `r.removed_at IS NULL AND (NOT EXISTS (SELECT 1 FROM follow_ups f WHERE f.recommendation_id = r.id)
  OR EXISTS (SELECT 1 FROM follow_ups f WHERE f.recommendation_id = r.id AND ${LATEST} AND f.state NOT IN (${SETTLED.map((state) => `'${state}'`).join(', ')})))`

const OF_VIEW: Record<Exclude<View, 'overdue'>, string> = {
  open: "n.stage <> 'closed'",
  drafts: "i.state <> 'published'",
  closed: "n.stage = 'closed'",
  all: 'true',
}
const MOST = 300

/** Instruments that staff look at, the next due first. */
export async function findInstruments(
  { db }: { db: D1Database },
  { view, type, country, stage }: Filter & { view: keyof typeof OF_VIEW },
  { locale, now }: Pick<RequestContext, 'locale' | 'now'>,
): Promise<InstrumentLine[]> {
  const { results } = await db
    .prepare(
      `SELECT i.id, i.type, i.state, i.visibility, n.stage, coalesce(n.country, i.country) AS country, t.title, t.locale, i.updated_at AS updatedAt,
         i.state = 'published' AND n.shown_edits < n.edits AS isAhead,
         (SELECT count(*) FROM recommendations r WHERE r.item_id = i.id AND r.removed_at IS NULL) AS recommendations,
         (SELECT count(*) FROM recommendations r WHERE r.item_id = i.id AND ${OPEN}) AS open,
         (SELECT count(*) FROM recommendations r WHERE r.item_id = i.id AND r.due_on < ?5 AND ${OPEN}) AS overdue,
         (SELECT min(r.due_on) FROM recommendations r WHERE r.item_id = i.id AND ${OPEN}) AS nextOn
       FROM instruments n JOIN items i ON i.id = n.item_id
       JOIN translations t ON t.item_id = i.id AND t.locale = coalesce((SELECT locale FROM translations WHERE item_id = i.id AND locale = ?1), i.original_locale)
       WHERE i.state <> 'withdrawn' AND ${OF_VIEW[view]} AND (?2 = '' OR i.type = ?2) AND (?3 = '' OR coalesce(n.country, i.country) = ?3)
         AND (?4 = '' OR n.stage = ?4)
       ORDER BY nextOn IS NULL, nextOn, i.updated_at DESC LIMIT ${MOST}`,
    )
    .bind(locale, type, country, stage, dayOf(now))
    .all<InstrumentLine>()
  return results
}

/** How many instruments are not closed. */
export const countOpen = async (db: D1Database): Promise<number> =>
  (await db
    .prepare("SELECT count(*) AS n FROM instruments n JOIN items i ON i.id = n.item_id WHERE n.stage <> 'closed' AND i.state <> 'withdrawn'")
    .first<number>('n')) ?? 0

/** A recommendation that should have been settled by now. */
export type OverdueLine = { id: string; itemId: string; title: string; locale: string; texts: string; addressee: string; dueOn: string; country: string | null }

/** Recommendations past their day, the longest first. */
export async function overdueRecommendations({ db }: { db: D1Database }, { locale, now }: Pick<RequestContext, 'locale' | 'now'>): Promise<OverdueLine[]> {
  const { results } = await db
    .prepare(
      `SELECT r.id, i.id AS itemId, t.title, t.locale, r.texts, r.addressee, r.due_on AS dueOn, coalesce(n.country, i.country) AS country
       FROM recommendations r JOIN items i ON i.id = r.item_id JOIN instruments n ON n.item_id = i.id
       JOIN translations t ON t.item_id = i.id AND t.locale = coalesce((SELECT locale FROM translations WHERE item_id = i.id AND locale = ?1), i.original_locale)
       WHERE i.state <> 'withdrawn' AND r.due_on < ?2 AND ${OPEN} ORDER BY r.due_on, r.id LIMIT ${MOST}`,
    )
    .bind(locale, dayOf(now))
    .all<OverdueLine>()
  return results
}
