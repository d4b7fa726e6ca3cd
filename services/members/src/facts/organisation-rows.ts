import type { OrganisationCard, OrganisationProfile, Standing } from '@stem/contracts/members'
import type { ShippedLocale } from '@stem/i18n/locales'
import { readProfile } from '../profile/profile.ts'

/** A row of the published register. */
export type OrganisationRow = {
  id: string
  slug: string
  name: string
  country: string | null
  region: string | null
  kind: string
  role: string | null
  standing: string
  organisation_type: string | null
  website: string | null
  descriptions: string
  source_url: string | null
  aliases: string
  updated_at: number
  profile: string | null
}

/** Order of standings in lists: members first. */
export const BY_STANDING = "CASE standing WHEN 'member' THEN 0 WHEN 'unconfirmed' THEN 1 WHEN 'partner' THEN 2 ELSE 3 END"

/** A row as lists show it. */
export const cardOf = ({ id, slug, name, country, region, kind, role, standing }: OrganisationRow): OrganisationCard => ({
  id,
  slug,
  name,
  country,
  region,
  kind,
  role,
  standing: standing as Standing,
})

/** A row as its own page shows it, described in `locale` or in the language there is. */
export function profileOf(row: OrganisationRow, locale: ShippedLocale): OrganisationProfile {
  const descriptions = JSON.parse(row.descriptions) as Record<string, string>
  const own = descriptions[locale] === undefined ? (Object.keys(descriptions)[0] ?? locale) : locale
  const said = row.profile === null ? null : readProfile(row.profile)
  return {
    ...cardOf(row),
    localName: said?.names[locale] ?? null,
    objectives: said?.objectives[own as ShippedLocale] ?? null,
    since: said?.since ?? null,
    logo: said?.logo ?? null,
    organisationType: row.organisation_type,
    website: row.website,
    description: descriptions[own] ?? null,
    descriptionLocale: own,
    descriptionLocales: Object.keys(descriptions),
    sourceUrl: row.source_url,
    aliases: JSON.parse(row.aliases) as string[],
    updatedAt: row.updated_at,
  }
}
