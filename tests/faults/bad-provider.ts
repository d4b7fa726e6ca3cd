import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { noDeeds, type Asked, type Deed, type Receiver, type Taken } from './bad-mail-server.ts'

type Mail = { to: [string]; headers: Record<string, string> }
type Known = { payload: string; answer: object | null }

/** The longest that it thinks about a batch: a kill falls into it. */
const LONGEST_THOUGHT = 400
const SHARE_REFUSED = 0.02

/**
 * A provider in the shape of Resend that takes batches, each key once: the same again gets the same answer, something else under a known key
 * is refused. It does to each call what `choose` says; what it has begun it ends, whoever hangs up. `hang`: it takes the batch or not, and
 * says nothing; `refuse`: it fails, having taken the batch or not. Of the mails of a batch it refuses a few for good.
 */
export async function startBadProvider(choose: () => Deed, chance: () => number): Promise<Receiver> {
  const taken: Taken[] = []
  const asked: Asked[] = []
  const done = noDeeds()
  const known = new Map<string, Known>()

  const take = (mails: Mail[], deed: Deed): object => {
    const errors: { index: number; message: string }[] = []
    const data: { id: string }[] = []
    for (const [index, { to, headers }] of mails.entries()) {
      if (chance() < SHARE_REFUSED) {
        errors.push({ index, message: 'nobody' })
        asked.push({ to: to[0], at: 0, deed: 'refuse' })
      } else {
        taken.push({ messageId: headers['Message-ID'] ?? '', to: to[0], deed })
        data.push({ id: `mail-${taken.length}` })
      }
    }
    return { data, errors }
  }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const payload = await text(request)
    const say = (status: number, body: object) => response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
    const key = String(request.headers['idempotency-key'])
    const before = known.get(key)
    if (before?.answer === null) return void say(409, { name: 'concurrent_idempotent_requests' })
    if (before) return void (before.payload === payload ? say(200, before.answer ?? {}) : say(409, { name: 'invalid_idempotent_request' }))
    const deed = choose()
    done[deed]++
    const mails = JSON.parse(payload) as Mail[]
    for (const { to } of mails) asked.push({ to: to[0], at: Date.now(), deed: deed === 'refuse' ? 'hang' : deed })
    const isTaken = deed === 'take' || deed === 'drop-after' || ((deed === 'hang' || deed === 'refuse') && chance() < 0.5)
    if (deed === 'refuse-now') return void say(429, {})
    if (isTaken) known.set(key, { payload, answer: null })
    await new Promise((resolve) => setTimeout(resolve, chance() * LONGEST_THOUGHT))
    const said = isTaken ? take(mails, deed) : {}
    if (isTaken) known.set(key, { payload, answer: said })
    if (deed === 'hang') return undefined
    if (deed === 'refuse') return void say(500, {})
    if (deed === 'take') return void say(200, said)
    request.socket.destroy()
  }

  const server = createServer((request, response) => void answer(request, response).catch(() => request.socket.destroy()))
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    transport: `resend+plain://127.0.0.1:${(server.address() as AddressInfo).port}/emails`,
    taken,
    asked,
    done,
    stop: () => {
      server.closeAllConnections()
      return new Promise((resolve) => server.close(() => resolve()))
    },
  }
}
