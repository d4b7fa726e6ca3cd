// A whole system over a failing database, for a driver that will kill it. Arguments: port, folder of data, mail transport, share of failing calls.
import { startSystem } from '@stem/infra/start/system'
import { generous } from '../journeys/started.ts'
import { withBadDatabase } from './bad-database.ts'
import { withMailKey } from './mail-key.ts'

const [port = '0', dataDir = '', mailTransport = '', share = '0'] = process.argv.slice(2)
const system = await startSystem({
  port: Number(port),
  dataDir,
  mailTransport,
  seed: false,
  adapt: (workers) => withMailKey(withBadDatabase(generous(workers), Number(share))),
})
// Mails leave by the doorbell of each request; the clock of a minute would be too slow for a run of a minute.
for (const service of ['contact-form', 'newsletter'] as const) setInterval(() => void system.tick(service).catch(() => undefined), 1000)
console.log(`ready at ${system.origin}`)
