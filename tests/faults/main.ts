import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from '@stem/infra/start/build'
import { chanceFrom } from './chance.ts'
import { startBadMailServer, type Deed } from './bad-mail-server.ts'
import { faultyCampaign } from './campaign.ts'
import { check } from './check.ts'
import { submitAll } from './submit-all.ts'

const SUBMISSIONS = Number(process.env['SUBMISSIONS'] ?? 1000)
const RECIPIENTS = Number(process.env['RECIPIENTS'] ?? 2000)
const SHARE_OF_BAD_CALLS = 0.01
const seed = Number(process.env['SEED'] ?? Math.floor(Math.random() * 2 ** 31))

/** How often a mail server misbehaves, in a hundred mails. */
const HABITS: [Deed, number][] = [
  ['refuse-now', 5],
  ['refuse', 2],
  ['drop-before', 3],
  ['drop-after', 3],
  ['hang', 1],
]

const chance = chanceFrom(seed)
const choose = (): Deed => {
  let rest = chance() * 100
  for (const [deed, share] of HABITS) if ((rest -= share) < 0) return deed
  return 'take'
}

/** Requests for support, sent through kills, a failing database and a bad mail server; which promises were broken. */
async function faultyRequests(): Promise<string[]> {
  const dataDir = mkdtempSync(join(tmpdir(), 'stem-faults-'))
  const mailServer = await startBadMailServer(choose)
  const began = Date.now()
  try {
    console.log(
      `seed ${seed}: ${SUBMISSIONS} requests, kill -9 at random, ${SHARE_OF_BAD_CALLS * 200} % of the database's calls fail, a mail server with bad habits`,
    )
    const history = await submitAll({ count: SUBMISSIONS, dataDir, mailTransport: mailServer.transport, share: SHARE_OF_BAD_CALLS, chance })
    const found = await check({ history, dataDir, mailServer })
    for (const [what, value] of Object.entries(found.figures)) console.log(`  ${what}: ${value}`)
    for (const fault of found.faults) console.log(`✗ ${fault}`)
    console.log(`in ${Math.round((Date.now() - began) / 1000)} s`)
    return found.faults
  } finally {
    await mailServer.stop()
    rmSync(dataDir, { recursive: true, force: true })
  }
}

// 0 leaves a part out.
build()
const faults = [...(SUBMISSIONS > 0 ? await faultyRequests() : []), ...(RECIPIENTS > 0 ? await faultyCampaign({ count: RECIPIENTS, chance, seed }) : [])]
console.log(faults.length === 0 ? `every promise held (seed ${seed})` : `${faults.length} promises broken (seed ${seed})`)
// Connections that the bad server left hanging would keep the process.
process.exit(faults.length === 0 ? 0 : 1)
