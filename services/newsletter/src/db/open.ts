import type { Env } from '../env.ts'

/** The database of the newsletter service. */
export const open = ({ DB }: Pick<Env, 'DB'>): D1Database => DB
