import { fork, type ChildProcess } from 'node:child_process'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { readdirSync, readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startSystem, type System, type WorkerOptions } from '@stem/infra/start/system'
import type { BareOrder } from './bare-loop.ts'
import { median } from './load.ts'
import { tell } from './tell.ts'

const FEW = 6_000
const MANY = 200_000
const CONNECTIONS = 5
const ROUNDS = 2
const WINDOW = 5000
const WARM = 1500
const PATIENCE = 5 * 60_000
const UNLIMITED = '1000000/1000000'

type Way = BareOrder['way']
type Arrived = { mails: number; firstMail: string; firstBatch: string }
const EVERYBODY = { topics: [], countries: [], locales: [], who: 'all', frequency: 'each' }
const sleep = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds))

const PARAGRAPH =
  'Teachers in twelve countries tried the new materials last spring. [What they found](https://stem.example/practices) is now part of the guide, with plans of lessons, lists of what is needed, and what to do when something goes wrong. '
/** An issue as long as usual. */
const CONTENT = {
  en: {
    subject: 'What works in STEM education: autumn',
    preheader: 'New practices, three events and a call for partners',
    blocks: Array.from({ length: 12 }, (_, index) =>
      index % 3 === 0 ? { id: `b0000${index}`, kind: 'heading', text: `Part ${index}` } : { id: `b0000${index}`, kind: 'text', text: PARAGRAPH.repeat(3) },
    ),
  },
}

const start = (file: string): ChildProcess => fork(new URL(file, import.meta.url), { execArgv: ['--disable-warning=ExperimentalWarning'] })
async function ask<Answer>(child: ChildProcess, question: object): Promise<Answer> {
  const answer = once(child, 'message')
  child.send(question)
  return (await answer)[0] as Answer
}

const adapt = (workers: WorkerOptions[]): WorkerOptions[] =>
  workers.map((worker) =>
    worker.bindings?.['MAIL_TRANSPORT'] === undefined
      ? worker
      : { ...worker, bindings: { ...worker.bindings, MAIL_KEY: 'stand-in', CAMPAIGN_PACE: UNLIMITED } },
  )

/** Megabytes that the runtime of this system holds. */
function memory(): number {
  const statuses = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((pid) => {
      try {
        return [readFileSync(`/proc/${pid}/status`, 'utf8')]
      } catch {
        return []
      }
    })
  const own = statuses.find((status) => /^Name:\s+workerd/.test(status) && new RegExp(`^PPid:\\s+${process.pid}$`, 'm').test(status)) ?? ''
  return Number(/^VmRSS:\s+(\d+) kB/m.exec(own)?.[1] ?? 0) / 1024
}

/** Readers up to `count`, with the keys that hashes would be. */
async function growReaders(db: Awaited<ReturnType<System['database']>>, count: number): Promise<void> {
  const step = 10_000
  const known = (await db.prepare('SELECT count(*) AS n FROM subscribers').first<{ n: number }>())?.n ?? 0
  for (let first = known; first < count; first += step)
    await db
      .prepare(
        `WITH RECURSIVE n(i) AS (SELECT CAST(?1 AS INTEGER) UNION ALL SELECT i + 1 FROM n WHERE i + 1 < ?2)
         INSERT INTO subscribers (id, address, address_key, domain, state, locale, frequency, topics, countries, is_member, link_epoch, version, confirmed_at, updated_at)
         SELECT 'sub_' || printf('%026d', i), 'reader' || i || '@d' || (i % 200) || '.example', lower(hex(randomblob(32))), 'd' || (i % 200) || '.example', 'active', 'en', 'each',
           '["policy"]', '[]', 0, 1, 1, ?3, ?3 FROM n`,
      )
      .bind(first, Math.min(first + step, count), Date.now() - PATIENCE)
      .run()
}

/** What a way costs at a number of readers: the share of the bare loop's speed, messages a second, memory, and seconds until all rows were there. */
type Cost = { ratio: number; rate: number; bare: number; memory: number; preparing: number }

