import { fingerprint } from '@stem/jobs/ids'
import { deliverMails } from '@stem/mail/deliver'
import type { Message } from '@stem/mail/message'
import { beforeEach, describe, expect, it } from 'vitest'
import { writeLetter } from '../mails/write-letter.ts'
import { principalOf } from '../sessions/principal-of.ts'
import { heldIn, SESSION_COOKIE } from '../sessions/session-cookie.ts'
import { ask, DB, emptyAll, NOW, personRows, testEnv } from '../testing/world.ts'
import { deriveCode, readCode } from '@stem/jobs/tokens'

const MINUTE = 60_000
const KNOWN = 'p1@stem.example'
beforeEach(async () => {
  await emptyAll()
  await DB.batch(await personRows({ number: 1 }))
})

/** The mails that leave now. */
async function post(now = NOW): Promise<Message[]> {
  const sent: Message[] = []
  const transport = {
    keyed: false,
    send: async (message: Message) => (sent.push(message), { outcome: 'sent' as const, reference: '' }),
    close: () => undefined,
  }
  const desk = { db: DB, key: testEnv.TOKEN_KEY, origin: testEnv.PUBLIC_ORIGIN, firstAddress: testEnv.SECRETARIAT_EMAIL ?? null }
  await deliverMails({ db: DB, transport, from: { name: 'x', address: 'x@stem.example' }, write: (mail) => writeLetter(desk, mail, now), lease: 'test' }, now)
  return sent
}

/** Asks for a link: the browser's cookie and what the mail holds. */
async function begin(address = KNOWN, now = NOW) {
  const answer = await ask('/sign-in', { form: { address, back: '/account' }, now })
  const cookie = answer.headers.get('set-cookie')?.split(';')[0] ?? ''
  const [mail] = await post(now)
  const link = /\/sign-in\/link\?request=(\w+)&token=(\w+)/.exec(mail?.text ?? '')
  return { answer, cookie, mail, request: link?.[1] ?? '', token: link?.[2] ?? '', code: /\b([0-9A-Z]{4}-[0-9A-Z]{4})\b/.exec(mail?.text ?? '')?.[1] ?? '' }
}
const sessions = async () => (await DB.prepare("SELECT count(*) AS n FROM sessions WHERE device <> 'test'").first<{ n: number }>())?.n
const sessionIn = (answer: Response) => heldIn(answer.headers.getSetCookie().join('; '), SESSION_COOKIE)

describe('a link', () => {
  it('signs in the browser that asked, and leads on', async () => {
    const { cookie, request, token } = await begin()
    const answer = await ask('/sign-in/link', { form: { request, token }, cookie })
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/account'])
    const held = sessionIn(answer)
    const who = await principalOf({ db: DB }, `${SESSION_COOKIE}=${held?.id}.${held?.secret}`, NOW)
    expect(who).toMatchObject({ personId: expect.stringMatching(/^per_/), assertedAt: null })
  })

  it('opens one session when fifty ask at once', async () => {
    const { cookie, request, token } = await begin()
    const answers = await Promise.all(Array.from({ length: 50 }, () => ask('/sign-in/link', { form: { request, token }, cookie })))
    expect(answers.filter(({ status }) => status === 303)).toHaveLength(1)
    expect(await sessions()).toBe(1)
  })

  it('is not used up by looking: GET, HEAD and a scanner without the cookie open nothing', async () => {
    const { cookie, request, token } = await begin()
    for (const method of ['GET', 'HEAD', 'GET']) expect((await ask(`/sign-in/link?request=${request}&token=${token}`, { method })).status).toBe(200)
    expect((await ask('/sign-in/link', { form: { request, token } })).status).toBe(403)
    expect(await sessions()).toBe(0)
    expect((await ask('/sign-in/link', { form: { request, token }, cookie })).status).toBe(303)
  })

  it('opens nothing in another browser that asked for one of its own', async () => {
    const first = await begin()
    const second = await begin('p2@stem.example')
    expect((await ask('/sign-in/link', { form: { request: first.request, token: first.token }, cookie: second.cookie })).status).toBe(403)
    expect(await sessions()).toBe(0)
  })

  it.each([
    [9 * MINUTE + 59_000, 303],
    [10 * MINUTE + 1000, 410],
  ])('after %i ms answers %i', async (later, status) => {
    const { cookie, request, token } = await begin()
    expect((await ask('/sign-in/link', { form: { request, token }, cookie, now: NOW + later })).status).toBe(status)
  })

  it.each([
    ['a changed token', (token: string) => token.replace(/^./, (letter) => (letter === '0' ? '1' : '0'))],
    ['a shortened token', (token: string) => token.slice(1)],
    ['no token', () => ''],
  ])('with %s opens nothing', async (_, change) => {
    const { cookie, request, token } = await begin()
    expect((await ask('/sign-in/link', { form: { request, token: change(token) }, cookie })).status).toBe(410)
    expect(await sessions()).toBe(0)
  })

  it('of one purpose is none for another', async () => {
    const { cookie, request, code } = await begin()
    const asLink = await fingerprint(code)
    expect((await ask('/sign-in/link', { form: { request, token: asLink }, cookie })).status).toBe(410)
  })
})

