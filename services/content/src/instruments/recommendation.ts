import { SHIPPED, type ShippedLocale } from '@stem/i18n/locales'
import * as v from 'valibot'
import { LATEST } from '../publish/show-instrument.ts'

/** How a country stands to a recommendation, in order; it ends adopted or rejected. */
export const FOLLOW_UP_STATES = ['open', 'considered', 'in-progress', 'adopted', 'rejected'] as const
/** A state of follow-up. */
export type FollowUpState = (typeof FOLLOW_UP_STATES)[number]
/** States in which nothing more is expected. */
export const SETTLED: readonly FollowUpState[] = ['adopted', 'rejected']

/** Where a country may go from each state: on, never back, but what ended can be taken up again. */
export const FOLLOWING: Record<FollowUpState, readonly FollowUpState[]> = {
  open: ['considered', 'in-progress', 'adopted', 'rejected'],
  considered: ['in-progress', 'adopted', 'rejected'],
  'in-progress': ['adopted', 'rejected'],
  adopted: ['in-progress'],
  rejected: ['considered', 'in-progress'],
}

/** What staff write of a recommendation. */
export type Advice = {
  texts: Partial<Record<ShippedLocale, string>>
  addressee: string
  organisationId: string | null
  /** ISO day. */
  dueOn: string | null
}

/** A recommendation as staff work on it, with how each country stands. */
export type Recommendation = Advice & {
  id: string
  itemId: string
  place: number
  version: number
  countries: { country: string; state: FollowUpState; on: string }[]
}

/** One step of a country. */
export type FollowUp = { country: string; version: number; state: FollowUpState; on: string; source: string | null; note: string | null; at: number }

const textsSchema = v.record(v.picklist(SHIPPED), v.string())
type Row = Omit<Recommendation, 'texts' | 'countries'> & { texts: string; countries: string }

const COLUMNS = `r.id, r.item_id AS itemId, r.place, r.texts, r.addressee, r.organisation_id AS organisationId, r.due_on AS dueOn, r.version,
  (SELECT json_group_array(json_object('country', f.country, 'state', f.state, 'on', f.happened_on) ORDER BY f.country)
   FROM follow_ups f WHERE f.recommendation_id = r.id AND ${LATEST}) AS countries`

const recommendationOf = (row: Row): Recommendation => ({
  ...row,
  texts: v.parse(textsSchema, JSON.parse(row.texts)),
  countries: JSON.parse(row.countries) as Recommendation['countries'],
})

/** Recommendations of an instrument in their order. */
export async function recommendationsOf(db: D1Database, itemId: string): Promise<Recommendation[]> {
  const { results } = await db
    .prepare(`SELECT ${COLUMNS} FROM recommendations r WHERE r.item_id = ? AND r.removed_at IS NULL ORDER BY r.place, r.id LIMIT 200`)
    .bind(itemId)
    .all<Row>()
  return results.map(recommendationOf)
}

/** A recommendation of an instrument, or null. */
export async function recommendationById(db: D1Database, itemId: string, id: string): Promise<Recommendation | null> {
  const row = await db
    .prepare(`SELECT ${COLUMNS} FROM recommendations r WHERE r.item_id = ? AND r.id = ? AND r.removed_at IS NULL`)
    .bind(itemId, id)
    .first<Row>()
  return row && recommendationOf(row)
}

/** Everything that became of a recommendation, the newest first. */
export async function followUpsOf(db: D1Database, recommendationId: string): Promise<FollowUp[]> {
  const { results } = await db
    .prepare(
      `SELECT country, version, state, happened_on AS "on", source_url AS source, note, at FROM follow_ups
       WHERE recommendation_id = ? ORDER BY happened_on DESC, at DESC, version DESC LIMIT 500`,
    )
    .bind(recommendationId)
    .all<FollowUp>()
  return results
}

/** Whether nothing more is expected: a country was asked, and all that were have adopted or rejected it. */
export const isSettled = ({ countries }: Pick<Recommendation, 'countries'>): boolean =>
  countries.length > 0 && countries.every(({ state }) => SETTLED.includes(state))

/** The day in Brussels. */
export const dayOf = (instant: number): string => new Intl.DateTimeFormat('sv', { timeZone: 'Europe/Brussels' }).format(instant)

/** Whether it should have been settled before `today` (ISO day). */
export const isOverdue = (one: Pick<Recommendation, 'countries' | 'dueOn'>, today: string): boolean =>
  one.dueOn !== null && one.dueOn < today && !isSettled(one)
