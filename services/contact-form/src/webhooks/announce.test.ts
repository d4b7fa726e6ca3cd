import { beforeEach, describe, expect, it } from 'vitest'
import { rate, requesterSays, staffWorks, withdraw, type Work } from '../cases/say.ts'
import { ask, count, DB, emptyAll, finished, NOW, only, READING, somebody } from '../testing/asking.ts'
import { hook, received, rows } from '../testing/receivers.ts'

const admin = somebody('secretariat-admin')
const staff = async (work: Work extends infer One ? (One extends { version: number } ? Omit<One, 'version'> : never) : never) => {
  const found = await only()
  const done = await staffWorks(READING, admin.personId, found, { ...work, version: found.version } as Work, NOW)
  expect(done.ok).toBe(true)
}

beforeEach(emptyAll)

describe('what programs are told', () => {
  it('is one message for each webhook that is on and wants it, with ids and codes and nothing else', async () => {
    await hook()
    await hook('https://other.example.org/', ['closed'])
    const off = await hook('https://off.example.org/')
    await DB.prepare("UPDATE webhooks SET state = 'off' WHERE id = ?").bind(off.id).run()
    await received()
    const found = await only()
    const [row, ...more] = await rows()
    expect(more).toEqual([])
    expect(JSON.parse(row?.payload ?? '')).toEqual({
      type: 'request.received',
      timestamp: new Date(NOW).toISOString(),
      data: { id: found.id, reference: found.reference, kind: 'taskforce', state: 'new' },
    })
    await staff({ act: 'note', body: 'CANARY note' })
    await staff({ act: 'assign', to: admin.personId })
    await staff({ act: 'reply', body: 'CANARY answer', state: 'waiting' })
    await requesterSays(READING, await only(), { body: 'CANARY', side: 'requester', author: null }, NOW)
    await staff({ act: 'state', state: 'closed' })
    await rate(READING, await only(), 5, NOW)
    await staff({ act: 'state', state: 'in-progress' })
    await withdraw(READING, await only(), NOW)
    const told = await rows()
    expect(told.map(({ kind }) => kind).toSorted()).toEqual(['closed', 'closed', 'rated', 'received', 'reopened', 'replied', 'said', 'withdrawn'])
    expect(JSON.stringify(told)).not.toMatch(/canary|EE"/i)
  })

  it('calls a reply that closes a request closed for who wants that, replied for who does not', async () => {
    const all = await hook()
    const replies = await hook('https://other.example.org/', ['replied'])
    await received()
    await staff({ act: 'reply', body: 'Done', state: 'closed' })
    const told = (await rows()).filter(({ kind }) => kind !== 'received').map(({ webhookId, kind }) => [webhookId, kind])
    expect(Object.fromEntries(told)).toEqual({ [all.id]: 'closed', [replies.id]: 'replied' })
  })

  it('is not spam, and nothing when the change did not happen', async () => {
    await hook()
    await ask('/support/request', { form: finished({ more: 'buy' }) })
    expect(await count('webhook_deliveries')).toBe(0)
    const found = await only()
    await staff({ act: 'state', state: 'new' })
    expect((await rows()).map(({ kind }) => kind)).toEqual(['moved'])
    expect((await staffWorks(READING, 'per_x', found, { version: found.version, act: 'state', state: 'new' }, NOW)).ok).toBe(false)
    expect(await count('webhook_deliveries')).toBe(1)
  })
})
