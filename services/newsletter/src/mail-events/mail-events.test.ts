import fc from 'fast-check'
import { Webhook } from 'standardwebhooks'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { app } from '../app.ts'
import { readerById } from '../readers/reader.ts'
import { released, runningWith, runOut, serverOf } from '../testing/campaigning.ts'
import { count, DAY, DB, emptyAll, HOUR, NOW, subscribed, testEnv } from '../testing/reading.ts'
import { visitor } from '@stem/test-kit/visitor'

const SECRET = `whsec_${btoa('a secret of thirty-two characters')}`
const OLDER = `whsec_${btoa('another secret that is still good')}`
const KEYS = `resend:${SECRET} resend:${OLDER} brevo:a-token`
const AT = NOW + HOUR

let anna: string
let campaign: string
beforeAll(async () => {
  await emptyAll()
  anna = (await subscribed('anna@min.example')).id
  campaign = await released()
  await runOut(runningWith(serverOf().transport), campaign)
})
beforeEach(() =>
  DB.batch([
    ...['feedback', 'suppressions'].map((table) => DB.prepare(`DELETE FROM ${table}`)),
    DB.prepare("UPDATE subscribers SET state = 'active', ended_at = NULL, confirmed_at = ?").bind(NOW),
    DB.prepare("UPDATE deliveries SET heard = NULL, heard_at = NULL, state = 'accepted'"),
  ]),
)

type Post = { headers?: Record<string, string>; keys?: string; now?: number }
function post(provider: string, body: string, { headers = {}, keys = KEYS, now = AT }: Post = {}) {
  const path = `/api/v1/mail-events/${provider}`
  const request = new Request(`https://stem.example${path}`, { method: 'POST', body, headers: { 'content-type': 'application/json', ...headers } })
  return app.fetch(request, { ...testEnv, MAIL_EVENTS_KEY: keys, context: { ...visitor(path), now } } as never) as Promise<Response>
}

const brevoEvent = (event: string, more: object = {}) => ({
  event,
  email: 'anna@min.example',
  id: 26224,
  'message-id': '<202611241203.1@smtp-relay.mailin.example>',
  ts_event: Math.floor(AT / 1000) - 60,
  subject: 'News',
  'X-Mailin-custom': `${campaign}.${anna}`,
  sending_ip: '192.0.2.9',
  ...more,
})
const brevo = (event: string, more: object = {}, over: Post = {}) =>
  post('brevo', JSON.stringify(brevoEvent(event, more)), { headers: { authorization: 'Bearer a-token' }, ...over })

const signed = (body: string, { id = 'msg_1', at = AT, secret = SECRET, name = 'svix' } = {}) => ({
  [`${name}-id`]: id,
  [`${name}-timestamp`]: String(Math.floor(at / 1000)),
  [`${name}-signature`]: `v1a,bm90aGluZw== ${new Webhook(secret).sign(id, new Date(Math.floor(at / 1000) * 1000), body)}`,
})
const resendBody = (type: string, data: object = {}) =>
  JSON.stringify({
    type,
    created_at: new Date(AT - 1000).toISOString(),
    data: { email_id: 'e1', from: 'news@stem.example', to: ['anna@min.example'], subject: 'News', tags: { mail: `${campaign}-${anna}` }, ...data },
  })
const resend = (type: string, data: object = {}, { id = 'msg_1', ...over }: Post & { id?: string } = {}) => {
  const body = resendBody(type, data)
  return post('resend', body, { headers: signed(body, { id }), ...over })
}

const kinds = async () =>
  (await DB.prepare('SELECT kind, code FROM feedback ORDER BY id').all<{ kind: string; code: string | null }>()).results.map(({ kind, code }) => [kind, code])
const delivery = () => DB.prepare('SELECT state, heard FROM deliveries').first<{ state: string; heard: string | null }>()

