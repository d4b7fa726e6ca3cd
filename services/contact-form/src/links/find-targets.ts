import { COUNTRIES } from '@stem/contracts/countries'
import type { ShippedLocale } from '@stem/i18n/locales'
import type { Env } from '../env.ts'
import type { Link } from './link.ts'

/** Something that may be linked, with the country it is in. */
export type Target = Link & { country: string | null }

const MOST = 10

/** What is public and fits `words`: organisations or practices, at most ten. Nothing without words. */
export async function findTargets(
  { MEMBERS, CONTENT }: Pick<Env, 'MEMBERS' | 'CONTENT'>,
  kind: 'organisation' | 'practice',
  words: string,
  locale: ShippedLocale,
): Promise<Target[]> {
  if (words === '') return []
  if (kind === 'organisation') {
    const found = await MEMBERS.findOrganisations(words, MOST)
    return found.map(({ id, name, country }) => ({ kind, target: id, label: name, country }))
  }
  const found = await CONTENT.findPractices(words, locale, MOST)
  return found.map(({ id, title, country }) => ({ kind, target: id, label: title, country }))
}

/** The link to a country, or null when there is none of this code. The label is the code: pages write its name in their own language. */
export const countryLink = (code: string): Link | null =>
  (COUNTRIES as readonly string[]).includes(code) ? { kind: 'country', target: code, label: code } : null
