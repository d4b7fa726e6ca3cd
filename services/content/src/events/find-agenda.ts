import type { RequestContext } from '@stem/contracts/context'
import { LISTS } from '@stem/contracts/lists'
import { CARD_COLUMNS, CARD_TEXT, IN_PUBLIC } from '../facts/card.ts'
import { askList, PER_PAGE, type FoundList } from '../listing/find-list.ts'
import { conditionsOf } from '../listing/hits.ts'
import type { ListRow } from '../listing/list-kind.ts'
import { chosenOf, type ListQuery } from '../listing/list-query.ts'
import { whenOf } from '../publish/facets.ts'
import { eventDoc } from './event.ts'
import { monthAfter } from './month.ts'

type Asking = Pick<RequestContext, 'locale' | 'now'>
type When = 'upcoming' | 'past'

const MOST_UPCOMING = 50
const MOST_IN_MONTH = 200
// Longer than any event that is known to the day.
const MONTHS_BEFORE = -2
const FIRST_VALUE = 5

/** Events as an agenda. `found`: how many fit, with the counts of facets; `upcoming`: soonest first; `past`: latest first; `pages`: of the one that goes on. */
export type Agenda = { found: FoundList; upcoming: ListRow[]; past: ListRow[]; pages: number; moreUpcoming: boolean }

const isPast = (row: ListRow, now: number): boolean => whenOf(eventDoc(row), now)?.when !== 'upcoming'

/** Finds what is ahead and what is over, in one round trip. What is over goes on over pages, unless only what is ahead is asked for. */
export async function findAgenda({ db }: { db: D1Database }, query: ListQuery, context: Asking): Promise<Agenda> {
  const chosen = chosenOf(query, 'when')
  const wants = (when: When) => chosen.length === 0 || chosen.includes(when)
  const goesOn: When = wants('past') ? 'past' : 'upcoming'
  const of = (when: When, limit: number, offset: number) =>
    askList({ db }, 'events', { ...query, facets: { ...query.facets, when: [when] }, sort: when === 'past' ? 'newest' : 'soonest' }, context, { limit, offset })
  const questions = [
    askList({ db }, 'events', query, context, { limit: 0, offset: 0 }),
    of(goesOn, PER_PAGE, (query.page - 1) * PER_PAGE),
    ...(goesOn === 'past' && wants('upcoming') && query.page === 1 ? [of('upcoming', MOST_UPCOMING, 0)] : []),
  ]
  const results = await db.batch(questions.flatMap(({ statements }) => statements))
  let place = 0
  const [found, main, ahead] = questions.map(({ statements, read }) => read(results.slice(place, (place += statements.length))))
  if (found === undefined || main === undefined) throw new Error('The database did not answer the question')
  const soon = goesOn === 'past' ? (ahead?.rows ?? []) : main.rows
  // Between midnight and the next renewal a row may still be kept as ahead.
  return {
    found,
    upcoming: soon.filter((row) => !isPast(row, context.now)),
    past: [...soon.filter((row) => isPast(row, context.now)).toReversed(), ...(goesOn === 'past' ? main.rows : [])],
    pages: Math.ceil(main.total / PER_PAGE),
    moreUpcoming: (ahead?.total ?? 0) > MOST_UPCOMING,
  }
}

/** The events of a month that fit the query, earliest first, at most 200, with the counts of facets; in one round trip. One known to the month or year alone is in no month. */
export async function findMonth({ db }: { db: D1Database }, query: ListQuery, month: string, context: Asking): Promise<{ found: FoundList; rows: ListRow[] }> {
  const { conditions, values } = conditionsOf(query, FIRST_VALUE)
  const fits = conditions
    .map(({ match }, index) => ` AND EXISTS (SELECT 1 FROM published_terms e${index} WHERE e${index}.seq = d.seq AND ${match(`e${index}`)})`)
    .join('')
  const question = askList({ db }, 'events', query, context, { limit: 0, offset: 0 })
  const [rows, ...counts] = await db.batch([
    db
      .prepare(
        `SELECT ${CARD_COLUMNS}, p.updated_at, p.seq FROM (
           SELECT d.seq FROM published_terms d INDEXED BY published_terms_by_date WHERE d.scope = 'public ${LISTS.events.scope}' AND d.term = '*'
             AND d.sort_date >= '${monthAfter(month, MONTHS_BEFORE)}-01' AND d.sort_date < ?4 AND length(d.sort_date) = 10
             AND (d.sort_date >= ?3 OR EXISTS (SELECT 1 FROM published o WHERE o.seq = d.seq AND o.doc ->> '$.end' >= ?3))${fits}
           ORDER BY d.sort_date LIMIT ${MOST_IN_MONTH}) hit
         JOIN published p ON p.seq = hit.seq ${CARD_TEXT} WHERE ${IN_PUBLIC} ORDER BY p.sort_date, p.sort_title, p.seq`,
      )
      .bind(context.locale, context.now, `${month}-01`, `${monthAfter(month, 1)}-01`, ...values),
    ...question.statements,
  ])
  return { found: question.read(counts), rows: (rows?.results ?? []) as ListRow[] }
}
