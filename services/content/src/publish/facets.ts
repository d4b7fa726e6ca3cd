import { FACETS, listOf, LISTS, type Facet } from '@stem/contracts/lists'
import { termCode } from '@stem/i18n/fold'

/** What facets are worked out from. `date`: ISO day, month or year. `doc`: the fields of its type. */
export type Described = { type: string; date: string | null; terms: Record<string, string[]>; doc: object }

/** Codes of an item by facet; `names`: words by which it is found because of them; `until`: epoch milliseconds at which they change by themselves. */
export type Description = { codes: [Facet, string][]; names: string[]; until: number | null }

type Doc = { reviewBy?: string | null; issuer?: string | null; programme?: string | null; start?: string | null; end?: string | null }

// A programme is written with its action; readers choose it as a whole.
const PROGRAMMES: [RegExp, string][] = [
  [/^erasmus\s?\+/i, 'erasmus-plus'],
  [/^horizon europe/i, 'horizon-europe'],
  [/^horizon 2020/i, 'horizon-2020'],
]

/** Code of the programme that a project names. */
export const programmeCode = (name: string): string => PROGRAMMES.find(([pattern]) => pattern.test(name))?.[1] ?? termCode(name)

/** First moment after a day, month or year (UTC). */
export function endOf(iso: string): number {
  const [year = 0, month, day] = iso.split('-').map(Number)
  if (month === undefined) return Date.UTC(year + 1, 0)
  return day === undefined ? Date.UTC(year, month) : Date.UTC(year, month - 1, day + 1)
}
const startOf = (iso: string): number => Date.parse(`${iso}${'-01-01'.slice(0, 10 - iso.length)}`)

/** How a project stands at `now`, and until when; null where its dates do not tell. */
export function statusByDates(
  { start, end }: Pick<Doc, 'start' | 'end'>,
  now: number,
): { status: 'planned' | 'ongoing' | 'completed' | null; until: number | null } {
  if (start && startOf(start) > now) return { status: 'planned', until: startOf(start) }
  if (!end) return { status: null, until: null }
  if (endOf(end) <= now) return { status: 'completed', until: null }
  return start ? { status: 'ongoing', until: endOf(end) } : { status: null, until: endOf(end) }
}

/** Whether an event is over at `now`, which it is from midnight (UTC) after its last day on; null without dates. `until`: when that changes. */
export function whenOf({ start, end }: Pick<Doc, 'start' | 'end'>, now: number): { when: 'upcoming' | 'past'; until: number | null } | null {
  const last = end ?? start
  if (!last) return null
  return endOf(last) <= now ? { when: 'past', until: null } : { when: 'upcoming', until: endOf(last) }
}

const isProject = (type: string): boolean => type === 'eu-project'
const isEvent = (type: string): boolean => type === 'event'

/** By which facets `item` is found at `now`: those of its list; an item of no list has all that it says something of. */
export function describe(item: Described, now: number): Description {
  const list = listOf(item.type)
  const facets = list === null ? (Object.keys(FACETS) as Facet[]) : LISTS[list].facets
  const { issuer, programme, reviewBy, ...dates } = item.doc as Doc
  const status = isProject(item.type) ? statusByDates(dates, now) : null
  const when = isEvent(item.type) ? whenOf(dates, now) : null
  const current = reviewBy ? endOf(reviewBy) : null
  const worked: Partial<Record<Facet, string[]>> = {
    ...(item.date === null ? {} : { year: [item.date.slice(0, 4)] }),
    ...(issuer ? { issuer: [termCode(issuer)] } : {}),
    ...(programme ? { programme: [programmeCode(programme)] } : {}),
    ...(status?.status ? { status: [status.status] } : {}),
    ...(when ? { when: [when.when] } : {}),
    ...(current !== null && now < current ? { checked: ['current'] } : {}),
  }
  return {
    codes: facets.flatMap((facet) => (worked[facet] ?? item.terms[facet] ?? []).map((code): [Facet, string] => [facet, code])),
    names: [issuer, programme].filter((name) => name !== undefined && name !== null),
    until: status?.until ?? when?.until ?? (current !== null && now < current ? current : null),
  }
}
