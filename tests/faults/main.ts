import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { build } from '@stem/infra/start/build'
import { chanceFrom } from './chance.ts'
import { startBadMailServer, type Deed } from './bad-mail-server.ts'
import { faultyCampaigns, WAYS } from './campaign.ts'
import { check } from './check.ts'
import { submitAll } from './submit-all.ts'

const SUBMISSIONS = Number(process.env['SUBMISSIONS'] ?? 1000)
const RECIPIENTS = Number(process.env['RECIPIENTS'] ?? 2000)
const SHARE_OF_BAD_CALLS = 0.01

/** Parts by name, all without one; `--seeds 7` or `--seeds 1-20`, a random one without it; `--at-once 4`: campaigns side by side. */
const { values, positionals } = parseArgs({ allowPositionals: true, options: { seeds: { type: 'string' }, 'at-once': { type: 'string', default: '1' } } })
const PARTS = ['requests', ...WAYS]
const parts = positionals.length === 0 ? PARTS : positionals
const stranger = parts.find((part) => !PARTS.includes(part))
if (stranger !== undefined) throw new Error(`There is no part "${stranger}". Choose of: ${PARTS.join(', ')}.`)
const [first = Number.NaN, last = first] = (values.seeds ?? String(Math.floor(Math.random() * 2 ** 31))).split('-').map(Number)
if (!(first >= 0 && last >= first)) throw new Error('Seeds are written as 7 or 1-20.')
const seeds = Array.from({ length: last - first + 1 }, (_, index) => first + index)

/** How often a mail server misbehaves, in a hundred mails. */
const HABITS: [Deed, number][] = [
  ['refuse-now', 5],
  ['refuse', 2],
  ['drop-before', 3],
  ['drop-after', 3],
  ['hang', 1],
]

/** Requests for support, sent through kills, a failing database and a bad mail server; which promises were broken. */
async function faultyRequests(seed: number): Promise<string[]> {
  const chance = chanceFrom(seed)
  const choose = (): Deed => {
    let rest = chance() * 100
    for (const [deed, share] of HABITS) if ((rest -= share) < 0) return deed
    return 'take'
  }
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

build()
const faults: string[] = []
if (parts.includes('requests')) for (const seed of seeds) faults.push(...(await faultyRequests(seed)))
for (const way of WAYS) if (parts.includes(way)) faults.push(...(await faultyCampaigns({ way, count: RECIPIENTS, seeds, atOnce: Number(values['at-once']) })))
const which = `${seeds.length === 1 ? 'seed' : 'seeds'} ${values.seeds ?? first}`
console.log(faults.length === 0 ? `every promise held (${which})` : `${faults.length} promises broken (${which})`)
// Connections that the bad server left hanging would keep the process.
process.exit(faults.length === 0 ? 0 : 1)
