import type { Env } from '../env.ts'

/**
 * The database of content. Reads that serve pages are prepared statements in one `batch`: one round trip, and columns
 * by name, so that a join can't mix them up.
 */
export const open = ({ DB }: Pick<Env, 'DB'>): D1Database => DB

/** The database of the search, read in the same way. */
export const openSearch = ({ SEARCH }: Pick<Env, 'SEARCH'>): D1Database => SEARCH