describe('a code', () => {
  it.each([
    (code: string) => code,
    (code: string) => code.toLowerCase().replace('-', ' '),
    (code: string) => ` ${code.replaceAll('0', 'O').replaceAll('1', 'l')} `,
  ])('signs in however it is typed', async (typed) => {
    const { cookie, code } = await begin()
    expect((await ask('/sign-in/code', { form: { code: typed(code) }, cookie })).status).toBe(303)
  })

  it('is spent after five wrong tries, also when they come at once', async () => {
    const { cookie, code } = await begin()
    const wrong = code.startsWith('A') ? 'BBBB-BBBB' : 'AAAA-AAAA'
    const answers = await Promise.all(Array.from({ length: 30 }, () => ask('/sign-in/code', { form: { code: wrong }, cookie })))
    expect(answers.filter(({ status }) => status === 422)).toHaveLength(4)
    expect((await ask('/sign-in/code', { form: { code }, cookie })).status).toBe(410)
    expect(await sessions()).toBe(0)
  })

  it('works in no other browser', async () => {
    const { code } = await begin()
    const other = await begin('p2@stem.example')
    expect((await ask('/sign-in/code', { form: { code }, cookie: other.cookie })).status).toBe(422)
    expect((await ask('/sign-in/code', { form: { code } })).status).toBe(410)
  })

  it('stands with the token in no table', async () => {
    const { request, token, code } = await begin()
    const { results } = await DB.prepare("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE '_cf%'").all<{
      name: string
    }>()
    const dump = JSON.stringify(await Promise.all(results.map(({ name }) => DB.prepare(`SELECT * FROM "${name}"`).all())))
    expect(dump).toContain(request)
    expect([token, code, code.replace('-', ''), await fingerprint(token)].filter((secret) => dump.includes(secret))).toEqual([])
    expect(readCode(code)).toBe(await deriveCode(testEnv.TOKEN_KEY, request))
  })
})

