import { beforeEach, expect, it } from 'vitest'
import { staffWorks } from '../cases/say.ts'
import { ask, DB, emptyAll, finished, NOW, only, READING, somebody } from '../testing/asking.ts'

const anna = somebody('anna', { roles: [] })
const eve = somebody('eve', { roles: [] })
beforeEach(async () => {
  await emptyAll()
  await ask('/support/request', { form: finished({ challenge: 'CANARY of Anna' }), who: anna })
})

it('a person sees the own requests and takes everything along; nobody else sees any of it', async () => {
  expect(await (await ask('/account/requests', { who: anna })).text()).toMatch(/Taskforce[^]*Received/)
  const file = await ask('/account/requests/export', { who: anna, form: {} })
  expect(file.headers.get('content-disposition')).toContain('my-requests.json')
  expect(await file.text()).toContain('CANARY of Anna')
  expect(await (await ask('/account/requests/export', { who: eve, form: {} })).json()).toEqual({ requests: [] })
  expect(await (await ask('/account/requests', { who: eve })).text()).not.toContain('Taskforce')
  expect((await ask('/account/requests')).status).toBe(303)
  const late = await ask('/account/requests/export', { who: { ...anna, assertedAt: NOW - 16 * 60_000 }, form: {} })
  expect(late.headers.get('location')).toContain('/account/step-up')
})

it('what is taken along tells the course of a request and who took part in which role, and nothing of what staff did among themselves', async () => {
  const { id } = await only()
  const work = async (wish: object) => staffWorks(READING, 'per_staff', await only(), { version: (await only()).version, ...wish } as never, NOW)
  await work({ act: 'assign', to: 'per_staff' })
  await work({ act: 'note', body: 'CANARY note' })
  await work({ act: 'reply', body: 'Which schools?', state: 'waiting' })
  await DB.prepare(
    "INSERT INTO participants (id, case_id, role, who, address_key, added_by, added_at) VALUES ('par_1', ?, 'expert', 'CANARY', 'CANARY', 'per_staff', ?)",
  )
    .bind(id, NOW)
    .run()
  const text = await (await ask('/account/requests/export', { who: anna, form: {} })).text()
  const at = new Date(NOW).toISOString()
  expect(JSON.parse(text).requests[0]).toMatchObject({
    events: [
      { at, what: 'received', by: 'requester', state: 'new' },
      { at, what: 'replied', by: 'secretariat', state: 'waiting' },
    ],
    participants: [{ role: 'expert', since: at, until: null }],
  })
  expect(text).not.toMatch(/CANARY (note|$)|"CANARY"|per_/)
})
