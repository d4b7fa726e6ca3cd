import { beforeEach, expect, it } from 'vitest'
import { ANNA, at, readers, released, runOut, runningWith, serverOf } from '../testing/campaigning.ts'
import { ask, DB, emptyAll, NOW } from '../testing/reading.ts'
import { DELIVERIES_KEPT, keepHouse } from '../retention/keep-house.ts'
import { progressOf } from './progress.ts'

beforeEach(emptyAll)

const pathOf = (id: string) => `/console/newsletter/${id}/progress`

it('a campaign is cancelled for good after a tick alone', async () => {
  await readers(2)
  const id = await released()
  const page = await (await ask(pathOf(id), { who: ANNA })).text()
  expect(page).toContain('who has not got it by now never gets it')
  const refused = await ask(pathOf(id), { who: ANNA, form: { do: 'cancel' } })
  expect([refused.status, (await refused.text()).includes('Nothing was cancelled'), (await at(id)).state]).toEqual([422, true, 'approved'])
  expect((await ask(pathOf(id), { who: ANNA, form: { do: 'cancel', sure: 'yes' } })).status).toBe(303)
  expect((await at(id)).state).toBe('cancelled')
})

it('rows of readers go two years after the end, some at a time; the numbers stay as they were', async () => {
  await readers(30)
  const id = await released()
  const { transport } = serverOf(({ to }) => (to.startsWith('r7@') ? { outcome: 'refused', why: 'no' } : { outcome: 'sent', reference: 'r' }))
  await runOut(runningWith(transport), id)
  const before = await progressOf(DB, id)
  expect(before.all).toMatchObject({ prepared: 30, accepted: 29, rejected: 1 })
  const rows = async () => (await DB.prepare('SELECT count(*) AS n FROM deliveries').first<{ n: number }>())?.n
  await keepHouse({ db: DB }, NOW + DELIVERIES_KEPT - 1)
  expect(await rows()).toBe(30)
  for (let runs = 0; runs < 2; runs++) await keepHouse({ db: DB }, NOW + DELIVERIES_KEPT + 60_000)
  expect(await rows()).toBe(0)
  expect(await progressOf(DB, id)).toEqual(before)
  expect(await (await ask(pathOf(id), { who: ANNA })).text()).toContain('<td>29</td>')
})
