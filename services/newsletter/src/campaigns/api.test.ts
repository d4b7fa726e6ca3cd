import { campaignListSchema, campaignSchema } from '@stem/contracts/api-newsletter'
import * as v from 'valibot'
import { beforeEach, describe, expect, it } from 'vitest'
import { at, readers, released, runningWith, runOut, serverOf, drafted, staff } from '../testing/campaigning.ts'
import { ask, emptyAll } from '../testing/reading.ts'

beforeEach(emptyAll)

const LIST = '/api/v1/newsletter/campaigns'
const officer = staff('per_anna')
const role = (name: string) => [{ role: name, scope: 'coalition' }]

describe('campaigns over the API', () => {
  it('say where they stand and how many mails are in which state, and not whose', async () => {
    await readers(4)
    const draft = await drafted()
    const id = await released()
    const { transport } = serverOf(({ to }) => (to.startsWith('r1@') ? { outcome: 'refused', why: '550' } : { outcome: 'sent', reference: 'r' }))
    await runOut(runningWith(transport), id)
    const { data, next } = v.parse(campaignListSchema, await (await ask(LIST, { who: officer })).json())
    expect([data.map((one) => [one.id, one.state]).toSorted(), next]).toEqual([
      [
        [draft, 'draft'],
        [id, 'finished'],
      ].toSorted(),
      null,
    ])
    const answer = await ask(`${LIST}/${id}`, { who: officer })
    const text = await answer.clone().text()
    expect(v.parse(campaignSchema, await answer.json())).toMatchObject({
      state: 'finished',
      startedAt: new Date((await at(id)).startedAt ?? 0).toISOString(),
      mails: { prepared: 4, accepted: 3, rejected: 1, pending: 0 },
    })
    expect(text).not.toMatch(/@|sub_|per_|Hello/)
  })

  it('come page by page', async () => {
    const ids = [await drafted(), await drafted(), await drafted()]
    const page = async (cursor: string) => v.parse(campaignListSchema, await (await ask(`${LIST}?limit=2&cursor=${cursor}`, { who: officer })).json())
    const [first, second] = [await page('0'), await page('2')]
    expect([first.data.length, first.next, second.data.length, second.next]).toEqual([2, '2', 1, null])
    expect([...first.data, ...second.data].map(({ id }) => id).toSorted()).toEqual(ids.toSorted())
    expect((await ask(`${LIST}?limit=500`, { who: officer })).status).toBe(400)
  })

  it.each([
    ['nobody', null, 401],
    ['a person without a role', staff('per_x', { roles: [] }), 403],
    ['an editor of a platform', staff('per_x', { roles: [{ role: 'platform-manager', scope: 'country:EE' }] }), 403],
    ['an auditor', staff('per_x', { roles: role('auditor') }), 403],
    ['an officer whose role sleeps', staff('per_x', { roles: [], asleep: role('secretariat-officer') }), 403],
    ['an officer', officer, 200],
    ['an administrator', staff('per_x', { roles: role('secretariat-admin') }), 200],
  ])('for %s answer %s', async (_, who, status) => {
    const id = await drafted()
    const headers = { authorization: `Bearer stem_key_${'1'.repeat(26)}_${'1'.repeat(64)}` }
    const answers = [await ask(LIST, { who, headers }), await ask(`${LIST}/${id}`, { who, headers }), await ask(`${LIST}/cmp_${'9'.repeat(26)}`, { who })]
    expect(answers.map((answer) => answer.status)).toEqual([status, status, status === 200 ? 404 : status])
  })
})
