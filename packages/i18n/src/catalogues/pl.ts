import type { Catalogue } from '../translate.ts'

/** Every text of the site in Polish. */
export const pl: Partial<Catalogue> = {}