async function costAt(dataDir: string, way: Way, count: number, receiver: ChildProcess, ports: { smtp: number; http: number }): Promise<Cost> {
  const mailTransport = way === 'smtp' ? `smtp+plain://127.0.0.1:${ports.smtp}` : `resend+plain://127.0.0.1:${ports.http}/emails`
  const system = await startSystem({ port: 0, dataDir, seed: false, mailTransport, adapt })
  const bare = start('./bare-loop.ts')
  try {
    const db = await system.database('newsletter')
    await growReaders(db, count)
    const id = `cmp_${`${way}${count}`.replaceAll(/[^0-9a-z]/g, '').padStart(26, '0')}`
    const hash = createHash('sha256')
      .update(JSON.stringify(['issue', 'x', CONTENT, EVERYBODY]))
      .digest('hex')
    const now = Date.now()
    await db
      .prepare(
        `INSERT INTO campaigns (id, kind, name, state, content, audience, frozen_hash, version, author, released_by, scheduled_at, created_at, updated_at)
         VALUES (?, 'issue', 'x', 'approved', ?, ?, ?, 1, 'per_a', 'per_b', ?, ?, ?)`,
      )
      .bind(id, JSON.stringify(CONTENT), JSON.stringify(EVERYBODY), hash, now, now, now)
      .run()
    const arrived = () => ask<Arrived>(receiver, {})
    const before = (await arrived()).mails
    await system.tick('newsletter')
    const began = performance.now()
    while ((await arrived()).mails === before) {
      if (performance.now() - began > PATIENCE) throw new Error('no mail arrived')
      await sleep(50)
    }
    const preparing = (performance.now() - began) / 1000
    const most = { memory: 0 }
    /** Mails a second for a while, after it has got going. */
    const own = async () => {
      await db.prepare("UPDATE campaigns SET state = 'running' WHERE id = ? AND state = 'paused'").bind(id).run()
      await system.tick('newsletter')
      await sleep(WARM)
      const [first, from] = [await arrived(), performance.now()]
      for (let slept = 0; slept < WINDOW; slept += 500) {
        await sleep(500)
        most.memory = Math.max(most.memory, memory())
      }
      const [last, to] = [await arrived(), performance.now()]
      await db.prepare("UPDATE campaigns SET state = 'paused' WHERE id = ? AND state = 'running'").bind(id).run()
      // What is on its way ends.
      await sleep(700)
      return ((last.mails - first.mails) * 1000) / (to - from)
    }
    const found: { own: number; bare: number }[] = []
    for (let round = 0; round < ROUNDS; round++) {
      const rate = await own()
      const { firstMail, firstBatch } = await arrived()
      const order: BareOrder = {
        way,
        port: ports[way === 'smtp' ? 'smtp' : 'http'],
        sample: way === 'smtp' ? firstMail : firstBatch,
        connections: CONNECTIONS,
        time: WINDOW,
      }
      found.push({ own: rate, bare: (await ask<{ rate: number }>(bare, order)).rate })
    }
    const left = await db.prepare("SELECT count(*) AS n FROM deliveries WHERE campaign_id = ? AND state = 'pending'").bind(id).first<{ n: number }>()
    if (left?.n === 0) throw new Error('nothing was left to send while it was measured')
    const rates = { own: median(found.map((one) => one.own)), bare: median(found.map((one) => one.bare)) }
    return { ratio: median(found.map((one) => one.own / one.bare)), rate: rates.own, bare: rates.bare, memory: most.memory, preparing }
  } finally {
    bare.disconnect()
    await system.stop()
  }
}

const GATES: Record<Way, [string, number]> = {
  smtp: ['a campaign over SMTP against a bare nodemailer loop', 0.5],
  batches: ['a campaign in batches of 100 against a bare loop of the same batches', 0.3],
}

const dataDir = await mkdtemp(join(tmpdir(), 'stem-bench-'))
const receiver = start('./receiver.ts')
const ports = (await once(receiver, 'message'))[0] as { smtp: number; http: number }
console.log(await costAt(dataDir, (process.argv[2] ?? 'smtp') as Way, Number(process.argv[3] ?? FEW), receiver, ports))
receiver.disconnect()
await rm(dataDir, { recursive: true, force: true })
