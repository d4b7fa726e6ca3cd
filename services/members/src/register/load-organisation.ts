import type { Standing } from '@stem/contracts/members'
import { readProfile, type Profile } from '../profile/profile.ts'
import type { Organisation } from './save-organisation.ts'

type Row = {
  id: string
  source_key: string | null
  name: string
  slug: string
  country: string | null
  region: string | null
  kind: string
  organisation_type: string | null
  website: string | null
  source_url: string | null
  caution: string | null
  visibility: 'public' | 'hidden'
  fingerprint: string | null
  version: number
  created_at: number
  profile: string | null
  standing: Standing | null
  role: string | null
  description: string | null
}

/** An organisation as it is kept now, with `version` the present one; null when there is none or it was withdrawn. */
export async function loadOrganisation({ db }: { db: D1Database }, id: string): Promise<Organisation | null> {
  const row = await db
    .prepare(
      `SELECT o.*, m.standing, m.role, t.description FROM organisations o LEFT JOIN memberships m ON m.organisation_id = o.id AND m.ended_at IS NULL
       LEFT JOIN organisation_texts t ON t.organisation_id = o.id AND t.locale = 'en' WHERE o.id = ? AND o.withdrawn_at IS NULL`,
    )
    .bind(id)
    .first<Row>()
  if (!row) return null
  return {
    id: row.id,
    sourceKey: row.source_key,
    slug: row.slug,
    name: row.name,
    country: row.country,
    region: row.region,
    kind: row.kind,
    role: row.role,
    standing: row.standing ?? 'contact',
    organisationType: row.organisation_type,
    website: row.website,
    description: row.description,
    sourceUrl: row.source_url ?? '',
    caution: row.caution,
    visibility: row.visibility,
    fingerprint: row.fingerprint,
    version: row.version,
    createdAt: row.created_at,
    profile: row.profile === null ? null : readProfile(row.profile),
  }
}

/** What an organisation says of itself: its profile, or what the register knows when it has said nothing yet. */
export const profileIn = ({ profile, name, website, description }: Pick<Organisation, 'profile' | 'name' | 'website' | 'description'>): Profile =>
  profile ?? { name, website, since: null, names: {}, descriptions: description === null ? {} : { en: description }, objectives: {}, logo: null }
