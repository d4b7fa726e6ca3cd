import type { OrganisationOfApi } from '@stem/contracts/api-organisations'
import type { RequestContext } from '@stem/contracts/context'
import { localPath } from '@stem/i18n/locales'
import { csv } from '@stem/web/csv'
import { file, type Keeping } from '@stem/web/file'
import { profileOf, type OrganisationRow } from '../facts/organisation-rows.ts'

/** A row as programs read it. */
export function organisationOfApi(row: OrganisationRow, { origin, locale }: Pick<RequestContext, 'origin' | 'locale'>): OrganisationOfApi {
  const { id, slug, name, country, region, kind, role, standing, website, description, sourceUrl, updatedAt } = profileOf(row, locale)
  return {
    id,
    url: origin + localPath(locale, `/members/${slug}`),
    name,
    country,
    region,
    kind,
    role,
    standing,
    website,
    description,
    source: sourceUrl,
    updatedAt: new Date(updatedAt).toISOString(),
  }
}

const COLUMNS = [
  'id',
  'url',
  'name',
  'country',
  'region',
  'kind',
  'role',
  'standing',
  'website',
  'description',
  'source',
  'updatedAt',
] as const satisfies (keyof OrganisationOfApi)[]

/** Organisations as a CSV file; `standing` tells members from partners and contacts. */
export const organisationsCsv = (organisations: OrganisationOfApi[], keeping: Keeping): Response =>
  csv(
    [...COLUMNS],
    organisations.map((organisation) => COLUMNS.map((column) => organisation[column])),
    { ...keeping, filename: 'organisations.csv' },
  )

/** Organisations as linked data (JSON-LD 1.1, schema.org). */
export const organisationsJsonLd = (organisations: OrganisationOfApi[], keeping: Keeping): Response =>
  file(
    JSON.stringify({
      '@context': 'https://schema.org',
      '@graph': organisations.map(({ url, id, name, country, website, description, updatedAt }) => ({
        '@type': 'Organization',
        '@id': url,
        identifier: id,
        name,
        ...(country === null ? {} : { address: { '@type': 'PostalAddress', addressCountry: country } }),
        ...(website === null ? {} : { sameAs: website }),
        ...(description === null ? {} : { description }),
        dateModified: updatedAt,
      })),
    }),
    'application/ld+json; charset=utf-8',
    keeping,
  )
