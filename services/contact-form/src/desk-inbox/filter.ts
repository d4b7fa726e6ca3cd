import { COUNTRIES } from '@stem/contracts/countries'
import { SHIPPED } from '@stem/i18n/locales'
import { KINDS, STATES } from '../cases/case.ts'

/** The lists of the inbox, in the order of its tabs. `all` is everything there is, for searching. */
export const VIEWS = ['open', 'mine', 'unassigned', 'us', 'overdue', 'waiting', 'possible', 'closed', 'spam', 'all'] as const
/** A list of the inbox. */
export type View = (typeof VIEWS)[number]

/** Orders of a list: what is due next, what happened last, what waits longest. */
export const SORTS = ['due', 'activity', 'oldest'] as const
/** An order of a list. */
export type Sort = (typeof SORTS)[number]

/** How a request may have come. */
export const SOURCES = ['form', 'mail', 'api', 'split'] as const
/** When a request may have come: within seven days, or longer ago than so many days. */
export const AGES = ['7', '14', '30', '90'] as const

/** Names of the filters, in the order of the form; an empty one leaves all in. */
export const FILTERS = ['q', 'kind', 'state', 'country', 'owner', 'language', 'source', 'age'] as const
/** A filter by its name. */
export type FilterName = (typeof FILTERS)[number]

/** What the address of the inbox says: which list, narrowed down by what, in which order. `owner`: a person's id, or `none`. */
export type InboxFilter = { view: View; sort: Sort } & Record<FilterName, string>

/** A place between two rows: the sort key and the id of the row before (`after`) or behind it (`before`). */
export type Cursor = { side: 'after' | 'before'; key: number; id: string }

const LONGEST = 200
const MEMBER = /^per_[0-9a-z]{26}$/
const CURSOR = /^(\d{1,16})\.(cas_[0-9a-z]{26})$/

const KNOWN: Record<Exclude<FilterName, 'q' | 'owner'>, readonly string[]> = {
  kind: KINDS,
  state: STATES,
  country: COUNTRIES,
  language: SHIPPED,
  source: SOURCES,
  age: AGES,
}

/** The order in which a list is worked through, unless another is wished for. */
export const ownSort = (view: View): Sort => (['open', 'mine', 'unassigned', 'us', 'overdue'].includes(view) ? 'due' : 'activity')

/** The filter in a query string; what it does not know it leaves out. */
export function readFilter(params: URLSearchParams): InboxFilter {
  const view = VIEWS.find((one) => one === params.get('view')) ?? 'open'
  const owner = params.get('owner') ?? ''
  const known = (name: keyof typeof KNOWN) => KNOWN[name].find((one) => one === params.get(name)) ?? ''
  return {
    view,
    sort: SORTS.find((one) => one === params.get('sort')) ?? ownSort(view),
    // Cut in the middle of a letter it would be no text any more.
    q: (params.get('q') ?? '')
      .replaceAll(/[\p{C}\s]+/gu, ' ')
      .trim()
      .slice(0, LONGEST)
      .toWellFormed(),
    kind: known('kind'),
    state: known('state'),
    country: known('country'),
    owner: owner === 'none' || MEMBER.test(owner) ? owner : '',
    language: known('language'),
    source: known('source'),
    age: known('age'),
  }
}

/** A filter as a query string, without what goes without saying. */
export const writeFilter = (filter: InboxFilter, more: Record<string, string> = {}): string =>
  new URLSearchParams([
    ...(filter.view === 'open' ? [] : [['view', filter.view]]),
    ...FILTERS.flatMap((name) => (filter[name] === '' ? [] : [[name, filter[name]]])),
    ...(filter.sort === ownSort(filter.view) ? [] : [['sort', filter.sort]]),
    ...Object.entries(more),
  ]).toString()

/** Address of the inbox with a filter, without language. */
export function inboxPath(filter: InboxFilter, more: Record<string, string> = {}): string {
  const query = writeFilter(filter, more)
  return query === '' ? '/console/requests' : `/console/requests?${query}`
}

/** Whether anything narrows the list down. */
export const isNarrowed = (filter: InboxFilter): boolean => FILTERS.some((name) => filter[name] !== '')

/** A filter as it may be kept under a name. What somebody searches for may be a person, and a view outlives what it finds. */
export const withoutWords = (filter: InboxFilter): InboxFilter => ({ ...filter, q: '' })

/** The list without what narrows it down. */
export const cleared = ({ view }: InboxFilter): InboxFilter => readFilter(new URLSearchParams({ view: view === 'all' ? 'open' : view }))

/** The cursor in a query string, or null. */
export function readCursor(params: URLSearchParams): Cursor | null {
  const side = params.has('after') ? 'after' : 'before'
  const [, key, id] = CURSOR.exec(params.get(side) ?? '') ?? []
  return key === undefined || id === undefined ? null : { side, key: Number(key), id }
}

/** A cursor as a parameter. */
export const writeCursor = ({ side, key, id }: Cursor): Record<string, string> => ({ [side]: `${key}.${id}` })
