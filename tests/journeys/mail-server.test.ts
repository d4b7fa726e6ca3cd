import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { startBadMailServer, type BadMailServer, type Deed } from '../faults/bad-mail-server.ts'
import { drawnAMinuteAgo } from './form-time.ts'
import { sendForm } from './people.ts'
import { start, until, type Started } from './started.ts'

/** What the server does to the first mail of each of these; everything later it takes. */
const FIRST: Deed[] = ['take', 'refuse-now', 'refuse', 'drop-before', 'drop-after']
let deeds: Deed[] = []
let mailServer: BadMailServer
let system: Started

beforeAll(async () => {
  mailServer = await startBadMailServer(() => deeds.shift() ?? 'take')
  system = await start({ seed: false, mailTransport: mailServer.transport })
})
afterAll(async () => {
  await system.stop()
  await mailServer.stop()
})

const question = (address: string, key = randomBytes(16).toString('hex')): Record<string, string> => ({
  key,
  drawn: drawnAMinuteAgo(system.dataDir, key),
  kind: 'question',
  name: 'Anna',
  address,
  organisation: '',
  job: '',
  country: '',
  challenge: '?',
  tried: '',
  table: '',
  more: '',
  step: 'check',
  go: 'send',
})

it('a mail whose answer was lost after its text had left is never sent again; one that surely did not arrive is', async () => {
  const db = await system.database('contact-form')
  const stateOf = async (id: string) => (await db.prepare('SELECT state FROM mails WHERE id = ?').bind(id).first<{ state: string }>())?.state
  const states: Record<string, string | undefined> = {}
  for (const deed of FIRST) {
    deeds = [deed]
    const address = `${deed}@min.example`
    expect((await sendForm(system.origin, '/support/request', question(address))).status).toBe(303)
    const mail = await db.prepare('SELECT id FROM mails ORDER BY rowid DESC LIMIT 1').first<{ id: string }>()
    await until(15_000, async () => {
      await db.prepare("UPDATE mails SET next_at = 0 WHERE state = 'queued'").run()
      await system.tick('contact-form')
      return !['queued', 'working', 'handing'].includes((await stateOf(mail?.id ?? '')) ?? '')
    })
    states[deed] = await stateOf(mail?.id ?? '')
  }
  const arrived = Object.fromEntries(FIRST.map((deed) => [deed, mailServer.taken.filter(({ to }) => to === `${deed}@min.example`).length]))
  expect(states).toMatchObject({ take: 'sent', 'refuse-now': 'sent', refuse: 'refused', 'drop-after': 'unknown' })
  expect(arrived).toMatchObject({ take: 1, 'refuse-now': 1, refuse: 0, 'drop-after': 1 })
  // Whether the text had begun to leave when the line was cut depends on the moment; the mail arrives once or is in doubt.
  expect([states['drop-before'], arrived['drop-before']]).toEqual(arrived['drop-before'] === 1 ? ['sent', 1] : ['unknown', 0])
})