describe('asking for a link', () => {
  it('answers the same, writes the same rows, for known and unknown addresses', async () => {
    const shape = async (address: string) => {
      await DB.batch(['mails', 'sign_in_requests', 'turns'].map((table) => DB.prepare(`DELETE FROM ${table}`)))
      const answer = await ask('/sign-in', { form: { address, back: '/account' } })
      const rows = await DB.batch(['mails', 'sign_in_requests', 'turns'].map((table) => DB.prepare(`SELECT count(*) AS n FROM ${table}`)))
      return JSON.stringify([answer.status, answer.headers.get('location'), await answer.text(), rows.map(({ results }) => results)])
    }
    expect(await shape('stranger@stem.example')).toBe(await shape(KNOWN))
  })

  it('sends a stranger no way in', async () => {
    const { mail } = await begin('stranger@stem.example')
    expect(mail?.subject).toBe('No account for this address')
    expect(mail?.text).not.toMatch(/sign-in\/link/)
  })

  it('sends one inbox five mails at most, whatever the spelling, and answers the same after that', async () => {
    const spellings = ['p1@stem.example', 'P1@stem.example', 'p1@STEM.EXAMPLE', ' p1@stem.example ', 'ｐ1@stem.example']
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, index) => ask('/sign-in', { form: { address: spellings[index % 5] ?? '', back: '/account' } })),
    )
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([303]))
    expect(await post()).toHaveLength(5)
  })

  it('is refused to a network after forty tries', async () => {
    const answers = []
    for (let index = 0; index < 42; index++) answers.push(await ask('/sign-in', { form: { address: `x${index}@stem.example`, back: '/account' } }))
    expect(answers.map(({ status }) => status).filter((status) => status === 429)).toHaveLength(2)
    expect(answers.at(-1)?.headers.get('retry-after')).toBe('900')
  })

  it.each([
    '',
    'x',
    'x@y',
    'a b@stem.example',
    '"x"@stem.example',
    'x@stem.example\nBcc: y@stem.example',
    'x@[127.0.0.1]',
    'x@stem.example,y@stem.example',
    `${'x'.repeat(70)}@stem.example`,
  ])('keeps what was typed when %j is no address, and sends nothing', async (address) => {
    const answer = await ask('/sign-in', { form: { address, back: '/account' } })
    expect(answer.status).toBe(422)
    expect(await answer.text()).toMatch(/role="alert"[^]*aria-invalid="true"/)
    expect(await post()).toEqual([])
  })

  it.each(['https://evil.example', '//evil.example', '/\\evil.example', 'javascript:alert(1)'])('never leads on to %s', async (back) => {
    const asked = await ask('/sign-in', { form: { address: KNOWN, back } })
    const cookie = asked.headers.get('set-cookie')?.split(';')[0] ?? ''
    const [mail] = await post()
    const code = /\b([0-9A-Z]{4}-[0-9A-Z]{4})\b/.exec(mail?.text ?? '')?.[1] ?? ''
    expect((await ask('/sign-in/code', { form: { code }, cookie })).headers.get('location')).toBe('/account')
  })
})

describe('the first administrator', () => {
  it('is made once, on an empty installation, for the configured address alone', async () => {
    await DB.prepare('DELETE FROM persons').run()
    const stranger = await begin('other@stem.example')
    expect(stranger.token).toBe('')
    const { cookie, code } = await begin('first@stem.example')
    expect((await ask('/sign-in/code', { form: { code }, cookie })).status).toBe(303)
    const { results } = await DB.prepare('SELECT role, scope FROM role_grants').all()
    expect(results).toEqual([{ role: 'secretariat-admin', scope: 'coalition' }])
  })

  it('is not made again after the person was erased', async () => {
    await DB.prepare("UPDATE persons SET state = 'erased', address = NULL, address_key = NULL").run()
    const { token } = await begin('first@stem.example')
    expect(token).toBe('')
  })
})

describe('signing out', () => {
  it('ends the session at once and empties the browser', async () => {
    const { cookie, code } = await begin()
    const held = sessionIn(await ask('/sign-in/code', { form: { code }, cookie }))
    const session = `${SESSION_COOKIE}=${held?.id}.${held?.secret}`
    const who = await principalOf({ db: DB }, session, NOW)
    const out = await ask('/sign-out', { form: {}, who })
    expect([out.status, out.headers.get('clear-site-data')]).toEqual([303, '"cache", "storage"'])
    expect(out.headers.get('set-cookie')).toMatch(/^__Host-session=; Max-Age=0/)
    expect(await principalOf({ db: DB }, session, NOW)).toBeNull()
  })
})
