import { createHmac } from 'node:crypto'
import { once } from 'node:events'
import { readSecrets } from '@stem/infra/start/secrets'
import type { BadMailServer } from './bad-mail-server.ts'
import { freePort, startChild } from './lives.ts'
import { readerOf } from './seed-campaign.ts'

const PATIENCE = 10_000
const LONGEST = 15 * 60_000

/** What happened meanwhile: how often the system was killed, and when each who left was told that it is so. */
export type Sending = { kills: number; left: Map<string, number> }

/** The link of a reader to leave, made as the service makes it. */
function leavingQuery(tokenKey: string, id: string): string {
  const token = createHmac('sha256', tokenKey).update(`newsletter unsubscribe\n${id}\n1\n\n0`).digest('hex')
  return new URLSearchParams({ r: id, token }).toString()
}

/** Lets a campaign go out while the system is killed `kills` times and readers leave by one click. */
export async function sendCampaign({
  count,
  kills,
  leavers,
  dataDir,
  mailServer,
  chance,
}: {
  count: number
  kills: number
  leavers: number
  dataDir: string
  mailServer: BadMailServer
  chance: () => number
}): Promise<Sending> {
  const { tokenKey } = readSecrets(dataDir)
  const port = await freePort()
  const start = () => startChild(port, dataDir, mailServer.transport, 0)
  let child = await start()
  const sending: Sending = { kills: 0, left: new Map() }
  const end = Date.now() + LONGEST
  const progress = () => (mailServer.asked.length + sending.left.size) / count
  const until = async (goal: number) => {
    while (progress() < goal && Date.now() < end) await new Promise((resolve) => setTimeout(resolve, 5))
  }

  const leaving = (async () => {
    for (let number = 0; number < leavers; number++) {
      await until(0.01 + (0.9 * number) / leavers)
      const { id, address } = readerOf(1 + Math.floor(chance() * count))
      for (let tries = 0; tries < 100 && !sending.left.has(address); tries++) {
        const answer = await fetch(`http://localhost:${port}/newsletter/unsubscribe?${leavingQuery(tokenKey, id)}`, {
          method: 'POST',
          headers: { 'content-type': 'application/x-www-form-urlencoded' },
          body: 'List-Unsubscribe=One-Click',
          signal: AbortSignal.timeout(PATIENCE),
        }).catch(() => null)
        await answer?.body?.cancel()
        if (answer?.status === 200) sending.left.set(address, Date.now())
        else await new Promise((resolve) => setTimeout(resolve, 100))
      }
    }
  })()

  while (sending.kills < kills) {
    await until(((sending.kills + 0.2 + 0.7 * chance()) / kills) * 0.95)
    const ended = once(child, 'close')
    child.kill('SIGKILL')
    sending.kills++
    await ended
    child = await start()
  }
  await until(0.95)
  await leaving
  const ended = once(child, 'close')
  child.kill('SIGKILL')
  sending.kills++
  await ended
  return sending
}
