import { fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startBadMailServer, type Deed, type Receiver } from './bad-mail-server.ts'
import { startBadProvider } from './bad-provider.ts'
import { chanceFrom } from './chance.ts'
import { checkCampaign, type CampaignFigures } from './check-campaign.ts'
import { seedCampaign } from './seed-campaign.ts'
import { sendCampaign } from './send-campaign.ts'

const ONE = new URL('./one-campaign.ts', import.meta.url)
const KILLS = 10
const LEAVERS = 60

/** Over what a campaign leaves: a mail server, or a provider that takes batches and each key once. */
export const WAYS = ['smtp', 'batches'] as const
/** One of them. */
export type Way = (typeof WAYS)[number]

/** How often they misbehave, in a hundred mails or calls. */
const HABITS: Record<Way, [Deed, number][]> = {
  smtp: [
    ['refuse-now', 5],
    ['refuse', 2],
    ['cut', 3],
    ['drop-after', 3],
    ['stall', 2],
  ],
  batches: [
    ['refuse-now', 5],
    ['refuse', 4],
    ['drop-before', 6],
    ['drop-after', 6],
    ['hang', 4],
  ],
}

const start = (way: Way, chance: () => number): Promise<Receiver> => {
  const choose = (): Deed => {
    let rest = chance() * 100
    for (const [deed, share] of HABITS[way]) if ((rest -= share) < 0) return deed
    return 'take'
  }
  return way === 'smtp' ? startBadMailServer(choose) : startBadProvider(choose, chance)
}

const TRIES = 5
/**
 * Asks a system of our own again when its connection broke, which on a busy machine happens between two questions (an idle one is closed just
 * as it is used). Only for work that may be done twice, and never for what is proved.
 */
async function insistOn<Value>(work: () => Promise<Value>): Promise<Value> {
  for (let tries = 1; ; tries++) {
    try {
      return await work()
    } catch (thrown) {
      if (tries === TRIES || !String(thrown).includes('fetch failed')) throw thrown
    }
  }
}

/** What a run found. */
export type CampaignRun = { seed: number; way: Way; seconds: number; figures: CampaignFigures; faults: string[] }

/** Sends a campaign through kills and a receiver with bad habits, and says which promises it broke. */
export async function faultyCampaign({ way, count, seed }: { way: Way; count: number; seed: number }): Promise<CampaignRun> {
  const chance = chanceFrom(seed)
  const folder = mkdtempSync(join(tmpdir(), 'stem-campaign-'))
  const receiver = await start(way, chance)
  const began = Date.now()
  try {
    const { campaign, dataDir } = await insistOn(async () => {
      const fresh = mkdtempSync(join(folder, 'data-'))
      return { dataDir: fresh, campaign: await seedCampaign({ count, dataDir: fresh, mailTransport: receiver.transport }) }
    })
    const sending = await sendCampaign({ count, kills: KILLS, leavers: LEAVERS, dataDir, receiver, chance })
    const found = await insistOn(() => checkCampaign({ way, campaign, count, sending, dataDir, receiver }))
    return { seed, way, seconds: Math.round((Date.now() - began) / 1000), ...found }
  } finally {
    await receiver.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

const COLUMNS: [string, (run: CampaignRun) => string | number][] = [
  ['seed', ({ seed }) => seed],
  ['missing', ({ figures }) => figures.missing],
  ['doubled', ({ figures }) => figures.doubled],
  ['accepted', ({ figures }) => figures.accepted],
  ['rejected', ({ figures }) => figures.rejected],
  ['left out', ({ figures }) => figures.cancelled],
  ['unknown: answer lost', ({ figures }) => figures.dropped],
  ['unknown: at a kill', ({ figures }) => figures.interrupted],
  ['unknown: left in doubt', ({ figures }) => figures.leftInDoubt],
  ['refusal not heard', ({ figures }) => figures.byKey],
  ['left', ({ figures }) => figures.left],
  ['begun after leaving', ({ figures }) => figures.afterLeaving],
  ['s', ({ seconds }) => seconds],
]

/** A run in a process of its own: systems that start side by side in one get in each other's way. */
async function apart(way: Way, count: number, seed: number): Promise<CampaignRun> {
  const child = fork(ONE, [way, String(count), String(seed)], { execArgv: ['--disable-warning=ExperimentalWarning'] })
  const answer = once(child, 'message') as Promise<[CampaignRun]>
  const end = once(child, 'close').then(() => {
    throw new Error(`the run of seed ${seed} ended without an answer`)
  })
  return (await Promise.race([answer, end]))[0]
}

/** Runs a campaign for each seed, some at once, and prints one line for each; every fault, with its seed. */
export async function faultyCampaigns({ way, count, seeds, atOnce }: { way: Way; count: number; seeds: readonly number[]; atOnce: number }): Promise<string[]> {
  console.log(`${way}: campaigns to ${count} readers, ${KILLS} × kill -9 each, ${LEAVERS} readers who leave or are erased meanwhile, ${atOnce} at once`)
  console.log(COLUMNS.map(([name]) => name).join(' | '))
  const rest = [...seeds]
  const faults: string[] = []
  const one = async () => {
    for (let seed = rest.shift(); seed !== undefined; seed = rest.shift()) {
      const run = await apart(way, count, seed)
      console.log(COLUMNS.map(([, value]) => value(run)).join(' | '))
      for (const fault of run.faults) {
        console.log(`✗ seed ${seed}: ${fault}`)
        faults.push(fault)
      }
    }
  }
  await Promise.all(Array.from({ length: atOnce }, one))
  return faults
}
