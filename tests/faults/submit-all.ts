import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { drawnAMinuteAgo } from '../journeys/form-time.ts'
import { sendForm } from '../journeys/people.ts'
import { freePort, startChild } from './lives.ts'

const WRITERS = 8
const MOST_TRIES = 60
const PATIENCE = 15_000
const SHORTEST_LIFE = 15
const LONGER_LIFE = 60
const LAST_MOMENT = 40

/** What a submitter remembers: the key of the form, the address, and the reference once the answer "received" came. */
export type Remembered = { key: string; address: string; reference: string | null; tries: number }

/** What happened: what each submitter remembers, and how often the system was killed. */
export type History = { remembered: Remembered[]; kills: number; unanswered: number; refused: number }

const formOf = (dataDir: string, key: string, address: string): Record<string, string> => ({
  key,
  drawn: drawnAMinuteAgo(dataDir, key),
  kind: 'taskforce',
  name: 'A requester',
  address,
  organisation: 'A ministry',
  job: '',
  country: 'EE',
  challenge: 'How do we get more girls into physics?',
  tried: '',
  table: '',
  more: '',
  step: 'check',
  go: 'send',
})

/**
 * Sends `count` requests from eight sides, each again with the same key until it is answered "received", while the system is killed
 * and started again at random moments.
 */
export async function submitAll({
  count,
  dataDir,
  mailTransport,
  share,
  chance,
}: {
  count: number
  dataDir: string
  mailTransport: string
  share: number
  chance: () => number
}): Promise<History> {
  const history: History = { remembered: [], kills: 0, unanswered: 0, refused: 0 }
  const port = await freePort()
  const origin = `http://localhost:${port}`
  let child = await startChild(port, dataDir, mailTransport, share)
  let number = 0

  const submit = async (own: number) => {
    const one: Remembered = { key: randomBytes(16).toString('hex'), address: `asker${own}@ministry.example`, reference: null, tries: 0 }
    history.remembered.push(one)
    while (one.reference === null && one.tries < MOST_TRIES) {
      // Nobody knocks while it starts: bringing the databases up to date and answering block each other on a machine of one's own.
      while (!run.up) await new Promise((resolve) => setTimeout(resolve, 20))
      one.tries++
      try {
        const answer = await Promise.race([
          sendForm(origin, '/support/request', formOf(dataDir, one.key, one.address), { 'cf-connecting-ip': `10.${own >> 8}.${own & 255}.7` }),
          new Promise<never>((_, reject) => setTimeout(() => reject(new Error('no answer')), PATIENCE)),
        ])
        if (answer.status === 303) one.reference = new URL(answer.headers.get('location') ?? '', origin).searchParams.get('reference')
        else history.refused++
      } catch {
        history.unanswered++
        await new Promise((resolve) => setTimeout(resolve, 200))
      }
    }
  }
  const writer = async () => {
    while (number < count) await submit(++number)
  }

  const run = { over: false, up: true }
  const received = () => history.remembered.filter(({ reference }) => reference !== null).length
  const killer = async () => {
    while (!run.over) {
      // A life is measured in answers; the moment of its end within one is chance.
      const goal = received() + SHORTEST_LIFE + chance() * LONGER_LIFE
      while (!run.over && received() < goal) await new Promise((resolve) => setTimeout(resolve, 5))
      await new Promise((resolve) => setTimeout(resolve, chance() * LAST_MOMENT))
      if (run.over) break
      const ended = once(child, 'close')
      child.kill('SIGKILL')
      history.kills++
      run.up = false
      await ended
      child = await startChild(port, dataDir, mailTransport, share)
      run.up = true
    }
  }
  const killing = killer()
  await Promise.all(Array.from({ length: WRITERS }, writer))
  run.over = true
  await killing
  const ended = once(child, 'close')
  child.kill('SIGKILL')
  await ended
  return history
}
