import { createHmac, randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { cookieOf, putPeople, sendForm } from './people.ts'
import { start, until, type Started } from './started.ts'

type Taken = { headers: IncomingHttpHeaders; body: string }
const taken: Taken[] = []
const receiver = createServer((request, response) => {
  let body = ''
  request.on('data', (chunk: Buffer) => (body += chunk.toString()))
  request.on('end', () => {
    taken.push({ headers: request.headers, body })
    response.writeHead(200).end()
  })
})

let system: Started
let dataDir = ''
let port = 0
beforeAll(async () => {
  await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve))
  port = (receiver.address() as AddressInfo).port
  dataDir = await mkdtemp(join(tmpdir(), 'stem-webhooks-'))
  system = await start({ dataDir, seed: false, loopback: true })
  await putPeople(system, 1, 1, { role: 'secretariat-admin', scope: 'coalition' })
})
afterAll(async () => {
  await system.stop()
  receiver.close()
  await rm(dataDir, { recursive: true, force: true })
})

const send = (path: string, form: Record<string, string>) => sendForm(system.origin, path, form, { cookie: cookieOf(1) })
const wish = (url: string) => ({ key: randomUUID().replaceAll('-', ''), url, 'topic-received': 'yes' })
const ask = () =>
  fetch(`${system.origin}/api/v1/support-requests`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': randomUUID() },
    body: JSON.stringify({ kind: 'question', name: 'CANARY name', address: 'canary@min.example', country: 'EE', challenge: 'CANARY challenge' }),
  })
/** The signature as the standard says it, made without the library that the platform uses. */
const signatureOf = (secret: string, { headers, body }: Taken): string =>
  `v1,${createHmac('sha256', Buffer.from(secret.replace('whsec_', ''), 'base64'))
    .update(`${headers['webhook-id']}.${headers['webhook-timestamp']}.${body}`)
    .digest('base64')}`

describe('a program that is told', () => {
  let path = ''

  it('gets a test and each request soon after it was received, signed, with nothing personal in it', async () => {
    const page = await send('/console/webhooks/new', wish(`http://localhost:${port}/in`))
    const html = await page.text()
    const secret = /whsec_[A-Za-z0-9+/]{43}=/.exec(html)?.[0] ?? ''
    path = /\/console\/webhooks\/whk_[0-9a-f]+/.exec(html)?.[0] ?? ''
    expect([page.status, secret !== '', path !== '']).toEqual([200, true, true])
    expect((await send(path, { do: 'ping' })).status).toBe(303)
    await until(10_000, async () => taken.length === 1)
    expect(JSON.parse(taken[0]?.body ?? '')).toMatchObject({ type: 'ping' })
    expect((await ask()).status).toBe(201)
    await until(10_000, async () => taken.length === 2)
    expect(JSON.parse(taken[1]?.body ?? '')).toMatchObject({ type: 'request.received', data: { kind: 'question', state: 'new' } })
    for (const one of taken) expect(one.headers['webhook-signature']).toBe(signatureOf(secret, one))
    expect(JSON.stringify(taken)).not.toMatch(/canary|"EE"/i)
  })

  it('is never anything on this machine or in its network but what development allows', async () => {
    const before = taken.length
    const hosts = [
      '127.1',
      '0x7f.1',
      '2130706433',
      '0177.0.0.1',
      '[::1]',
      '[::ffff:127.0.0.1]',
      '0.0.0.0',
      '0',
      '①②⑦.0.0.1',
      'localhost.',
      'a.localhost',
      '169.254.169.254',
    ]
    for (const host of hosts)
      for (const scheme of ['https', ...(new URL(`http://${host}`).hostname === '127.0.0.1' ? [] : ['http'])])
        expect((await send('/console/webhooks/new', wish(`${scheme}://${host}:${port}/`))).status, `${scheme}://${host}`).toBe(422)
    expect(taken).toHaveLength(before)
  })

  it('on this machine gets nothing where the platform is not told that it is being developed', async () => {
    await system.stop()
    system = await start({ dataDir, seed: false })
    const before = taken.length
    expect((await send('/console/webhooks/new', wish(`http://localhost:${port}/in`))).status).toBe(422)
    expect((await send(path, { do: 'ping' })).status).toBe(303)
    const db = await system.database('contact-form')
    const why = () => db.prepare("SELECT why FROM webhook_deliveries WHERE kind = 'ping' AND state = 'queued' AND attempts = 1").first<{ why: string }>()
    await until(10_000, async () => (await why()) !== null)
    expect([(await why())?.why, taken.length]).toEqual(['address', before])
  })
})
