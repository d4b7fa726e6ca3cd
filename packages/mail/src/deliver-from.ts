import { senderFrom, transportFrom, type MailEnv } from './choose.ts'
import { deliverMails, type Claimed, type Delivered } from './deliver.ts'
import type { Composed, Letter } from './letter.ts'

/** Sends the mails of a Worker that wait, by the way it is told to use. Run by the doorbell after a change, and by cron. */
export async function deliverFrom(env: MailEnv, db: D1Database, write: (mail: Claimed) => Promise<Letter | Composed | null>, now: number): Promise<Delivered> {
  const transport = transportFrom(env)
  try {
    return await deliverMails({ db, transport, from: senderFrom(env), lease: crypto.randomUUID(), write }, now)
  } finally {
    transport.close()
  }
}
