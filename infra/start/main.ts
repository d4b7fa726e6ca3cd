import { appendFileSync, existsSync, mkdirSync, renameSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { build } from './build.ts'
import { asCommand, Sentence } from './sentence.ts'
import { ROOT } from './services.ts'
import { SECRETARIAT, startSystem } from './system.ts'

const LAST_PORT = 65_535
const PATIENCE = 5000
const MOST_LOG = 20 * 1024 * 1024

function portFrom(name: string, usual: number): number {
  const port = Number(process.env[name] ?? usual)
  if (!Number.isInteger(port) || port < 0 || port > LAST_PORT)
    throw new Sentence(`${name} must be a whole number up to ${LAST_PORT}, not "${process.env[name]}".`)
  return port
}

await asCommand(async () => {
  const began = Date.now()
  const port = portFrom('PORT', 8787)
  const mailboxPort = portFrom('MAILBOX_PORT', 8788)
  const dataDir = resolve(process.env['DATA_DIR'] ?? join(ROOT, '.data'))
  console.log('Building the five Workers …')
  build()
  mkdirSync(dataDir, { recursive: true })
  const logFile = join(dataDir, 'log.jsonl')
  if (existsSync(logFile) && statSync(logFile).size > MOST_LOG) renameSync(logFile, join(dataDir, 'log.old.jsonl'))
  const system = await startSystem({
    port,
    mailboxPort,
    secretariat: process.env['SECRETARIAT_EMAIL'],
    dataDir,
    host: process.env['HOST'] ?? '127.0.0.1',
    loopback: process.env['WEBHOOK_LOOPBACK'] === 'yes',
    progress: (line) => console.log(line),
    logged: (line) => {
      appendFileSync(logFile, `${line}\n`)
      if (/"level":"(error|warn)"/.test(line)) console.error(line)
    },
  })
  let stopping = false
  const stop = () => {
    if (stopping) return
    stopping = true
    console.log('Stopping …')
    setTimeout(() => process.exit(0), PATIENCE).unref()
    void system.stop().then(() => process.exit(0))
  }
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    // Miniflare would end the process at once, before the databases are closed.
    process.removeAllListeners(signal)
    process.on(signal, stop)
  }
  console.log(`
  EU STEM Coalition is ready after ${((Date.now() - began) / 1000).toFixed(1)} s.

    Site     ${system.origin}
    Français ${system.origin}/fr
    Ελληνικά ${system.origin}/el
    API      ${system.origin}/api/v1
    Health   ${system.origin}/healthz
    Mailbox  ${system.mailbox.origin}

  Sign in at ${system.origin}/sign-in as ${process.env['SECRETARIAT_EMAIL'] ?? SECRETARIAT}; the mail with the link is in the mailbox.

  Data and logs are in ${dataDir}. Stop with Ctrl-C.
`)
})
