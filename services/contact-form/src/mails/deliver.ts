import { newId } from '@stem/jobs/ids'
import { senderFrom, transportFrom } from '@stem/mail/choose'
import { deliverMails, type Delivered } from '@stem/mail/deliver'
import { open } from '../db/open.ts'
import type { Env } from '../env.ts'
import { writeLetter } from './write-letter.ts'

/** Sends the mails that wait. Run by the doorbell after a change, and by cron. */
export async function deliver(env: Env, now: number): Promise<Delivered> {
  const db = open(env)
  const transport = transportFrom(env)
  try {
    const desk = { db, secret: env.TOKEN_KEY, origin: env.PUBLIC_ORIGIN }
    return await deliverMails({ db, transport, from: senderFrom(env), lease: newId('lea', now), write: (mail) => writeLetter(desk, mail) }, now)
  } finally {
    transport.close()
  }
}
