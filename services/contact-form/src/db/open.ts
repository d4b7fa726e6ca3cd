import type { Env } from '../env.ts'

/** The database of the contact-form service. */
export const open = ({ DB }: Pick<Env, 'DB'>): D1Database => DB
