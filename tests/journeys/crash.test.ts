import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, it } from 'vitest'
import { Messages } from '@stem/infra/mailbox/messages'
import { applicationForm, sendForm } from './people.ts'
import { start } from './started.ts'

const MAIN = fileURLToPath(new URL('../../infra/start/main.ts', import.meta.url))
const ROUNDS = 3
const WRITERS = 8
const dataDir = mkdtempSync(join(tmpdir(), 'stem-crash-'))
afterAll(() => rmSync(dataDir, { recursive: true, force: true }))

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as { port: number }
  server.close()
  await once(server, 'close')
  return port
}

/** Runs the start command until it says that it is ready. A port that somebody took between asking and starting is asked for again. */
async function run(): Promise<{ child: ChildProcess; port: number }> {
  const port = await freePort()
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', MAIN], {
    env: { ...process.env, PORT: String(port), MAILBOX_PORT: '0', DATA_DIR: dataDir },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let words = ''
  const isReady = await new Promise<boolean>((resolve) => {
    child.stdout.on('data', (chunk: Buffer) => chunk.toString().includes('Stop with Ctrl-C') && resolve(true))
    child.stderr.on('data', (chunk: Buffer) => (words = `${words}${chunk.toString()}`.slice(-2000)))
    child.on('close', () => resolve(false))
  })
  if (isReady) return { child, port }
  if (words.includes('is in use')) return run()
  throw new Error(`did not start: ${words}`)
}

describe('kill -9 at random moments under load', () => {
  it(`loses nothing that was acknowledged, leaves nothing half done and doubles no mail, ${ROUNDS} times`, async () => {
    const seed = Math.floor(Math.random() * 1e9)
    console.log(`seed ${seed}`)
    const acknowledged: { key: string; address: string }[] = []
    let unanswered = 0
    let number = 0
    for (let round = 0; round < ROUNDS; round++) {
      const { child, port } = await run()
      const life = { over: false }
      const writer = async () => {
        while (!life.over) {
          const own = ++number
          const form = applicationForm(own)
          try {
            const { status } = await sendForm(`http://localhost:${port}`, '/join', form, { 'cf-connecting-ip': `10.9.${own >> 8}.${own & 255}` })
            if (status === 303) acknowledged.push({ key: form['key'] ?? '', address: form['contactAddress'] ?? '' })
          } catch {
            unanswered++
            return
          }
        }
      }
      const writers = Array.from({ length: WRITERS }, writer)
      await new Promise((resolve) => setTimeout(resolve, 300 + ((seed >> round) % 1700)))
      child.kill('SIGKILL')
      life.over = true
      await Promise.all([once(child, 'close'), ...writers])
    }
    expect(acknowledged.length).toBeGreaterThan(50)

    const system = await start({ dataDir, seed: false })
    try {
      const db = await system.database('members')
      const { results: kept } = await db.prepare('SELECT form_key AS key FROM applications').all<{ key: string }>()
      const keys = new Set(kept.map(({ key }) => key))
      expect(acknowledged.filter(({ key }) => !keys.has(key))).toEqual([])
      // Each application has its mail, and each mail its application: neither was written without the other.
      const half = await db
        .prepare(
          `SELECT (SELECT count(*) FROM applications a WHERE NOT EXISTS (SELECT 1 FROM mails m WHERE m.id = a.form_key || '.proof'))
             + (SELECT count(*) FROM mails m WHERE m.kind = 'application-proof' AND NOT EXISTS (SELECT 1 FROM applications a WHERE a.form_key || '.proof' = m.id)) AS n`,
        )
        .first<{ n: number }>()
      expect(half?.n).toBe(0)
      expect(await db.prepare('PRAGMA quick_check').first()).toEqual({ quick_check: 'ok' })
      // What a killed run had claimed is free again once its lease is over.
      await db.prepare("UPDATE mails SET lease_until = 0 WHERE state IN ('working', 'handing')").run()
      for (let again = 0; again < 200; again++) {
        await system.tick('members')
        const waiting = await db.prepare("SELECT count(*) AS n FROM mails WHERE state IN ('queued', 'working')").first<{ n: number }>()
        if (waiting?.n === 0) break
      }
      const arrived = new Messages(join(dataDir, 'mailbox.jsonl')).all().map(({ headers }) => headers.find(([name]) => name === 'message-id')?.[1] ?? '')
      expect(arrived.length).toBe(new Set(arrived).size)
      const { results: states } = await db.prepare('SELECT state, count(*) AS n FROM mails GROUP BY state').all<{ state: string; n: number }>()
      const sent = states.find(({ state }) => state === 'sent')?.n ?? 0
      const unknown = states.find(({ state }) => state === 'unknown')?.n ?? 0
      // Every mail is sent, or known to be in doubt: at most those that were between two programs when one was killed.
      expect(sent + unknown).toBe(kept.length)
      expect(unknown).toBeLessThanOrEqual(ROUNDS * WRITERS)
      expect(arrived.length).toBeGreaterThanOrEqual(sent)
      console.log(`${acknowledged.length} acknowledged, ${unanswered} unanswered, ${kept.length} kept, ${sent} mails sent, ${unknown} in doubt`)
    } finally {
      await system.stop()
    }
  }, 180_000)
})
