import { inRounds } from '@stem/web/in-rounds'
import { tellOfArrivals } from './arrivals/tell-of-arrivals.ts'
import { readingOf } from './cases/read-case.ts'
import { sendDigests } from './digest/send-digests.ts'
import type { Env } from './env.ts'
import { storeOf } from './files/kept-file.ts'
import { sweepFiles } from './files/sweep-files.ts'
import { deliver } from './mails/deliver.ts'
import { remind } from './promises/remind.ts'
import { renewDue } from './promises/renew-due.ts'
import { closeQuiet } from './retention/close-quiet.ts'
import { keepHouse } from './retention/keep-house.ts'
import { tellPrograms } from './webhooks/tell-programs.ts'

/**
 * What cron does each minute: mails to staff first, so that they leave within the minute, then mails and webhooks, then the
 * house. A job that fails is logged and done again a minute later; it keeps no other from being done.
 */
export async function everyMinute(env: Env, now: number): Promise<void> {
  const reading = readingOf(env)
  const staff = { db: reading.db, contacts: () => env.MEMBERS.staffContacts() }
  await inRounds([
    { arrivals: () => tellOfArrivals(staff, now), remind: () => remind(staff, now), digests: () => sendDigests(staff, now) },
    { mails: () => deliver(env, now), webhooks: () => tellPrograms(env, now) },
    {
      house: () => keepHouse(reading, now),
      files: () => sweepFiles(storeOf(env), now),
      due: () => renewDue(reading, now),
      quiet: () => closeQuiet(reading, now),
    },
  ])
}
