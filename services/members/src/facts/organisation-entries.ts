import type { OrganisationEntry } from '@stem/contracts/members'
import { readProfile } from '../profile/profile.ts'
import { cardOf, type OrganisationRow } from './organisation-rows.ts'

const MOST = 100
const MOST_LISTED = 45_000

type Deps = { db: D1Database }

/** Every public organisation with the time of its last change. */
export async function publicOrganisations({ db }: Deps): Promise<{ id: string; updatedAt: number }[]> {
  const { results } = await db
    .prepare(`SELECT id, updated_at AS updatedAt FROM published_organisations ORDER BY id LIMIT ${MOST_LISTED}`)
    .all<{ id: string; updatedAt: number }>()
  return results
}

/** Public organisations by id, with everything they are found by. */
export async function organisationEntries({ db }: Deps, ids: string[]): Promise<OrganisationEntry[]> {
  const { results } = await db
    .prepare('SELECT * FROM published_organisations WHERE id IN (SELECT value FROM json_each(?)) ORDER BY id')
    .bind(JSON.stringify(ids.slice(0, MOST)))
    .all<OrganisationRow>()
  return results.map((row) => ({
    ...cardOf(row),
    organisationType: row.organisation_type,
    names: row.profile === null ? {} : readProfile(row.profile).names,
    descriptions: JSON.parse(row.descriptions) as Record<string, string>,
    aliases: JSON.parse(row.aliases) as string[],
    updatedAt: row.updated_at,
  }))
}