describe('an event of Brevo', () => {
  it.each([
    ['hard_bounce', { reason: '550 5.1.1 User unknown' }, [['hard', '5.1.1']], 'bounced', 1],
    ['hard_bounce', {}, [['hard', null]], 'bounced', 1],
    ['hard_bounce', { reason: '550 5.7.1 rejected by policy' }, [['policy', '5.7.1']], 'bounced', 0],
    ['invalid_email', {}, [['hard', null]], 'bounced', 1],
    ['soft_bounce', { reason: 'mailbox full' }, [['soft', null]], 'bounced', 0],
    ['blocked', {}, [['block', null]], 'bounced', 0],
    ['spam', {}, [['complaint', null]], 'complained', 1],
    ['unsubscribed', {}, [['unsubscribe', null]], null, 0],
    ['delivered', {}, [], 'delivered', 0],
    ['deferred', {}, [], null, 0],
    ['opened', {}, [], null, 0],
    ['something_new', { extra: { deep: [1] } }, [], null, 0],
  ])('%s %j', async (event, more, expected, heard, suppressed) => {
    const answer = await brevo(event, more)
    expect([answer.status, await kinds(), (await delivery())?.heard, await count('suppressions')]).toEqual([200, expected, heard, suppressed])
    const ends = event === 'spam' || event === 'unsubscribed'
    expect((await readerById(DB, anna))?.state).toBe(ends ? 'withdrawn' : 'active')
  })

  it('comes in lists too', async () => {
    const body = JSON.stringify([brevoEvent('delivered'), brevoEvent('spam')])
    expect(await (await post('brevo', body, { headers: { authorization: 'Bearer a-token' } })).json()).toEqual({ heard: 2 })
  })

  it.each([
    ['a wrong token', { headers: { authorization: 'Bearer another' } }],
    ['no token', { headers: {} }],
    ['no key set up', { headers: { authorization: 'Bearer a-token' }, keys: '' }],
    ['the key of the other provider alone', { headers: { authorization: 'Bearer a-token' }, keys: 'resend:a-token' }],
    ['an empty token for an empty key', { headers: { authorization: 'Bearer ' }, keys: 'brevo:' }],
  ])('with %s is refused', async (_, over) => {
    expect((await brevo('hard_bounce', {}, over)).status).toBe(401)
    expect(await count('feedback')).toBe(0)
  })
})

describe('an event of Resend', () => {
  it.each([
    ['email.bounced', { bounce: { type: 'Permanent', subType: 'General', message: 'smtp; 550 5.1.1 no such user' } }, [['hard', '5.1.1']]],
    ['email.bounced', { bounce: { type: 'Permanent', subType: 'General', message: 'x' } }, [['hard', null]]],
    ['email.bounced', { bounce: { type: 'Permanent', subType: 'Suppressed', message: 'on the list' } }, [['block', null]]],
    ['email.bounced', { bounce: { type: 'Transient', subType: 'MailboxFull', message: 'full' } }, [['soft', null]]],
    ['email.bounced', { bounce: { type: 'Transient', subType: 'ContentRejected', message: 'x' } }, [['policy', null]]],
    ['email.complained', {}, [['complaint', null]]],
    ['email.delivery_delayed', {}, []],
    ['email.clicked', { click: { link: 'x' } }, []],
    ['contact.created', {}, []],
  ])('%s %j', async (type, data, expected) => {
    expect((await resend(type, data)).status).toBe(200)
    expect(await kinds()).toEqual(expected)
  })

  it('may list its tags', async () => {
    await resend('email.complained', { tags: [{ name: 'mail', value: `${campaign}-${anna}` }] })
    expect(await kinds()).toEqual([['complaint', null]])
  })

  const body = () => resendBody('email.complained')
  it.each<[string, () => Post]>([
    ['a changed body', () => ({ headers: signed(`${body()} `) })],
    ['another secret', () => ({ headers: signed(body(), { secret: `whsec_${btoa('not the secret that is agreed')}` }) })],
    ['a time six minutes ago', () => ({ headers: signed(body(), { at: AT - 6 * 60_000 }) })],
    ['a time to come', () => ({ headers: signed(body(), { at: AT + 6 * 60_000 }) })],
    ['the id of another', () => ({ headers: { ...signed(body()), 'svix-id': 'msg_2' } })],
    ['no signature', () => ({})],
    ['no key set up', () => ({ headers: signed(body()), keys: '' })],
  ])('with %s is refused', async (_, over) => {
    expect((await post('resend', body(), over())).status).toBe(401)
    expect(await count('feedback')).toBe(0)
  })

  it('is believed by an older secret as well, and under the names of the standard', async () => {
    expect((await post('resend', body(), { headers: signed(body(), { secret: OLDER, name: 'webhook' }) })).status).toBe(200)
    expect(await kinds()).toEqual([['complaint', null]])
  })
})

