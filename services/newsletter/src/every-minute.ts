import { ring, sweep } from '@stem/jobs/outbox'
import { transportFrom } from '@stem/mail/choose'
import { inRounds } from '@stem/web/in-rounds'
import { ANNOUNCEMENT } from './announcements/announce.ts'
import { archiveFinished } from './archive/archive-finished.ts'
import { sweepCampaigns, type Ring } from './delivery/sweep.ts'
import { makeDigest } from './digest/make-digest.ts'
import type { Env } from './env.ts'
import { sweepImports, type ImportRing } from './imports/run-import.ts'
import { deliver } from './mails/deliver.ts'
import { compareMembers } from './readers/compare-members.ts'
import { deskOf } from './readers/reader.ts'
import { houseJobs } from './retention/keep-house.ts'
import { keepLeftLog } from './restore/left-log.ts'
import { remind } from './subscribe/remind.ts'

/** What cron does each minute: mails and campaigns first, then what is told elsewhere, then the house. A job that fails keeps no other from being done. */
export async function everyMinute(env: Env, now: number): Promise<void> {
  const desk = deskOf(env)
  const { db } = desk
  const doorbell = (message: Ring | ImportRing) => env.MAILS.send(message)
  await inRounds([
    { left: () => keepLeftLog({ db, log: env.INSTANCE }) },
    {
      mails: () => deliver(env, now),
      campaigns: async () => sweepCampaigns({ ...transportFrom(env), db, ring: doorbell }, now),
      imports: () => sweepImports({ db }, doorbell),
    },
    { archive: () => archiveFinished({ db }, now), remind: () => remind(desk, now), digest: () => makeDigest(desk, env.CONTENT, now) },
    {
      purge: async () => (await ring(db, env.PURGE, now), await sweep(db, env.PURGE, now)),
      announcements: () => ring(db, env.ANNOUNCEMENTS, now, ANNOUNCEMENT),
      members: () => compareMembers({ db, members: env.MEMBERS }, now),
    },
    houseJobs(db, now),
  ])
}
