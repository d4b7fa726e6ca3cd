import { countryTag, entityTag, listTag } from '@stem/contracts/purge'
import { newId } from '@stem/jobs/ids'
import { outboxRow } from '@stem/jobs/outbox'
import type { OrganisationDraft } from '../import/record.ts'
import type { Profile } from '../profile/profile.ts'
import { fold } from '@stem/i18n/fold'
import { aliasesOf, searchTextOf } from './aliases.ts'

/** An organisation as it is to be kept. `version` is the one it will have; the one before must be the present one. */
export type Organisation = OrganisationDraft & {
  id: string
  sourceKey: string | null
  visibility: 'public' | 'hidden'
  fingerprint: string | null
  version: number
  createdAt: number
  /** What the organisation says of itself; null until it said anything. */
  profile: Profile | null
}

const descriptionsOf = ({ profile, description }: Organisation) => profile?.descriptions ?? (description === null ? {} : { en: description })

/** Tags of the pages that show the organisation. */
export const tagsOf = ({ id, country }: { id: string; country: string | null }): string[] => [
  entityTag(id),
  listTag('organisation'),
  ...(country === null ? [] : [countryTag(country)]),
]

const project = (db: D1Database, organisation: Organisation, now: number): D1PreparedStatement[] => {
  const { id, slug, name, country, region, kind, role, standing, organisationType, website, sourceUrl, profile } = organisation
  const remove = db.prepare('DELETE FROM published_organisations WHERE id = ?').bind(id)
  if (organisation.visibility !== 'public') return [remove]
  return [
    remove,
    db
      .prepare(
        `INSERT INTO published_organisations (id, slug, name, sort_name, country, region, kind, role, standing, organisation_type, website,
           descriptions, source_url, aliases, search_text, updated_at, profile) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      )
      .bind(
        id,
        slug,
        name,
        fold(name),
        country,
        region,
        kind,
        role,
        standing,
        organisationType,
        website,
        JSON.stringify(descriptionsOf(organisation)),
        sourceUrl,
        JSON.stringify(aliasesOf(name)),
        searchTextOf(organisation),
        now,
        profile && JSON.stringify(profile),
      ),
  ]
}

/**
 * Statements that keep an organisation, its revision, address, membership, public view and the outbox row that tells of
 * it: one batch, all or nothing. A stale writer breaks the revision's key and nothing is written.
 */
export function saveOrganisation(db: D1Database, organisation: Organisation, who: string, now: number): [D1PreparedStatement, ...D1PreparedStatement[]] {
  const {
    id,
    sourceKey,
    name,
    slug,
    country,
    region,
    kind,
    organisationType,
    website,
    sourceUrl,
    caution,
    visibility,
    fingerprint,
    version,
    createdAt,
    profile,
  } = organisation
  return [
    db
      .prepare('INSERT INTO organisation_revisions (organisation_id, version, at, who, snapshot) VALUES (?, ?, ?, ?, ?)')
      .bind(id, version, now, who, JSON.stringify(organisation)),
    db
      .prepare(
        `INSERT INTO organisations (id, source_key, name, slug, country, region, kind, organisation_type, website, source_url, caution, visibility,
           fingerprint, version, created_at, updated_at, profile)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17)
         ON CONFLICT (id) DO UPDATE SET name = ?3, slug = ?4, country = ?5, region = ?6, kind = ?7, organisation_type = ?8, website = ?9,
           source_url = ?10, caution = ?11, visibility = ?12, fingerprint = ?13, version = ?14, updated_at = ?16, profile = ?17`,
      )
      .bind(
        id,
        sourceKey,
        name,
        slug,
        country,
        region,
        kind,
        organisationType,
        website,
        sourceUrl,
        caution,
        visibility,
        fingerprint,
        version,
        createdAt,
        now,
        profile && JSON.stringify(profile),
      ),
    db.prepare('DELETE FROM organisation_texts WHERE organisation_id = ?').bind(id),
    ...Object.entries(descriptionsOf(organisation)).map(([locale, text]) =>
      db.prepare('INSERT INTO organisation_texts (organisation_id, locale, description) VALUES (?, ?, ?)').bind(id, locale, text),
    ),
    db.prepare('UPDATE organisation_addresses SET current = 0 WHERE organisation_id = ?').bind(id),
    db
      .prepare(
        'INSERT INTO organisation_addresses (slug, organisation_id, current) VALUES (?1, ?2, 1) ON CONFLICT (slug) DO UPDATE SET current = 1 WHERE organisation_id = ?2',
      )
      .bind(slug, id),
    db
      .prepare('UPDATE memberships SET ended_at = ?4 WHERE organisation_id = ?1 AND ended_at IS NULL AND (standing <> ?2 OR role IS NOT ?3)')
      .bind(id, organisation.standing, organisation.role, now),
    db
      .prepare(
        `INSERT INTO memberships (id, organisation_id, standing, role, started_at)
         SELECT ?1, ?2, ?3, ?4, ?5 WHERE NOT EXISTS (SELECT 1 FROM memberships WHERE organisation_id = ?2 AND ended_at IS NULL)`,
      )
      .bind(newId('mem', now), id, organisation.standing, organisation.role, now),
    ...project(db, organisation, now),
    outboxRow(db, { id: newId('out', now), kind: 'purge', payload: { tags: tagsOf(organisation) } }, now),
  ]
}
