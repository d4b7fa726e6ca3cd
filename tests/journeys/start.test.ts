import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, it } from 'vitest'
import { practice } from './started.ts'

const MAIN = fileURLToPath(new URL('../../infra/start/main.ts', import.meta.url))
const IMPORT = fileURLToPath(new URL('../../infra/import/main.ts', import.meta.url))
const folders: string[] = []
const folder = () => {
  const made = mkdtempSync(join(tmpdir(), 'stem-start-'))
  folders.push(made)
  return made
}
afterAll(() => {
  for (const one of folders) rmSync(one, { recursive: true, force: true })
})

const freePort = async (): Promise<number> => {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as { port: number }
  server.close()
  await once(server, 'close')
  return port
}

/** Runs the start command; `ready` resolves with its words once it says so, `ended` when the process is over. */
function run(env: Record<string, string>, script = MAIN, args: string[] = []) {
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', script, ...args], {
    env: { ...process.env, MAILBOX_PORT: '0', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let words = ''
  const ready = new Promise<string>((resolve, reject) => {
    const hear = (chunk: Buffer) => {
      words += chunk.toString()
      if (words.includes('Stop with Ctrl-C')) resolve(words)
    }
    child.stdout.on('data', hear)
    child.stderr.on('data', hear)
    child.on('close', () => reject(new Error(words)))
  })
  const ended = once(child, 'close').then(([code]) => ({ code: code as number | null, words }))
  ready.catch(() => undefined)
  return { child, ready, ended, words: () => words }
}

describe('the start command', () => {
  it('keeps all data over kill -9, imports once, starts again in under ten seconds, and ends cleanly', async () => {
    const env = { PORT: String(await freePort()), DATA_DIR: folder() }
    const origin = `http://localhost:${env.PORT}`
    const first = run(env)
    await first.ready
    const file = join(env.DATA_DIR, 'more.json')
    writeFileSync(file, JSON.stringify({ practices: [practice({ id: 'kept', title: 'Kept over a crash' }), { id: 'bad' }] }))
    const imported = await run(env, IMPORT, [file]).ended
    expect(imported.words).toContain('practices[1].title')
    expect(imported.words).toContain('1 created, 0 updated, 0 unchanged, 1 refused')
    expect(imported.code).toBe(1)
    first.child.kill('SIGKILL')
    await first.ended
    const begin = performance.now()
    const second = run(env)
    expect(await second.ready).not.toContain('Importing')
    expect(performance.now() - begin).toBeLessThan(10_000)
    const page = await (await fetch(`${origin}/practices/kept`)).text()
    expect(page).toContain('Kept over a crash')
    second.child.kill('SIGINT')
    expect((await second.ended).code).toBe(0)
  })

  it('says in a sentence that the port is in use', async () => {
    const server = createServer().listen(0, '127.0.0.1')
    await once(server, 'listening')
    const { port } = server.address() as { port: number }
    const { code, words } = await run({ PORT: String(port), DATA_DIR: folder() }).ended
    server.close()
    expect(code).toBe(1)
    expect(words).toContain(`Port ${port} is in use.`)
    expect(words).not.toMatch(/ {4}at /)
  })

  it('says in a sentence that a data file is broken', async () => {
    const env = { PORT: String(await freePort()), DATA_DIR: folder() }
    const first = run(env)
    await first.ready
    first.child.kill('SIGTERM')
    await first.ended
    const files = readdirSync(env.DATA_DIR, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.sqlite') && name.includes('d1'))
    expect(files.length).toBeGreaterThan(0)
    for (const name of files) {
      writeFileSync(join(env.DATA_DIR, name), 'This is not a database.'.repeat(500))
      for (const part of ['-wal', '-shm']) rmSync(join(env.DATA_DIR, name + part), { force: true })
    }
    const { code, words } = await run(env).ended
    expect(code).toBe(1)
    expect(words).toMatch(/The data (of \S+ )?in .+ cannot be used/)
    expect(words).not.toMatch(/ {4}at /)
  })

  it('says in a sentence that PORT is no port', async () => {
    const { code, words } = await run({ PORT: 'eighty', DATA_DIR: folder() }).ended
    expect([code, words.trim()]).toEqual([1, 'PORT must be a whole number up to 65535, not "eighty".'])
  })
})
