import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { convertV4MiniflareOptions, Log, LogLevel, Miniflare } from 'miniflare'
import { unstable_getMiniflareWorkerOptions as optionsOf, unstable_readConfig as readConfig } from 'wrangler'
import { importFile } from '../import/import-file.ts'
import { startMailbox, type Mailbox } from '../mailbox/mailbox.ts'
import { guardNextChild } from './guard.ts'
import { handIn, mailDoor } from './mail-door.ts'
import { migrate } from './migrate.ts'
import { hashOf, readSecrets } from './secrets.ts'
import { Sentence } from './sentence.ts'
import { folderOf, ROOT, SERVICES, type ServiceName } from './services.ts'

type V4Options = Parameters<typeof convertV4MiniflareOptions>[0]
/** Options of one Worker in the system. */
export type WorkerOptions = Extract<V4Options, { workers: unknown[] }>['workers'][number]

const MINUTE = 60_000
/** Who signs in first on a machine of one's own. */
export const SECRETARIAT = 'secretariat@stem.example'
/** Where answers by mail arrive on a machine of one's own: nowhere but in the mailbox. */
const REPLY_DOMAIN = 'reply.stem.example'
const SEED = `${ROOT}infra/seed/coalition.json`

/** A running system. */
export type System = {
  /** Address without trailing slash. */
  origin: string
  /** Token for imports. */
  importToken: string
  /** Where every mail of this system arrives. */
  mailbox: Mailbox
  /** The database of a Worker, for tests and the bench. */
  database(service: ServiceName, binding?: 'DB' | 'SEARCH'): ReturnType<Miniflare['getD1Database']>
  /** The last good copies of pages. */
  copies(): ReturnType<Miniflare['getKVNamespace']>
  /** A Worker by its full name, for tests that put others in its place. */
  worker(name: string): ReturnType<Miniflare['getWorker']>
  /** Address of a Worker with a socket of its own (`unsafeDirectSockets`), without trailing slash. */
  direct(name: string): Promise<string>
  /** Runs the cron trigger of a Worker at once. */
  tick(service: ServiceName): Promise<void>
  stop(): Promise<void>
}

/** How to start. `seed`: import the coalition's data on the first start. `adapt`: other Workers than the built ones. */
export type StartOptions = {
  port: number
  /** Port of the page that shows the mails; a free one without it. */
  mailboxPort?: number
  dataDir: string
  host?: string
  /** Who becomes the first administrator. */
  secretariat?: string
  /** Way for mails to leave, as `MAIL_TRANSPORT` names it; the mailbox of this system without it. */
  mailTransport?: string
  seed?: boolean
  /** Webhooks may call programs on this machine. */
  loopback?: boolean
  adapt?: (workers: WorkerOptions[]) => WorkerOptions[]
  progress?: (line: string) => void
  /** Receives each line that a Worker logs. */
  logged?: (line: string) => void
}

const listen = (port: number, host: string): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(port, host, () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : port))
    })
  })

async function claimPort(port: number, host: string, name = 'PORT'): Promise<number> {
  try {
    return await listen(port, host)
  } catch (thrown) {
    const { code } = thrown as NodeJS.ErrnoException
    if (code === 'EADDRINUSE') throw new Sentence(`Port ${port} is in use. Stop what runs there, or choose another one: ${name}=${port + 1} npm start`)
    throw new Sentence(`Port ${port} cannot be opened (${code}). Choose another one: ${name}=8787 npm start`)
  }
}

/** Kinds of module by ending, in a Worker as it is built. */
const MODULES = { '.js': 'ESModule', '.wasm': 'CompiledWasm', '.woff2': 'Data' } as const

/** A module of a Worker: a file, or `contents` in its place. */
type Module = { type: (typeof MODULES)[keyof typeof MODULES]; path: string; contents?: string }

/** The script of a built Worker, first, and what it takes from beside it. */
function modulesOf(service: ServiceName): Module[] {
  const folder = join(folderOf(service), 'dist')
  if (!existsSync(join(folder, 'index.js'))) throw new Sentence(`The Worker ${service} is not built. Run npm start, which builds it.`)
  const beside = readdirSync(folder).filter((name) => name !== 'index.js')
  return ['index.js', ...beside].flatMap((name) => {
    const type = Object.entries(MODULES).find(([ending]) => name.endsWith(ending))?.[1]
    return type === undefined ? [] : [{ type, path: join(folder, name) }]
  })
}

const NOTHING = 'export default { fetch: () => new Response(null, { status: 404 }) }'

/** A Worker with `script` before its own, which it can import as `./index.js`. */
export function behind(worker: WorkerOptions, script: string): WorkerOptions {
  const { modules, modulesRoot } = worker as { modules: Module[]; modulesRoot: string }
  return { ...worker, modules: [{ type: 'ESModule', path: join(modulesRoot, 'before.js'), contents: script }, ...modules] } as WorkerOptions
}

/** A Worker that runs `script` and nothing of its own. */
export const instead = (worker: WorkerOptions, script: string): WorkerOptions => {
  const { modules: _own, modulesRoot: _root, ...rest } = worker as WorkerOptions & { modules: unknown; modulesRoot: unknown }
  return { ...rest, modules: true, script } as WorkerOptions
}

/**
 * A Worker as it would be deployed, with the bindings of its own configuration. Its static files stand in a Worker beside it:
 * the local stand-in for the platform's assets would otherwise sit in the way of every request.
 */
