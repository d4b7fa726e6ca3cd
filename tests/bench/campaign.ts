import { mkdtempSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startSystem, type System } from '@stem/infra/start/system'
import { startBadMailServer, type BadMailServer } from '../faults/bad-mail-server.ts'
import { seedCampaign } from '../faults/seed-campaign.ts'

type Mailer = { sendMail(mail: object): Promise<unknown>; close(): void }
type Nodemailer = { createTransport(options: object): Mailer }
const nodemailer = createRequire(new URL('../../packages/mail/package.json', import.meta.url))('nodemailer') as Nodemailer

const LOOP = 1000
const SIDE_BY_SIDE = 5
const PATIENCE = 10 * 60_000

/** Mails a second of a bare loop over nodemailer, with as many connections as a run has. */
async function bareLoop(server: BadMailServer): Promise<number> {
  const url = new URL(server.transport)
  const mailer = nodemailer.createTransport({
    host: url.hostname,
    port: Number(url.port),
    ignoreTLS: true,
    pool: true,
    maxConnections: SIDE_BY_SIDE,
    maxMessages: Infinity,
  })
  const began = performance.now()
  let next = 0
  const hand = async () => {
    while (next++ < LOOP) await mailer.sendMail({ from: 'a@stem.example', to: `r${next}@d.example`, subject: 'An issue', text: 'Hello', html: '<p>Hello</p>' })
  }
  await Promise.all(Array.from({ length: SIDE_BY_SIDE }, hand))
  mailer.close()
  return (LOOP * 1000) / (performance.now() - began)
}

/** Asks until the database says so; milliseconds since `began`. */
async function until(system: System, sql: string, began: number): Promise<number> {
  const db = await system.database('newsletter')
  while (performance.now() - began < PATIENCE) {
    if (((await db.prepare(sql).first<{ n: number }>())?.n ?? 0) > 0) return performance.now() - began
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error(`not within ten minutes: ${sql}`)
}

/** What sending costs: seconds to prepare `count` rows, mails a second of the first thousands, and those of a bare loop to the same server before it. */
export async function sendToMany(count: number): Promise<{ prepared: number; perSecond: number; bare: number }> {
  const dataDir = mkdtempSync(join(tmpdir(), 'stem-bench-campaign-'))
  const server = await startBadMailServer(() => 'take')
  try {
    await seedCampaign({ count, dataDir, mailTransport: server.transport })
    const system = await startSystem({ port: 0, dataDir, seed: false, mailTransport: server.transport })
    try {
      const bare = await bareLoop(server)
      const began = performance.now()
      await system.tick('newsletter')
      const prepared = await until(system, "SELECT count(*) AS n FROM campaigns WHERE state IN ('running', 'finished')", began)
      const goal = Math.min(count, 5000)
      const from = server.taken.length
      const start = performance.now()
      while (server.taken.length - from < goal && performance.now() - start < PATIENCE) await new Promise((resolve) => setTimeout(resolve, 20))
      return { prepared: prepared / 1000, perSecond: ((server.taken.length - from) * 1000) / (performance.now() - start), bare }
    } finally {
      await system.stop()
    }
  } finally {
    await server.stop()
    rmSync(dataDir, { recursive: true, force: true })
  }
}
