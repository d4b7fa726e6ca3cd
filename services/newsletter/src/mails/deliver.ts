import type { Delivered } from '@stem/mail/deliver'
import { deliverFrom } from '@stem/mail/deliver-from'
import type { Env } from '../env.ts'
import { deskOf } from '../readers/reader.ts'
import { writeLetter } from './write-letter.ts'

/** Sends the single mails of this service that wait. */
export function deliver(env: Env, now: number): Promise<Delivered> {
  const desk = { ...deskOf(env), origin: env.PUBLIC_ORIGIN }
  return deliverFrom(env, desk.db, (mail) => writeLetter(desk, mail, now), now)
}