function workersOf(service: ServiceName): WorkerOptions[] {
  const { workerOptions } = optionsOf(join(folderOf(service), 'wrangler.jsonc'))
  const { modulesRules: _rules, assets, ...options } = workerOptions as typeof workerOptions & { assets?: { binding?: string; directory: string } }
  const worker = { ...options, name: `stem-${service}`, modules: modulesOf(service), modulesRoot: join(folderOf(service), 'dist') } as WorkerOptions
  if (!assets?.binding) return [worker]
  const { binding, directory } = assets
  const name = `stem-${service}-assets`
  const files = { directory, routerConfig: { has_user_worker: true, invoke_user_worker_ahead_of_assets: false } }
  const beside = { name, modules: true, script: NOTHING, assets: files } as WorkerOptions
  return [{ ...worker, serviceBindings: { ...worker.serviceBindings, [binding]: { name } } }, beside]
}

/** Starts the five Workers in one workerd, brings their databases up to date, and imports the seed once. */
export async function startSystem({
  port,
  mailboxPort = 0,
  dataDir,
  host = '127.0.0.1',
  secretariat = SECRETARIAT,
  mailTransport,
  seed = true,
  loopback = false,
  adapt = (workers) => workers,
  progress = () => undefined,
  logged = () => undefined,
}: StartOptions): Promise<System> {
  const secrets = readSecrets(dataDir)
  const claimed = await claimPort(port, host)
  const origin = `http://localhost:${claimed}`
  const workers = SERVICES.toReversed().flatMap(workersOf)
  mkdirSync(dataDir, { recursive: true })
  if (mailboxPort !== 0) await claimPort(mailboxPort, host, 'MAILBOX_PORT')
  const mailbox = await startMailbox({ port: mailboxPort, dataDir, site: () => origin, handIn: (incoming) => handIn(system, incoming) })
  const mail = mailTransport ?? mailbox.smtp
  const told: Partial<Record<string, Record<string, string>>> = {
    'stem-gateway': { PUBLIC_ORIGIN: origin, IMPORT_TOKEN_HASH: hashOf(secrets.importToken) },
    'stem-members': {
      PUBLIC_ORIGIN: origin,
      TOKEN_KEY: secrets.tokenKey,
      MAIL_TRANSPORT: mail,
      SECRETARIAT_EMAIL: secretariat,
      ADDRESS_KEY: secrets.addressKey,
    },
    'stem-content': { ADMIN_ADDRESS: secretariat },
    'stem-newsletter': {
      PUBLIC_ORIGIN: origin,
      TOKEN_KEY: secrets.tokenKey,
      ADDRESS_KEY: secrets.addressKey,
      REPLY_DOMAIN,
      MAIL_TRANSPORT: mail,
      // The mail server of one's own machine need not be spared.
      CAMPAIGN_PACE: '2000/2000',
    },
    'stem-contact-form': {
      PUBLIC_ORIGIN: origin,
      TOKEN_KEY: secrets.tokenKey,
      ADDRESS_KEY: secrets.addressKey,
      SEAL_KEYS: secrets.sealKeys,
      REPLY_DOMAIN,
      WEBHOOK_LOOPBACK: loopback ? 'yes' : '',
      MAIL_TRANSPORT: mail,
    },
  }
  for (const worker of workers) worker.bindings = { ...worker.bindings, ...told[worker.name ?? ''] }
  const converted = convertV4MiniflareOptions({
    host,
    port: claimed,
    log: new Log(LogLevel.ERROR),
    handleStructuredLogs: ({ message }) => logged(message),
    workers: [...adapt(workers), mailDoor],
  })
  const guard = guardNextChild()
  const system = new Miniflare({ ...converted, resourcePersistencePath: join(dataDir, 'state') })
  const withCron = SERVICES.filter((service) => (readConfig({ config: join(folderOf(service), 'wrangler.jsonc') }).triggers.crons ?? []).length > 0)
  const tick = async (service: ServiceName) => {
    const worker = await system.getWorker(`stem-${service}`)
    await worker.scheduled({ cron: '* * * * *', scheduledTime: new Date() })
  }
  let guarded: ReturnType<typeof guard> | null = null
  try {
    await system.ready.catch((thrown: unknown) => {
      if (/sqlite/i.test(String(thrown)))
        throw new Sentence(`The data in ${dataDir} cannot be used: a database file is broken. Move the folder away or restore a copy of it, then start again.`)
      throw thrown
    })
    guarded = guard()
    progress('Bringing the databases up to date …')
    await migrate(system, dataDir)
    const marker = join(dataDir, 'seeded')
    if (seed && !existsSync(marker)) {
      progress('Importing the data of the coalition …')
      const { refused } = await importFile(SEED, { origin, token: secrets.importToken, report: progress })
      writeFileSync(marker, `${new Date().toISOString()} ${refused} refused\n`)
    }
  } catch (thrown) {
    await Promise.allSettled([system.dispose(), mailbox.stop()])
    guarded?.release()
    throw thrown
  }
  const clock = setInterval(() => {
    for (const service of withCron) void tick(service).catch((thrown: unknown) => logged(`cron ${service}: ${String(thrown)}`))
  }, MINUTE)
  clock.unref()
  return {
    origin,
    importToken: secrets.importToken,
    mailbox,
    database: (service, binding = 'DB') => system.getD1Database(binding, `stem-${service}`),
    copies: () => system.getKVNamespace('LAST_GOOD', 'stem-gateway'),
    worker: (name) => system.getWorker(name),
    direct: async (name) => (await system.unsafeGetDirectURL(name)).origin,
    tick,
    async stop() {
      clearInterval(clock)
      await Promise.all([system.dispose(), mailbox.stop()])
      guarded?.release()
    },
  }
}
