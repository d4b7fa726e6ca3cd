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

const FEW = 10_000
const MANY = 200_000
const CONNECTIONS = 5
const ROUNDS = 3
const WINDOW = 5000
const SETTLING = 700
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

const TICK = 10
const contentOf = (path: string): string => {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}
/** Process id of the runtime of this system. */
function runtime(): number {
  const isOwn = (status: string) => /^Name:\s+workerd/.test(status) && new RegExp(`^PPid:\\s+${process.pid}$`, 'm').test(status)
  const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name))
  return Number(pids.find((pid) => isOwn(contentOf(`/proc/${pid}/status`))) ?? 0)
}
/** Megabytes that a process holds. */
const memoryOf = (pid: number): number => Number(/^VmRSS:\s+(\d+) kB/m.exec(contentOf(`/proc/${pid}/status`))?.[1] ?? 0) / 1024
/** Milliseconds that processors have worked for a process: on a machine that others use too they say more than a clock. */
function workOf(pid: number): number {
  const fields = contentOf(`/proc/${pid}/stat`).split(') ')[1]?.split(' ') ?? []
  return (Number(fields[11] ?? 0) + Number(fields[12] ?? 0)) * TICK
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

/** What a way costs at a number of readers: the share of the bare loop's speed, messages a second, milliseconds of a processor for each, memory, and seconds until all rows were there and the first mail had arrived. */
type Cost = Record<'ratio' | 'rate' | 'bare' | 'work' | 'bareWork' | 'memory' | 'preparing', number>

async function costAt(dataDir: string, way: Way, count: number, receiver: ChildProcess, ports: { smtp: number; http: number }): Promise<Cost> {
  const mailTransport = way === 'smtp' ? `smtp+plain://127.0.0.1:${ports.smtp}` : `resend+plain://127.0.0.1:${ports.http}/emails`
  const system = await startSystem({ port: 0, dataDir, seed: false, mailTransport, adapt })
  const bare = start('./bare-loop.ts')
  try {
    const db = await system.database('newsletter')
    await growReaders(db, count)
    const hash = createHash('sha256')
      .update(JSON.stringify(['issue', 'x', CONTENT, EVERYBODY]))
      .digest('hex')
    const arrived = () => ask<Arrived>(receiver, {})
    const most = { memory: 0 }
    const pid = runtime()
    /** Lets a campaign go: mails a second from the first on, for a while or until all have arrived; and seconds until the first one. */
    const own = async (round: number): Promise<{ rate: number; work: number; preparing: number }> => {
      const id = `cmp_${`${way}${count}x${round}`.padStart(26, '0')}`
      const now = Date.now()
      await db
        .prepare(
          `INSERT INTO campaigns (id, kind, name, state, content, audience, frozen_hash, version, author, released_by, scheduled_at, created_at, updated_at)
           VALUES (?, 'issue', 'x', 'approved', ?, ?, ?, 1, 'per_a', 'per_b', ?, ?, ?)`,
        )
        .bind(id, JSON.stringify(CONTENT), JSON.stringify(EVERYBODY), hash, now, now, now)
        .run()
      const before = (await arrived()).mails
      const began = performance.now()
      await system.tick('newsletter')
      while ((await arrived()).mails === before) {
        if (performance.now() - began > PATIENCE) throw new Error('no mail arrived')
        await sleep(20)
      }
      const [from, worked] = [performance.now(), workOf(pid)]
      const already = (await arrived()).mails - before
      let mails = 0
      while (mails < count && performance.now() - from < WINDOW) {
        await sleep(50)
        mails = (await arrived()).mails - before
        most.memory = Math.max(most.memory, memoryOf(pid))
      }
      const rate = (mails * 1000) / (performance.now() - from)
      const work = (workOf(pid) - worked) / Math.max(1, mails - already)
      await db.prepare("UPDATE campaigns SET state = 'cancelled' WHERE id = ? AND state = 'running'").bind(id).run()
      // What is on its way ends.
      await sleep(SETTLING)
      return { rate, work, preparing: (from - began) / 1000 }
    }
    await own(0)
    const found: { own: number; work: number; bare: number; bareWork: number; preparing: number }[] = []
    for (let round = 1; round <= ROUNDS; round++) {
      const { rate, work, preparing } = await own(round)
      const { firstMail, firstBatch } = await arrived()
      const [port, sample] = way === 'smtp' ? [ports.smtp, firstMail] : [ports.http, firstBatch]
      const order: BareOrder = { way, port, sample, connections: CONNECTIONS, time: WINDOW }
      const worked = workOf(bare.pid ?? 0)
      const beside = await ask<{ rate: number; mails: number }>(bare, order)
      found.push({ own: rate, work, preparing, bare: beside.rate, bareWork: (workOf(bare.pid ?? 0) - worked) / beside.mails })
    }
    const middle = (of: keyof (typeof found)[number]) => median(found.map((one) => one[of]))
    return {
      ratio: median(found.map((one) => one.own / one.bare)),
      rate: middle('own'),
      bare: middle('bare'),
      work: middle('work'),
      bareWork: middle('bareWork'),
      memory: most.memory,
      preparing: middle('preparing'),
    }
  } finally {
    bare.disconnect()
    await system.stop()
  }
}

const GATES: Record<Way, [string, number]> = {
  smtp: ['a campaign over SMTP against a bare nodemailer loop', 0.5],
  batches: ['a campaign in batches of 100 against a bare loop of the same batches', 0.3],
}

/** Measures campaigns: over a mail server and over a provider of batches, with 10,000 and with 200,000 readers, in turns with bare loops. */
export async function benchCampaigns(): Promise<void> {
  for (const way of ['smtp', 'batches'] as const) {
    const dataDir = await mkdtemp(join(tmpdir(), 'stem-bench-'))
    const receiver = start('./receiver.ts')
    try {
      const ports = (await once(receiver, 'message'))[0] as { smtp: number; http: number }
      const few = await costAt(dataDir, way, FEW, receiver, ports)
      const many = await costAt(dataDir, way, MANY, receiver, ports)
      const show = ({ rate, bare, work, bareWork, memory }: Cost) =>
        `${Math.round(rate)} against ${Math.round(bare)} mails/s; ${work.toFixed(1)} against ${bareWork.toFixed(1)} ms of a processor for each; ${Math.round(memory)} MB`
      const [what, gate] = GATES[way]
      tell(what, few.ratio, gate, true, show(few))
      tell(`${what}, 200,000 readers`, many.ratio, gate, true, show(many))
      tell(`${way}: cost of a mail at 200,000 readers against 10,000`, few.ratio / many.ratio, 1.2, false, '')
      tell(`${way}: memory at 200,000 readers against 10,000`, many.memory / few.memory, 1.3, false, '')
      tell(`${way}: seconds to prepare 200,000 rows`, many.preparing, 60, false, '', ' s')
    } finally {
      receiver.disconnect()
      await rm(dataDir, { recursive: true, force: true })
    }
  }
}
