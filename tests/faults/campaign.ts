import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startBadMailServer, type Deed } from './bad-mail-server.ts'
import { checkCampaign } from './check-campaign.ts'
import { seedCampaign } from './seed-campaign.ts'
import { sendCampaign } from './send-campaign.ts'

const KILLS = 10
const LEAVERS = 60

/** How often a mail server misbehaves, in a hundred mails. */
const HABITS: [Deed, number][] = [
  ['refuse-now', 5],
  ['refuse', 2],
  ['cut', 3],
  ['drop-after', 3],
  ['stall', 2],
]

/** Sends a campaign through kills and a bad mail server, and says which promises it broke. */
export async function faultyCampaign({ count, chance, seed }: { count: number; chance: () => number; seed: number }): Promise<string[]> {
  const choose = (): Deed => {
    let rest = chance() * 100
    for (const [deed, share] of HABITS) if ((rest -= share) < 0) return deed
    return 'take'
  }
  const dataDir = mkdtempSync(join(tmpdir(), 'stem-campaign-'))
  const mailServer = await startBadMailServer(choose)
  const began = Date.now()
  try {
    console.log(`seed ${seed}: a campaign to ${count} readers, ${KILLS} × kill -9, a mail server with bad habits, ${LEAVERS} readers who leave meanwhile`)
    const campaign = await seedCampaign({ count, dataDir, mailTransport: mailServer.transport })
    const sending = await sendCampaign({ count, kills: KILLS, leavers: LEAVERS, dataDir, mailServer, chance })
    const { figures, faults } = await checkCampaign({ campaign, count, sending, dataDir, mailServer })
    for (const [what, value] of Object.entries(figures)) console.log(`  ${what}: ${value}`)
    for (const fault of faults) console.log(`✗ ${fault}`)
    console.log(`in ${Math.round((Date.now() - began) / 1000)} s`)
    return faults
  } finally {
    await mailServer.stop()
    rmSync(dataDir, { recursive: true, force: true })
  }
}
