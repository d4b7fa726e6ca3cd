import { rememberErased } from '@stem/jobs/erased'
import { deriveToken } from '@stem/jobs/tokens'
import { mailRow } from '@stem/mail/mails-table'
import { beforeEach, expect, it } from 'vitest'
import { runCampaign } from '../delivery/run-campaign.ts'
import { verifyConsents } from '../ledger/verify-consents.ts'
import { readerById } from '../readers/reader.ts'
import { released, runningWith, runOut, serverOf } from '../testing/campaigning.ts'
import { ask, count, DAY, DB, DESK, emptyAll, NOW, subscribed, testEnv, wishForm } from '../testing/reading.ts'
import { forgetPerson } from './erase-reader.ts'

const ADDRESS = 'Canary01.Mail@stem.example'
const PERSON = `per_${'1'.padStart(26, '0')}`

beforeEach(emptyAll)

/** A message as the members service sends it; the hash is derived there from the address as it is compared. */
async function tell(body: object = {}, now = NOW): Promise<boolean> {
  const addressKey = await deriveToken(testEnv.ADDRESS_KEY, 'newsletter', ADDRESS.toLowerCase())
  let isTaken = false
  const message = { body: { personId: PERSON, addressKey, at: now, ...body }, ack: () => (isTaken = true) }
  await rememberErased(DB, { messages: [message] } as unknown as MessageBatch, now, (...forgotten) => forgetPerson(DESK, forgotten, now))
  return isTaken
}

/** Everything in the database, as text. */
async function dump(): Promise<string> {
  const tables = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE '_cf%'"
  const { results } = await DB.prepare(tables).all<{ name: string }>()
  return JSON.stringify(await Promise.all(results.map(async ({ name }) => (await DB.prepare(`SELECT * FROM "${name}"`).all()).results))).toLowerCase()
}

it('forgets the subscription of an account that was erased, to the last byte of the address', async () => {
  const reader = await subscribed(ADDRESS)
  await released()
  await ask('/newsletter', { form: wishForm({ address: ADDRESS.toLowerCase() }), now: NOW + DAY })
  await mailRow(DB, { id: 'tst_1.test', kind: 'test', personId: PERSON, address: `own+${ADDRESS}`, locale: 'en' }, NOW).run()
  expect(await dump()).toContain(ADDRESS.toLowerCase())
  expect(await tell({}, NOW + DAY)).toBe(true)
  expect(await tell({}, NOW + DAY)).toBe(true)
  expect((await dump()).split('canary01').length - 1).toBe(0)
  expect(await readerById(DB, reader.id)).toMatchObject({ state: 'erased', address: null })
  expect([await count('suppressions', "reason = 'erasure' AND source = 'account'"), await count('erased'), await count('consents', "kind = 'erased'")]).toEqual(
    [1, 1, 1],
  )
  expect(await verifyConsents(DESK)).toMatchObject({ broken: null })
})

it('hands over nothing more of an issue that is on its way out', async () => {
  await subscribed(ADDRESS)
  await subscribed('other@stem.example')
  const id = await released()
  const { handed, transport } = serverOf()
  const running = runningWith(transport)
  await runCampaign({ ...running, stop: (step) => step === 'prepared' }, id)
  await tell({}, NOW + 1000)
  await runOut(running, id)
  expect(handed.map(({ to }) => to)).toEqual(['other@stem.example'])
  expect(await count('deliveries', "state = 'cancelled' AND why = 'erased'")).toBe(1)
})

it('leaves alone who subscribed anew afterwards, also when the message comes again', async () => {
  await subscribed(ADDRESS)
  await tell({}, NOW + 1000)
  const again = await subscribed(ADDRESS, {}, NOW + 2 * DAY)
  await tell({ at: NOW + 1000 }, NOW + 3 * DAY)
  expect(await readerById(DB, again.id)).toMatchObject({ state: 'active', address: ADDRESS })
})

it('takes a message without a hash: there was no address', async () => {
  const reader = await subscribed(ADDRESS)
  await tell({ addressKey: undefined })
  expect([(await readerById(DB, reader.id))?.state, await count('erased')]).toEqual(['active', 1])
})
