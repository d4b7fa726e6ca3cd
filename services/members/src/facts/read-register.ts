import type { OrganisationCard, OrganisationLookup, RegisterCounts } from '@stem/contracts/members'
import type { RequestContext } from '@stem/contracts/context'
import type { SitemapEntry } from '@stem/contracts/sitemap'
import { SHIPPED } from '@stem/i18n/locales'
import { BY_STANDING, cardOf, profileOf, type OrganisationRow } from './organisation-rows.ts'

type Deps = { db: D1Database }

/** How many organisations stand in which relation. */
export async function counts({ db }: Deps): Promise<RegisterCounts> {
  const row = await db
    .prepare(
      `SELECT sum(standing = 'member') AS members, sum(standing = 'unconfirmed') AS unconfirmed, sum(standing = 'partner') AS partners,
         sum(standing = 'contact') AS contacts, count(DISTINCT CASE WHEN standing IN ('member', 'unconfirmed') THEN country END) AS countries
       FROM published_organisations`,
    )
    .first<Record<keyof RegisterCounts, number | null>>()
  return {
    members: row?.members ?? 0,
    unconfirmed: row?.unconfirmed ?? 0,
    partners: row?.partners ?? 0,
    contacts: row?.contacts ?? 0,
    countries: row?.countries ?? 0,
  }
}

/** Organisations of one country, members first. */
export async function inCountry({ db }: Deps, country: string): Promise<OrganisationCard[]> {
  const { results } = await db
    .prepare(`SELECT * FROM published_organisations WHERE country = ? ORDER BY ${BY_STANDING}, sort_name LIMIT 200`)
    .bind(country)
    .all<OrganisationRow>()
  return results.map(cardOf)
}

const NEIGHBOURS = 5

/** Looks up by `slug` or `id` of the published row, and by what is `kept` of organisations that are not there. */
async function lookUp(
  db: D1Database,
  key: 'slug' | 'id',
  value: string,
  kept: D1PreparedStatement,
  locale: RequestContext['locale'],
): Promise<OrganisationLookup> {
  const [shown, former, others] = await db.batch([
    db.prepare(`SELECT * FROM published_organisations WHERE ${key} = ?`).bind(value),
    kept,
    db
      .prepare(
        `SELECT o.* FROM published_organisations own JOIN published_organisations o ON o.country = own.country AND o.id <> own.id
         WHERE own.${key} = ? ORDER BY ${BY_STANDING.replaceAll('standing', 'o.standing')}, o.sort_name LIMIT ${NEIGHBOURS}`,
      )
      .bind(value),
  ])
  const row = (shown?.results as OrganisationRow[] | undefined)?.[0]
  if (row) return { found: 'organisation', organisation: profileOf(row, locale), neighbours: ((others?.results ?? []) as OrganisationRow[]).map(cardOf) }
  const past = (former?.results as { slug: string | null; withdrawn_at: number | null }[] | undefined)?.[0]
  if (past && past.slug !== null) return { found: 'moved', slug: past.slug }
  return past && past.withdrawn_at !== null ? { found: 'withdrawn' } : { found: 'none' }
}

/** The organisation at an address, past or present. */
export const organisation = ({ db }: Deps, slug: string, { locale }: Pick<RequestContext, 'locale'>): Promise<OrganisationLookup> =>
  lookUp(
    db,
    'slug',
    slug,
    db
      .prepare(
        `SELECT p.slug, o.withdrawn_at FROM organisation_addresses a JOIN organisations o ON o.id = a.organisation_id
         LEFT JOIN published_organisations p ON p.id = o.id WHERE a.slug = ?`,
      )
      .bind(slug),
    locale,
  )

/** The organisation with an id. */
export const addressOf = ({ db }: Deps, id: string, { locale }: Pick<RequestContext, 'locale'>): Promise<OrganisationLookup> =>
  lookUp(
    db,
    'id',
    id,
    db
      .prepare(
        `SELECT p.slug, o.withdrawn_at FROM organisations o LEFT JOIN merges m ON m.lost_id = o.id AND m.undone_at IS NULL
         LEFT JOIN published_organisations p ON p.id = m.kept_id WHERE o.id = ?`,
      )
      .bind(id),
    locale,
  )

/** Addresses of all public organisations. */
export async function sitemap({ db }: Deps): Promise<SitemapEntry[]> {
  const { results } = await db
    .prepare('SELECT slug, updated_at, descriptions FROM published_organisations ORDER BY slug LIMIT 45000')
    .all<{ slug: string; updated_at: number; descriptions: string }>()
  return results.map(({ slug, updated_at, descriptions }) => {
    const locales = Object.keys(JSON.parse(descriptions) as object)
    return { path: `/members/${slug}`, locales: locales.length === 0 ? [...SHIPPED] : locales, updatedAt: updated_at }
  })
}
