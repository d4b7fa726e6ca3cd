import type { OrganisationRow } from '../facts/organisation-rows.ts'
import { BY_STANDING } from '../facts/organisation-rows.ts'
import { fold } from '@stem/i18n/fold'

/** What a reader asks of the register. An empty string does not narrow. */
export type RegisterQuery = { kind: string; role: string; country: string; q: string }

const LONGEST = 100

/** Reads a query as an address bar may hold it: what makes no sense is left out. */
export function readRegisterQuery(params: URLSearchParams): RegisterQuery {
  const code = (name: string) => (/^[A-Za-z0-9-]{1,60}$/.test(params.get(name) ?? '') ? (params.get(name) ?? '') : '')
  return { kind: code('kind'), role: code('role'), country: code('country').toUpperCase().slice(0, 2), q: (params.get('q') ?? '').trim().slice(0, LONGEST) }
}

/** `query` as the query string of its address, without `?`. */
export function writeRegisterQuery(query: RegisterQuery): string {
  const params = new URLSearchParams(Object.entries(query).filter(([, value]) => value !== ''))
  params.sort()
  return params.toString()
}

/**
 * The whole register in one round trip, members first: a few hundred rows, narrowed here, so that the map and the choices
 * of the form come from the same read.
 */
export async function findOrganisations({ db }: { db: D1Database }, query: RegisterQuery): Promise<{ all: OrganisationRow[]; shown: OrganisationRow[] }> {
  const { results } = await db
    .prepare(`SELECT * FROM published_organisations ORDER BY ${BY_STANDING}, sort_name LIMIT 2000`)
    .all<OrganisationRow & { search_text: string }>()
  const words = fold(query.q)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
  const shown = results.filter(
    (row) =>
      (query.kind === '' || row.kind === query.kind) &&
      (query.role === '' || row.role === query.role) &&
      (query.country === '' || row.country === query.country) &&
      words.every((word) => ` ${row.search_text}`.includes(word)),
  )
  return { all: results, shown }
}
