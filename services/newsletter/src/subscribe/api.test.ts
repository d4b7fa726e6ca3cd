import { consentTextSchema } from '@stem/contracts/api-newsletter'
import * as v from 'valibot'
import { beforeEach, describe, expect, it } from 'vitest'
import { readerByKey, readerKeyOf } from '../readers/reader.ts'
import { suppressRow } from '../suppressions/suppress.ts'
import { ask, count, DAY, DB, DESK, emptyAll, linkIn, NOW, paramsIn, post, subscribed, wishForm } from '../testing/reading.ts'
import { consentText } from './consent-text.ts'

beforeEach(emptyAll)

const PATH = '/api/v1/newsletter/subscriptions'
const consentIn = async (language: string) => {
  const answer = await ask(`/api/v1/newsletter/consent-text?language=${language}`)
  return v.parse(consentTextSchema, await answer.json())
}
const wish = async (over: Record<string, unknown> = {}, language = 'en') => {
  const { id, hash } = await consentIn(language)
  return { address: 'anna@min.example', topics: ['policy', 'events'], countries: ['EE'], language, consent: { id, hash }, ...over }
}
let keys = 0
type Sending = { key?: string; network?: string; now?: number }
const send = (body: unknown, { key = `key-${++keys}-0123456789abcdef`, network, now }: Sending = {}) =>
  ask(PATH, {
    method: 'POST',
    type: 'application/json',
    body: JSON.stringify(body),
    headers: key === '' ? {} : { 'idempotency-key': key },
    ...(network === undefined ? {} : { network }),
    ...(now === undefined ? {} : { now }),
  })
const reasonsOf = async (answer: Response) => ((await answer.json()) as { errors?: { field: string; reason: string }[] }).errors ?? []

describe('the words of the consent', () => {
  it('are those of the form, in each language, and no cache keeps older ones', async () => {
    const answer = await ask('/api/v1/newsletter/consent-text?language=el')
    expect(answer.headers.get('cache-control')).toBe('no-store')
    expect(await answer.json()).toMatchObject({ id: 'newsletter-1', language: 'el', text: consentText('el') })
    expect((await consentIn('fr')).hash).not.toBe((await consentIn('en')).hash)
    expect((await ask('/api/v1/newsletter/consent-text?language=xx')).status).toBe(400)
  })
})

