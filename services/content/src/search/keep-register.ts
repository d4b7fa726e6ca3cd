import { PROFILED } from '@stem/contracts/countries'
import type { MembersService } from '@stem/contracts/members'
import { insist } from '@stem/jobs/lost'
import { documentOfCountry, documentOfOrganisation } from './document.ts'
import { indexRows } from './write-documents.ts'

const AT_ONCE = 50

/** What the index needs of the register. */
export type Register = Pick<MembersService, 'publicOrganisations' | 'organisationEntries'>

type Deps = { search: D1Database; members: Register }

const portionsOf = <Value>(list: Value[]): Value[][] =>
  Array.from({ length: Math.ceil(list.length / AT_ONCE) }, (_, index) => list.slice(index * AT_ONCE, (index + 1) * AT_ONCE))

/**
 * Compares the organisations of the index with the register and writes what differs; gives how many that were, and whether one of them is
 * gone. Nothing is remembered between two runs, so nothing can be missed. `anew`: writes every one.
 */
export async function keepRegister({ search, members }: Deps, now: number, anew = false): Promise<{ changed: number; gone: number }> {
  const [listed, { results: known }] = await Promise.all([
    members.publicOrganisations(),
    search.prepare("SELECT id, version FROM search_documents WHERE type = 'organisation'").all<{ id: string; version: number }>(),
  ])
  const versions = new Map(known.map(({ id, version }) => [id, version]))
  const present = new Set(listed.map(({ id }) => id))
  const gone = known.map(({ id }) => id).filter((id) => !present.has(id))
  const changed = listed.filter(({ id, updatedAt }) => anew || versions.get(id) !== updatedAt).map(({ id }) => id)
  for (const ids of portionsOf(changed)) {
    const documents = (await members.organisationEntries(ids)).map(documentOfOrganisation)
    await insist(() => search.batch(indexRows(search, documents, [], now)))
  }
  if (gone.length > 0) await insist(() => search.batch(indexRows(search, [], gone, now)))
  return { changed: changed.length, gone: gone.length }
}

/** Writes the profiles of countries. */
export async function keepCountries({ search }: Pick<Deps, 'search'>, now: number): Promise<void> {
  await insist(() => search.batch(indexRows(search, PROFILED.map(documentOfCountry), [], now)))
}
