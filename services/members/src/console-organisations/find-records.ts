import type { Principal } from '@stem/contracts/context'
import { fold } from '@stem/i18n/fold'
import { scopesFor, within, type Action } from '../rights/rights.ts'

/** A record of the register as the secretariat sees it. */
export type Record_ = {
  id: string
  slug: string
  name: string
  country: string | null
  kind: string
  standing: string | null
  website: string | null
  caution: string | null
  people: number
  draft: string | null
  updatedAt: number
}

/** Filters of the list; an empty one leaves all in. */
export type RecordFilter = { q: string; country: string; standing: string; kind: string; missing: string }

/** Names of the filters, in the order of the form. */
export const FILTERS = ['q', 'country', 'standing', 'kind', 'missing'] as const
/** What a record may lack. */
export const MISSING = ['people', 'website', 'country', 'check'] as const

const LONGEST = 100

/** The filter in a query string. */
export const readFilter = (params: URLSearchParams): RecordFilter => {
  const take = (name: string) => (params.get(name) ?? '').trim().slice(0, LONGEST)
  return { q: take('q'), country: take('country'), standing: take('standing'), kind: take('kind'), missing: take('missing') }
}

/** A filter as a query string, without what is empty. */
export const writeFilter = (filter: RecordFilter): string =>
  new URLSearchParams(FILTERS.flatMap((name) => (filter[name] === '' ? [] : [[name, filter[name]]]))).toString()

/** Records that `who` may see for `action`, by name. */
export async function findRecords({ db }: { db: D1Database }, who: Principal, action: Action, filter: RecordFilter): Promise<Record_[]> {
  const { results } = await db
    .prepare(
      `SELECT o.id, o.slug, o.name, o.country, o.kind, m.standing, o.website, o.caution, o.updated_at AS updatedAt, d.state AS draft,
         (SELECT count(DISTINCT g.person_id) FROM role_grants g WHERE g.scope = 'organisation:' || o.id AND g.ended_at IS NULL) AS people
       FROM organisations o LEFT JOIN memberships m ON m.organisation_id = o.id AND m.ended_at IS NULL LEFT JOIN profile_drafts d ON d.organisation_id = o.id
       WHERE o.withdrawn_at IS NULL AND ${within(1, { organisation: 'o.id', country: 'o.country' })}
         AND (?2 = '' OR o.country = ?2) AND (?3 = '' OR m.standing = ?3) AND (?4 = '' OR o.kind = ?4)
       ORDER BY o.name COLLATE NOCASE LIMIT 5000`,
    )
    .bind(JSON.stringify(scopesFor(who, action)), filter.country, filter.standing, filter.kind)
    .all<Record_>()
  const wanted = fold(filter.q)
  const lacks: Record<string, (record: Record_) => boolean> = {
    people: ({ people }) => people === 0,
    website: ({ website }) => website === null,
    country: ({ country }) => country === null,
    check: ({ caution, standing }) => caution !== null || standing === 'unconfirmed',
  }
  return results.filter((record) => fold(`${record.name} ${record.website ?? ''}`).includes(wanted) && (lacks[filter.missing]?.(record) ?? true))
}
