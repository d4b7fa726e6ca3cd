import type { Delivered } from '@stem/mail/deliver'
import { deliverFrom } from '@stem/mail/deliver-from'
import { readingOf } from '../cases/read-case.ts'
import type { Env } from '../env.ts'
import { writeLetter } from './write-letter.ts'

/** Sends the mails of this service that wait. */
export function deliver(env: Env, now: number): Promise<Delivered> {
  const desk = { ...readingOf(env), origin: env.PUBLIC_ORIGIN, replyDomain: env.REPLY_DOMAIN.toLowerCase() }
  return deliverFrom(env, desk.db, (mail) => writeLetter(desk, mail), now)
}
