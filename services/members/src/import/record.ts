import type { Standing } from '@stem/contracts/members'
import * as v from 'valibot'

// Shapes of the records of the coalition's data file. `null`: not seen, which does not mean that it does not exist.

const text = (most: number) =>
  v.pipe(v.string('must be text'), v.trim(), v.minLength(1, 'must not be empty'), v.maxLength(most, `must have at most ${most} characters`))
const id = v.pipe(v.string('must be text'), v.regex(/^[a-z0-9][a-z0-9-]*$/, 'must be lower-case letters, digits and hyphens'), v.maxLength(120))
const url = v.pipe(v.string('must be text'), v.url('must be a web address'), v.regex(/^https?:\/\//, 'must begin with http:// or https://'), v.maxLength(1000))
const country = v.pipe(v.string('must be text'), v.regex(/^[A-Z]{2}$/, 'must be a country code of two capital letters'))
const maybe = <const Schema extends v.GenericSchema>(schema: Schema) => v.nullable(schema)
const note = v.optional(maybe(text(1000)), null)

const STANDINGS = { listed: 'member', named: 'unconfirmed', related: 'contact' } as const satisfies Record<string, Standing>
const KINDS = ['dedicated-platform', 'ministry', 'regional-authority', 'research-council', 'innovation-agency', 'university-network', 'other'] as const

const common = { id, name: text(300), country: maybe(country), website: maybe(url), description: maybe(text(2000)), source_url: url, note, date_note: note }

const memberRecord = v.strictObject({
  ...common,
  region: maybe(text(120)),
  kind: v.picklist(KINDS, 'must be a known kind of organisation'),
  role: maybe(text(120)),
  organisation_type: maybe(text(120)),
  status: v.picklist(['listed', 'named', 'related'], 'must be listed, named or related'),
})
const partnerRecord = v.strictObject({ ...common, kind: v.picklist(['european', 'national', 'regional'], 'must be european, national or regional') })

/** What a record says about an organisation. */
export type OrganisationDraft = {
  slug: string
  name: string
  country: string | null
  region: string | null
  kind: string
  role: string | null
  standing: Standing
  organisationType: string | null
  website: string | null
  description: string | null
  sourceUrl: string
  caution: string | null
}

const code = (label: string | null): string | null =>
  label === null
    ? null
    : label
        .toLowerCase()
        .normalize('NFKD')
        .replace(/\p{M}/gu, '')
        .replace(/[^a-z0-9]+/g, '-')
        .replace(/^-|-$/g, '')
const caution = (record: { note: string | null; date_note: string | null }): string | null =>
  [record.date_note, record.note].filter((part) => part !== null).join(' ') || null

/** A schema for each kind of record that reads it and turns it into an organisation. `related` organisations are contacts, never members. */
export const ORGANISATION_OF: Record<'members' | 'partners', v.GenericSchema<unknown, OrganisationDraft>> = {
  members: v.pipe(
    memberRecord,
    v.transform((record) => ({
      slug: record.id,
      name: record.name,
      country: record.country,
      region: record.region,
      kind: record.kind,
      role: code(record.role),
      standing: STANDINGS[record.status],
      organisationType: code(record.organisation_type),
      website: record.website,
      description: record.description,
      sourceUrl: record.source_url,
      caution: caution(record),
    })),
  ),
  partners: v.pipe(
    partnerRecord,
    v.transform((record) => ({
      slug: record.id,
      name: record.name,
      country: record.country,
      region: null,
      kind: record.kind,
      role: null,
      standing: 'partner' as const,
      organisationType: null,
      website: record.website,
      description: record.description,
      sourceUrl: record.source_url,
      caution: caution(record),
    })),
  ),
}
