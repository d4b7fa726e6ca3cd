import type { Delivered } from '@stem/mail/deliver'
import { deliverFrom } from '@stem/mail/deliver-from'
import { open } from '../db/open.ts'
import type { Env } from '../env.ts'
import { writeLetter } from './write-letter.ts'

/** Sends the mails of this service that wait. */
export function deliver(env: Env, now: number): Promise<Delivered> {
  const desk = { db: open(env), key: env.TOKEN_KEY, origin: env.PUBLIC_ORIGIN, firstAddress: env.SECRETARIAT_EMAIL ?? null }
  return deliverFrom(env, desk.db, (mail) => writeLetter(desk, mail, now), now)
}