describe('a wish of a program', () => {
  it('is confirmed by the button of the mail alone, and the ledger says which words were shown by whom', async () => {
    const body = await wish({ frequency: 'monthly' }, 'fr')
    const answer = await send(body)
    expect([answer.status, await answer.json()]).toEqual([202, { state: 'pending' }])
    expect(await count('subscribers')).toBe(0)
    const path = linkIn((await post())[0])
    expect(path).toMatch(/^\/fr\/newsletter\/confirm\?/)
    await ask('/newsletter/confirm', { form: paramsIn(path), locale: 'fr' })
    const reader = await readerByKey(DB, await readerKeyOf(DESK, 'anna@min.example'))
    expect(reader).toMatchObject({ state: 'active', locale: 'fr', topics: ['policy', 'events'], countries: ['EE'], frequency: 'monthly' })
    const row = await DB.prepare("SELECT detail FROM consents WHERE kind = 'confirmed'").first<{ detail: string }>()
    expect(JSON.parse(row?.detail ?? '')).toMatchObject({ form: PATH, locale: 'fr', textId: body.consent.id, textHash: body.consent.hash, how: 'button' })
  })

  it('gets the same answer for a reader, a suppressed address, one that asked today, and an unknown one', async () => {
    await subscribed('reader@min.example')
    await DB.batch([suppressRow(DB, { addressKey: await readerKeyOf(DESK, 'gone@min.example'), reason: 'complaint', source: 'provider' }, NOW)])
    await send(await wish({ address: 'asked@min.example' }))
    const answers = []
    for (const name of ['reader', 'gone', 'asked', 'new']) {
      const answer = await send(await wish({ address: `${name}@min.example` }))
      answers.push(`${answer.status} ${JSON.stringify([...answer.headers])} ${await answer.text()}`)
    }
    expect(new Set(answers).size).toBe(1)
  })

  it('is one however often it is sent with the same key, and a key is never taken for another wish', async () => {
    const body = await wish()
    const answers = await Promise.all(Array.from({ length: 5 }, () => send(body, { key: 'the-same-key-0123456' })))
    expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 5 }, () => 202))
    expect([await count('opt_ins'), await count('mails'), await count('consents')]).toEqual([1, 1, 1])
    for (const other of [{ address: 'bo@min.example' }, { topics: ['data'] }, { countries: [] }, { frequency: 'monthly' }]) {
      const answer = await send({ ...body, ...other }, { key: 'the-same-key-0123456', network: '198.51.100.7' })
      expect([answer.status, ((await answer.json()) as { type: string }).type]).toEqual([409, 'urn:stem:problem:key_reused'])
    }
    expect(await count('opt_ins')).toBe(1)
  })

  it('stands under one count with the form, by network and by address', async () => {
    const network = '198.51.100.9'
    for (let index = 0; index < 10; index++) {
      await ask('/newsletter', { form: wishForm({ address: `form${index}@min.example` }), network })
      expect((await send(await wish({ address: `program${index}@min.example` }), { network })).status).toBe(202)
    }
    const refused = await send(await wish({ address: 'more@min.example' }), { network })
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '3600'])
    expect((await ask('/newsletter', { form: wishForm({ address: 'more@min.example' }), network })).status).toBe(429)
    expect(await count('mails')).toBe(20)
    await send(await wish({ address: 'form0@min.example' }))
    await ask('/newsletter', { form: wishForm({ address: 'program0@min.example' }) })
    expect(await count('mails')).toBe(20)
    await send(await wish({ address: 'form0@min.example' }), { now: NOW + DAY })
    expect(await count('mails')).toBe(21)
  })

  it('that rests on other words than the present ones is refused', async () => {
    const { id, hash } = await consentIn('en')
    const french = await consentIn('fr')
    for (const consent of [
      { id: 'newsletter-0', hash },
      { id, hash: 'f'.repeat(64) },
      { id: french.id, hash: french.hash },
    ]) {
      const answer = await send(await wish({ consent }))
      expect([answer.status, ((await answer.json()) as { type: string }).type]).toEqual([409, 'urn:stem:problem:other_consent_text'])
    }
    expect([await count('opt_ins'), await count('mails')]).toEqual([0, 0])
  })

  it.each([
    ['no consent', { consent: undefined }, 'consent'],
    ['a consent that was ticked instead of shown', { consent: true }, 'consent'],
    ['no topic', { topics: [] }, 'topics'],
    ['an unknown topic', { topics: ['weather'] }, 'topics.0'],
    ['a country in small letters', { countries: ['ee'] }, 'countries.0'],
    ['a language that is not shipped', { language: 'mt' }, 'language'],
    ['no address', { address: '' }, 'address'],
    ['two addresses', { address: 'a@min.example, b@min.example' }, 'address'],
    ['an address that no server carries', { address: 'δοκιμή@min.example' }, 'address'],
    ['a state', { state: 'active' }, 'state'],
  ])('with %s is refused, and says which field it is', async (_, over, field) => {
    const answer = await send(await wish(over))
    expect([answer.status, answer.headers.get('content-type')]).toEqual([422, 'application/problem+json; charset=utf-8'])
    expect((await reasonsOf(answer)).map((one) => one.field)).toContain(field)
    expect(await count('opt_ins')).toBe(0)
  })

  it('needs a key, and is JSON', async () => {
    expect((await send(await wish(), { key: '' })).status).toBe(400)
    expect((await send(null)).status).toBe(422)
    expect(await count('turns')).toBe(0)
  })
})
