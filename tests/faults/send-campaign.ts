import { createHmac } from 'node:crypto'
import { once } from 'node:events'
import { readSecrets } from '@stem/infra/start/secrets'
import type { Receiver } from './bad-mail-server.ts'
import { freePort, startChild } from './lives.ts'
import { readerOf } from './seed-campaign.ts'

const PATIENCE = 10_000
const LONGEST = 15 * 60_000

/** What happened meanwhile: when the system was killed, and when each who left or was erased was told that it is so. */
export type Sending = { killedAt: number[]; left: Map<string, number> }

/** A link of a reader, made as the service makes it. */
function queryOf(tokenKey: string, purpose: string, id: string, until: number): string {
  const token = createHmac('sha256', tokenKey).update(`newsletter ${purpose}\n${id}\n1\n\n${until}`).digest('hex')
  return new URLSearchParams({ r: id, ...(until === 0 ? {} : { until: String(until) }), token }).toString()
}

/** How readers go: every second by one click, every second by having themselves erased. Path, and form. */
const WAYS_OUT: ((tokenKey: string, id: string) => [string, string])[] = [
  (tokenKey, id) => [`/newsletter/unsubscribe?${queryOf(tokenKey, 'unsubscribe', id, 0)}`, 'List-Unsubscribe=One-Click'],
  (tokenKey, id) => [`/newsletter/data?${queryOf(tokenKey, 'data', id, Date.now() + LONGEST)}`, 'do=erase'],
]

/** Lets a campaign go out while the system is killed `kills` times and readers leave. */
export async function sendCampaign({
  count,
  kills,
  leavers,
  dataDir,
  receiver,
  chance,
}: {
  count: number
  kills: number
  leavers: number
  dataDir: string
  receiver: Receiver
  chance: () => number
}): Promise<Sending> {
  const { tokenKey } = readSecrets(dataDir)
  const port = await freePort()
  const start = () => startChild(port, dataDir, receiver.transport, 0)
  let child = await start()
  const sending: Sending = { killedAt: [], left: new Map() }
  const end = Date.now() + LONGEST
  const seen = new Set<string>()
  let read = 0
  /** Share of the readers whose mail was begun, or who left. */
  const progress = () => {
    for (; read < receiver.asked.length; read++) seen.add(receiver.asked[read]?.to ?? '')
    return (seen.size + sending.left.size) / count
  }
  const until = async (goal: number) => {
    while (progress() < goal && Date.now() < end) await new Promise((resolve) => setTimeout(resolve, 5))
  }

  const leaving = (async () => {
    for (let number = 0; number < leavers; number++) {
      await until(0.01 + (0.9 * number) / leavers)
      const { id, address } = readerOf(1 + Math.floor(chance() * count))
      for (let tries = 0; tries < 100 && !sending.left.has(address); tries++) {
        const origin = `http://localhost:${port}`
        const [path, body] = WAYS_OUT[number % WAYS_OUT.length]?.(tokenKey, id) ?? []
        const answer = await fetch(`${origin}${path}`, {
          method: 'POST',
          headers: { 'content-type': 'application/x-www-form-urlencoded', origin },
          body: body ?? null,
          signal: AbortSignal.timeout(PATIENCE),
        }).catch(() => null)
        await answer?.body?.cancel()
        // Who is forgotten has no link any more: the answer before was lost with the system that gave it.
        if (answer?.status === 200 || (answer?.status === 410 && tries > 0)) sending.left.set(address, Date.now())
        else await new Promise((resolve) => setTimeout(resolve, 100))
      }
    }
  })()

  const kill = async () => {
    const ended = once(child, 'close')
    sending.killedAt.push(Date.now())
    child.kill('SIGKILL')
    await ended
  }
  while (sending.killedAt.length < kills) {
    await until(((sending.killedAt.length + 0.2 + 0.7 * chance()) / kills) * 0.95)
    await kill()
    child = await start()
  }
  await until(0.95)
  await leaving
  await kill()
  return sending
}
