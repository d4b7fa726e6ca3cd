import { SHIPPED, type ShippedLocale } from '@stem/i18n/locales'
import * as v from 'valibot'

/** A text in some of the shipped languages. */
export type Texts = Partial<Record<ShippedLocale, string>>

/** What an organisation says of itself, as a draft, in review and published. */
export type Profile = {
  /** Official name. */
  name: string
  website: string | null
  /** Year of founding. */
  since: number | null
  /** Names in other languages than the official one. */
  names: Texts
  descriptions: Texts
  /** What the organisation wants to reach. */
  objectives: Texts
  /** Picture by the hash of its bytes, with words for who does not see it. */
  logo: { hash: string; alternative: string } | null
}

const texts = v.record(v.picklist(SHIPPED), v.string())
const profileSchema = v.object({
  name: v.string(),
  website: v.nullable(v.string()),
  since: v.nullable(v.number()),
  names: texts,
  descriptions: texts,
  objectives: texts,
  logo: v.nullable(v.object({ hash: v.string(), alternative: v.string() })),
})

/** A profile as it was kept. */
export const readProfile = (json: string): Profile => v.parse(profileSchema, JSON.parse(json)) as Profile

/** Texts without empty ones. */
export const filled = (given: Texts): Texts => Object.fromEntries(Object.entries(given).filter(([, text]) => text !== ''))

/** Parts of a profile with their words, in order: what a comparison shows. */
export function partsOf(
  profile: Profile,
): { part: 'name' | 'website' | 'since' | 'names' | 'descriptions' | 'objectives' | 'logo'; locale: ShippedLocale | null; text: string }[] {
  return [
    { part: 'name', locale: null, text: profile.name },
    { part: 'website', locale: null, text: profile.website ?? '' },
    { part: 'since', locale: null, text: profile.since === null ? '' : String(profile.since) },
    { part: 'logo', locale: null, text: profile.logo === null ? '' : `${profile.logo.alternative} (${profile.logo.hash.slice(0, 8)})` },
    ...SHIPPED.flatMap((locale) => (['names', 'descriptions', 'objectives'] as const).map((part) => ({ part, locale, text: profile[part][locale] ?? '' }))),
  ]
}
