import type { Env } from '../env.ts'

/** The database of members. Reads that serve pages are prepared statements in one `batch`: one round trip, columns by name. */
export const open = ({ DB }: Pick<Env, 'DB'>): D1Database => DB
