import { beforeEach, describe, expect, it } from 'vitest'
import { forgetCases } from '../retention/forget-cases.ts'
import { ask, count, DB, emptyAll, NOW, only } from '../testing/asking.ts'

beforeEach(emptyAll)

describe('a request of a program', () => {
  const body = { kind: 'question', name: 'A program', address: 'bot@min.example', challenge: 'Hello?' }
  const send = (json: unknown, key = 'key-0123456789abcdef', network = '192.0.2.1') => ask('/api/v1/support-requests', { json, key, network })

  it('is one case however often it is sent with the same key, and another with another', async () => {
    const answers = await Promise.all(Array.from({ length: 5 }, () => send(body)))
    expect(new Set(await Promise.all(answers.map(async (answer) => `${answer.status} ${await answer.text()}`))).size).toBe(1)
    expect([answers[0]?.status, await count('cases'), await count('mails')]).toEqual([201, 1, 1])
    await send(body, 'another-key-0123456')
    expect(await count('cases')).toBe(2)
  })

  it('may be asked for again from another network', async () => {
    const answers = [await send(body), await send(body, undefined, '198.51.100.7')]
    expect(new Set(await Promise.all(answers.map((answer) => answer.text()))).size).toBe(1)
    expect(await count('cases')).toBe(1)
  })

  it.each([
    { kind: 'roundtable' },
    { name: 'Another' },
    { address: 'b@min.example' },
    { country: 'DK' },
    { language: 'fr' },
    { challenge: 'Hi?' },
    { tried: 'x' },
  ])('is never taken for another one with the same key: %j', async (other) => {
    const { reference } = await (await send(body)).json<{ reference: string }>()
    const answer = await send({ ...body, ...other })
    expect([answer.status, await answer.text()]).toEqual([409, expect.stringMatching(/key_reused/)])
    expect([await count('cases'), await (await send(body)).json()]).toEqual([1, { reference }])
  })

  it('of which everything was forgotten still gives its reference', async () => {
    const first = await (await send(body)).text()
    const { id } = await only()
    await DB.batch(forgetCases(DB, { sql: 'SELECT ?1', values: [id] }, NOW))
    expect(await (await send(body)).text()).toBe(first)
  })

  it.each([
    null,
    [],
    'x',
    { ...body, kind: 'money' },
    { ...body, state: 'closed' },
    { ...body, address: 'x' },
    { ...body, challenge: '' },
    { ...body, name: 7 },
    { ...body, country: 'dk' },
  ])('is refused with reasons when it is %j', async (json) => {
    const answer = await send(json)
    expect([answer.status, answer.headers.get('content-type')]).toEqual([422, 'application/problem+json; charset=utf-8'])
    expect(await count('cases')).toBe(0)
  })

  it('needs a key, and stands under the same limits as the form', async () => {
    expect((await ask('/api/v1/support-requests', { json: body })).status).toBe(400)
    const answers = []
    for (let index = 0; index < 12; index++) answers.push((await send(body, `key-${index}-0123456789abc`)).status)
    expect(answers.filter((status) => status === 429)).toHaveLength(2)
  })
})
