import type { Catalogue } from '../translate.ts'

/** Every text of the site in Italian. */
export const it: Partial<Catalogue> = {}
