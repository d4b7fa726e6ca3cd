import { beforeEach, expect, it } from 'vitest'
import { ask, emptyAll, finished, NOW, somebody } from '../testing/asking.ts'

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
