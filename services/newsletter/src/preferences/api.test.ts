import { preferencesSchema } from '@stem/contracts/api-newsletter'
import * as v from 'valibot'
import { beforeEach, describe, expect, it } from 'vitest'
import { verifyConsents } from '../ledger/verify-consents.ts'
import { eraseReader } from '../own-data/erase-reader.ts'
import { bearerOf } from '../readers/bearer.ts'
import { linkQuery, SHORT_LIFE, type LinkPurpose } from '../readers/links.ts'
import { readerById, type Reader } from '../readers/reader.ts'
import { ask, count, DAY, DB, DESK, emptyAll, NOW, subscribed } from '../testing/reading.ts'

beforeEach(emptyAll)

const PATH = '/api/v1/newsletter/preferences'
const CAMPAIGN = `cmp_${'1'.repeat(26)}`
const tokenFor = async (reader: Reader, purpose: LinkPurpose, more: Parameters<typeof linkQuery>[3] = {}) =>
  `Bearer ${bearerOf(await linkQuery(DESK, purpose, reader, more))}`
const read = (authorization: string) => ask(PATH, { headers: { authorization } })
const change = (authorization: string, body: unknown) =>
  ask(PATH, { method: 'PATCH', type: 'application/json', body: JSON.stringify(body), headers: { authorization } })
const leave = (authorization: string) => ask('/api/v1/newsletter/subscription', { method: 'DELETE', headers: { authorization } })
const kinds = async () => (await DB.prepare('SELECT kind FROM consents ORDER BY seq').all<{ kind: string }>()).results.map(({ kind }) => kind)

describe('a reader’s own choices', () => {
  it('are read by the token of the link to them, without the address', async () => {
    const reader = await subscribed()
    const answer = await read(await tokenFor(reader, 'preferences'))
    const text = await answer.clone().text()
    expect(v.parse(preferencesSchema, await answer.json())).toEqual({
      state: 'active',
      topics: ['policy', 'events'],
      countries: ['EE'],
      language: 'en',
      frequency: 'each',
      pausedUntil: null,
      version: reader.version,
    })
    expect(text).not.toMatch(/anna|sub_/)
  })

  it('change where something is named, once for each version, with an entry in the ledger', async () => {
    const reader = await subscribed()
    const token = await tokenFor(reader, 'preferences')
    const both = await Promise.all([1, 2].map(() => change(token, { version: reader.version, topics: ['data', 'policy'], language: 'el' })))
    expect(both.map(({ status }) => status).toSorted()).toEqual([200, 409])
    expect(await (await read(token)).json()).toMatchObject({ topics: ['policy', 'data'], countries: ['EE'], language: 'el', frequency: 'each' })
    expect((await change(token, { version: reader.version + 1, countries: [], frequency: 'monthly' })).status).toBe(200)
    expect(await readerById(DB, reader.id)).toMatchObject({ topics: ['policy', 'data'], countries: [], locale: 'el', frequency: 'monthly' })
    expect(await kinds()).toEqual(['requested', 'confirmed', 'changed', 'changed'])
    expect((await verifyConsents(DESK)).broken).toBeNull()
  })

  it('pause for some months, and go on', async () => {
    const reader = await subscribed()
    const token = await tokenFor(reader, 'preferences')
    expect(await (await change(token, { pauseMonths: 3 })).json()).toMatchObject({ state: 'paused', pausedUntil: new Date(NOW + 90 * DAY).toISOString() })
    expect(await (await change(token, { pauseMonths: 0 })).json()).toMatchObject({ state: 'active', pausedUntil: null })
    expect((await kinds()).slice(2)).toEqual(['paused', 'resumed'])
  })

  it.each([
    [{}, ''],
    [null, ''],
    [{ version: 1 }, ''],
    [{ topics: ['data'] }, 'version'],
    [{ version: 1, topics: [] }, 'topics'],
    [{ version: 1, pauseMonths: 1, frequency: 'each' }, 'pauseMonths'],
    [{ pauseMonths: 2 }, 'pauseMonths'],
    [{ version: 1, address: 'bo@min.example' }, 'address'],
    [{ version: 1, state: 'active' }, 'state'],
  ])('are left as they are by %j', async (body, field) => {
    const reader = await subscribed()
    const answer = await change(await tokenFor(reader, 'preferences'), body)
    const { errors } = (await answer.json()) as { errors: { field: string }[] }
    expect([answer.status, errors.map((one) => one.field)]).toEqual([422, expect.arrayContaining([field])])
    expect(await readerById(DB, reader.id)).toEqual(reader)
  })
})

