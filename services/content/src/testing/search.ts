import { env } from 'cloudflare:workers'
import { CONTENT_KINDS, type ContentKind } from '@stem/contracts/import'
import type { OrganisationEntry } from '@stem/contracts/members'
import { visitor } from '@stem/test-kit/visitor'
import { importRecords } from '../import/import-records.ts'
import { findEverything, type FoundEverything } from '../search/find-everything.ts'
import type { Register } from '../search/keep-register.ts'
import { readSearchQuery } from '../search/search-query.ts'
import { DB, SEARCH } from './database.ts'

type SeedOrganisation = { id: string; name: string; country: string | null; region?: string | null; kind: string; description: string | null }

const seed = JSON.parse((env as unknown as { SEED: string }).SEED) as Record<string, unknown[]>

/** A public organisation as the register tells of it. */
export const entry = (over: Partial<OrganisationEntry> & { id: string; name: string }): OrganisationEntry => ({
  slug: over.id.replace('org_', ''),
  country: null,
  region: null,
  kind: 'other',
  role: null,
  standing: 'member',
  organisationType: null,
  names: {},
  descriptions: {},
  aliases: [over.name],
  updatedAt: 1,
  ...over,
})

const spellingsOf = (name: string): string[] => [name, name.replace(/\s*\([^)]*\)/, ''), /\(([^)]+)\)/.exec(name)?.[1] ?? name]

/** The organisations of the coalition's data. */
export const seedRegister: OrganisationEntry[] = ([...(seed['members'] ?? []), ...(seed['partners'] ?? [])] as SeedOrganisation[]).map(
  ({ id, name, country, region = null, kind, description }) =>
    entry({ id: `org_${id}`, name, country, region, kind, descriptions: description === null ? {} : { en: description }, aliases: spellingsOf(name) }),
)

/** A register that holds `entries`, which a test may change. */
export const registerOf = (entries: OrganisationEntry[]): Register => ({
  publicOrganisations: () => Promise.resolve(entries.map(({ id, updatedAt }) => ({ id, updatedAt }))) as never,
  organisationEntries: (ids: string[]) => Promise.resolve(entries.filter(({ id }) => ids.includes(id))) as never,
})

/** Imports the coalition's data. */
export async function importSeed(now: number): Promise<void> {
  for (const kind of CONTENT_KINDS as readonly ContentKind[]) await importRecords({ db: DB }, kind, seed[kind] ?? [], now)
}

/** Asks the search as somebody who types `q`; `more` are further parameters. */
export const find = (q: string, more: Record<string, string> = {}, { now = Date.now(), locale = 'en' as const } = {}): Promise<FoundEverything> =>
  findEverything({ search: SEARCH }, readSearchQuery(new URLSearchParams({ ...more, q })), visitor('/search', { now, locale }))

/** What was found, by type and slug. */
export const namesOf = ({ hits }: FoundEverything): string[] => hits.map(({ type, slug }) => `${type}/${slug}`)
