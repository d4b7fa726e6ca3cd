import type { Catalogue } from '../translate.ts'

/** Every text of the site in Bulgarian. */
export const bg: Partial<Catalogue> = {}