describe('leaving by a program', () => {
  it('takes the token of the link to leave, is done at once, and twice is once', async () => {
    const reader = await subscribed()
    const token = await tokenFor(reader, 'unsubscribe', { campaign: CAMPAIGN })
    await DB.prepare(
      "INSERT INTO deliveries (campaign_id, subscriber_id, address_key, domain, locale, state, next_at) VALUES (?, ?, ?, 'd', 'en', 'pending', 0)",
    )
      .bind(CAMPAIGN, reader.id, reader.addressKey)
      .run()
    const answers = await Promise.all(Array.from({ length: 5 }, () => leave(token)))
    expect(answers.map(({ status }) => status)).toEqual([204, 204, 204, 204, 204])
    expect([(await readerById(DB, reader.id))?.state, await count('deliveries', "state = 'cancelled'")]).toEqual(['withdrawn', 1])
    const { results } = await DB.prepare("SELECT detail FROM consents WHERE kind = 'withdrawn'").all<{ detail: string }>()
    expect(results.map(({ detail }) => JSON.parse(detail) as object)).toEqual([{ way: 'api', campaign: CAMPAIGN, by: 'reader' }])
    expect((await read(await tokenFor(reader, 'preferences'))).status).toBe(410)
    expect((await change(await tokenFor(reader, 'preferences'), { pauseMonths: 0 })).status).toBe(410)
    expect((await readerById(DB, reader.id))?.state).toBe('withdrawn')
  })
})

describe('a token', () => {
  it('opens nothing but what it is for, whoever’s it is', async () => {
    const [anna, bo] = [await subscribed(), await subscribed('bo@min.example')]
    const until = NOW + SHORT_LIFE
    const others = {
      preferences: ['unsubscribe', 'data', 'undo'],
      unsubscribe: ['preferences', 'data', 'undo'],
    } as const
    const asked: Response[] = []
    for (const purpose of others.preferences) {
      const token = await tokenFor(anna, purpose, purpose === 'unsubscribe' ? {} : { until })
      asked.push(await read(token), await change(token, { pauseMonths: 1 }))
    }
    for (const purpose of others.unsubscribe) asked.push(await leave(await tokenFor(anna, purpose, purpose === 'preferences' ? {} : { until })))
    const stolen = (await tokenFor(bo, 'preferences')).replace(bo.id, anna.id)
    const moved = (await tokenFor(anna, 'unsubscribe')).replace(anna.id, `${anna.id}.${CAMPAIGN}`)
    asked.push(
      await read(stolen),
      await leave(moved),
      await read(''),
      await read('Bearer x'),
      await read(`Bearer stem_key_${'1'.repeat(26)}_${'1'.repeat(64)}`),
    )
    for (const answer of asked)
      expect([answer.status, answer.headers.get('www-authenticate'), answer.headers.get('content-type')]).toEqual([
        401,
        'Bearer',
        'application/problem+json; charset=utf-8',
      ])
    expect([await readerById(DB, anna.id), await readerById(DB, bo.id)]).toEqual([anna, bo])
  })

  it('in an address opens nothing', async () => {
    const reader = await subscribed()
    expect((await ask(`${PATH}?${await linkQuery(DESK, 'preferences', reader)}`)).status).toBe(401)
  })

  it('of who was erased is worth as much as any other word', async () => {
    const reader = await subscribed()
    const token = await tokenFor(reader, 'preferences')
    await eraseReader(DESK, reader, NOW)
    const [erased, wrong] = [await read(token), await read('Bearer x')]
    const withoutId = async (answer: Response) => ({ ...((await answer.json()) as object), requestId: '' })
    expect([erased.status, await withoutId(erased)]).toEqual([wrong.status, await withoutId(wrong)])
  })
})