describe('any event', () => {
  it('twenty times at once counts once', async () => {
    const entries = await count('consents')
    await Promise.all(Array.from({ length: 20 }, () => resend('email.complained')))
    expect([await count('feedback'), await count('suppressions'), ((await count('consents')) ?? 0) - (entries ?? 0)]).toEqual([1, 1, 1])
  })

  it('of a mail that is none of a campaign, or of another address, has no effect', async () => {
    for (const more of [
      { 'X-Mailin-custom': 'eml_1.confirm' },
      { 'X-Mailin-custom': `cmp_${'9'.repeat(26)}.${anna}` },
      { email: 'bo@school.example' },
      { ts_event: (AT - 31 * DAY) / 1000 },
    ])
      expect(await (await brevo('spam', more)).json()).toEqual({ heard: 0 })
    expect(await count('feedback')).toBe(0)
  })

  it('settles a mail of which nobody knew whether it arrived', async () => {
    for (const event of ['delivered', 'soft_bounce', 'spam']) {
      await DB.batch([DB.prepare("UPDATE deliveries SET state = 'unknown', heard = NULL, lease = 'x'"), DB.prepare('DELETE FROM feedback')])
      await brevo(event)
      expect(await DB.prepare('SELECT state, lease FROM deliveries').first()).toEqual({ state: 'accepted', lease: null })
    }
  })

  it('that tells of before the reader asked anew suppresses nobody', async () => {
    await DB.prepare('UPDATE subscribers SET confirmed_at = ?').bind(AT).run()
    await brevo('hard_bounce')
    await brevo('spam')
    expect([await count('suppressions'), (await readerById(DB, anna))?.state]).toEqual([0, 'active'])
  })

  it.each(['{', '[]{}', '"x"', '{"event":1}', 'null'])('that is no event, %s, is told so', async (text) => {
    expect((await post('brevo', text, { headers: { authorization: 'Bearer a-token' } })).status).toBe(422)
  })

  it('of a provider that is none is not there', async () => {
    expect((await post('other', '{}')).status).toBe(404)
  })

  it('in any order leaves the same behind', async () => {
    const all = ['delivered', 'deferred', 'soft_bounce', 'hard_bounce', 'spam', 'delivered']
    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray(all, { minLength: all.length }), async (events) => {
        await DB.batch([
          ...['feedback', 'suppressions'].map((table) => DB.prepare(`DELETE FROM ${table}`)),
          DB.prepare("UPDATE subscribers SET state = 'active'"),
          DB.prepare('UPDATE deliveries SET heard = NULL'),
        ])
        for (const event of events) await brevo(event)
        expect([await count('feedback'), await delivery(), (await readerById(DB, anna))?.state]).toEqual([
          3,
          { state: 'accepted', heard: 'complained' },
          'withdrawn',
        ])
        expect(await count('suppressions', 'expires_at IS NULL')).toBe(1)
      }),
      { numRuns: 8 },
    )
  })
})
