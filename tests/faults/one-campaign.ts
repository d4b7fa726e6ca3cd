// One campaign through its faults, in a process of its own; tells its parent what it found. Arguments: way, number of readers, seed.
import { faultyCampaign, WAYS } from './campaign.ts'

const [way, count, seed] = process.argv.slice(2)
const known = WAYS.find((one) => one === way)
if (known === undefined) throw new Error(`there is no way "${way}"`)
const run = await faultyCampaign({ way: known, count: Number(count), seed: Number(seed) })
process.send?.(run, () => process.exit())
