import { pathOf } from '../addresses/address-of.ts'
import type { Hit } from './find-everything.ts'

/** Canonical path of what was found on this site; null when it has no page of its own. */
export function pathOfHit({ type, slug }: Pick<Hit, 'type' | 'slug'>): string | null {
  if (type === 'country') return `/countries/${slug}`
  return type === 'organisation' ? `/members/${slug}` : pathOf(type, slug)
}
