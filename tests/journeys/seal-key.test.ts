import { spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { sealKeyIds } from '@stem/infra/start/secrets'
import { afterAll, expect, it } from 'vitest'
import { cookieOf, putPeople } from './people.ts'
import { start } from './started.ts'

let dataDir = ''
afterAll(() => rm(dataDir, { recursive: true, force: true }))

/** Runs a command of the operator for the installation of this test. */
async function operate(command: string, port: string, ...args: string[]): Promise<{ status: number | null; said: string }> {
  const script = fileURLToPath(new URL(`../../infra/operate/${command}.ts`, import.meta.url))
  const { ORIGIN: _origin, IMPORT_TOKEN: _token, ...env } = process.env
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', script, ...args], { env: { ...env, DATA_DIR: dataDir, PORT: port } })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (said += chunk.toString()))
  const [status] = (await once(child, 'close')) as [number | null]
  return { status, said }
}

it('the key that requests are sealed with is changed by two commands, and nothing is lost', async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'stem-seal-'))
  const first = await start({ dataDir, seed: false })
  const asked = await fetch(`${first.origin}/api/v1/support-requests`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': randomUUID() },
    body: JSON.stringify({ kind: 'question', name: 'Anna', address: 'anna@min.example', challenge: 'A lighthouse of words' }),
  })
  expect(asked.status).toBe(201)
  const port = new URL(first.origin).port
  expect(await operate('rotate-seal-key', port)).toEqual({ status: 0, said: expect.stringContaining('k2 was added') })
  expect((await operate('rotate-seal-key', port)).status).toBe(1)
  // Not started again yet: the running system cannot seal with the new key, so the old one must stay.
  expect(await operate('reseal', port, '--drop-old')).toEqual({ status: 1, said: expect.stringContaining('does not know k2 yet') })
  expect(sealKeyIds(dataDir)).toEqual(['k2', 'k1'])
  await first.stop()

  const second = await start({ dataDir, seed: false })
  const done = await operate('reseal', new URL(second.origin).port, '--drop-old')
  expect(done).toEqual({ status: 0, said: expect.stringMatching(/2 texts and files were sealed anew with k2, 0 are left[^]*k1 was removed/) })
  expect(sealKeyIds(dataDir)).toEqual(['k2'])
  await second.stop()

  const third = await start({ dataDir, seed: false })
  try {
    await putPeople(third, 1, 1, { role: 'secretariat-officer', scope: 'coalition' })
    const db = await third.database('contact-form')
    const row = await db.prepare('SELECT id, requester FROM cases').first<{ id: string; requester: string }>()
    expect(row?.requester).toMatch(/^k2\./)
    const page = await fetch(`${third.origin}/console/requests/${row?.id}`, { headers: { cookie: cookieOf(1) } })
    expect([page.status, (await page.text()).includes('A lighthouse of words')]).toEqual([200, true])
    expect((await fetch(`${third.origin}/api/v1/reseal`, { method: 'POST', headers: { authorization: `Bearer ${'x'.repeat(43)}` } })).status).toBe(404)
  } finally {
    await third.stop()
  }
})
