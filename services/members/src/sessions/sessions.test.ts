import { beforeEach, describe, expect, it } from 'vitest'
import { ask, cookieOf, DB, emptyAll, idOf, NOW, personRows, whoIs } from '../testing/world.ts'
import { endAllSessions, makeSession, sessionCookie } from './open-session.ts'
import { principalOf } from './principal-of.ts'
import { LIFE } from './limits.ts'

const HOUR = 60 * 60_000
const PERSON = idOf('per', 1)
beforeEach(async () => {
  await emptyAll()
  await DB.batch([...(await personRows({ number: 1 })), ...(await personRows({ number: 2, grants: [['secretariat-admin', 'coalition']] }))])
})
const seen = (number: number, at: number) => DB.prepare('UPDATE sessions SET last_seen_at = ? WHERE id = ?').bind(at, idOf('ses', number)).run()

describe('a session', () => {
  it.each([
    ['member', 1, LIFE.member],
    ['staff', 2, LIFE.staff],
  ] as const)('of a %s is over after its idle time and after its absolute time', async (_, number, { idle, absolute }) => {
    expect(await whoIs(number, NOW + idle)).not.toBeNull()
    await seen(number, NOW)
    expect(await whoIs(number, NOW + idle + 1000)).toBeNull()
    await seen(number, NOW + absolute)
    expect(await whoIs(number, NOW + absolute)).not.toBeNull()
    await seen(number, NOW + absolute)
    expect(await whoIs(number, NOW + absolute + 1000)).toBeNull()
  })

  it('with one bit of its cookie changed belongs to nobody', async () => {
    const cookie = cookieOf(1)
    const at = cookie.indexOf('=') + 1
    const changed = Array.from({ length: cookie.length - at }, (_, index) => at + index)
      .filter((index) => index % 7 === 0)
      .map((index) => cookie.slice(0, index) + (cookie[index] === 'a' ? 'b' : 'a') + cookie.slice(index + 1))
    const holders = await Promise.all(changed.map((one) => principalOf({ db: DB }, one, NOW)))
    expect(changed.length).toBeGreaterThan(10)
    expect(holders.filter((who) => who !== null)).toEqual([])
  })

  it.each([
    ['the account is locked', () => DB.prepare("UPDATE persons SET state = 'locked' WHERE id = ?").bind(PERSON).run()],
    ['the account is erased', () => DB.prepare("UPDATE persons SET state = 'erased' WHERE id = ?").bind(PERSON).run()],
    ['rights or factors change', () => endAllSessions(DB, PERSON, NOW).run()],
    ['it was ended', () => DB.prepare('UPDATE sessions SET ended_at = ? WHERE person_id = ?').bind(NOW, PERSON).run()],
  ])('is over at once when %s', async (_, end) => {
    expect(await whoIs(1)).not.toBeNull()
    await end()
    expect(await whoIs(1)).toBeNull()
  })

  it('keeps staff roles asleep without a passkey assertion in the last twelve hours, and wakes nothing by time', async () => {
    const awake = await whoIs(2)
    expect([awake?.roles.length, awake?.asleep.length]).toEqual([1, 0])
    await DB.prepare('UPDATE sessions SET asserted_at = NULL').run()
    const asleep = await whoIs(2)
    expect([asleep?.roles, asleep?.asleep]).toEqual([[], [{ role: 'secretariat-admin', scope: 'coalition' }]])
    await DB.prepare('UPDATE sessions SET asserted_at = ?')
      .bind(NOW - 12 * HOUR)
      .run()
    expect((await whoIs(2))?.roles).toEqual([])
  })

  it('keeps a hash of 256 random bits, and its cookie is bound to this host and hidden from scripts', async () => {
    const one = await makeSession('Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0', NOW)
    expect(one).toMatchObject({ secret: expect.stringMatching(/^[0-9a-f]{64}$/), device: 'Firefox, Linux' })
    expect(one.hash).not.toContain(one.secret)
    expect(sessionCookie(one)).toMatch(/^__Host-session=ses_[0-9a-z]{26}\.[0-9a-f]{64}; Max-Age=2592000; Path=\/; Secure; HttpOnly; SameSite=Lax$/)
  })
})

describe('a form sent after the session was over', () => {
  it('comes back with everything that was typed, and is sent again after signing in', async () => {
    const form = { name: 'Ada "Quoted" <b>', version: '1', locale: 'en' }
    await DB.prepare('UPDATE sessions SET ended_at = ?').bind(NOW).run()
    const answer = await ask('/account', { who: await whoIs(1), form, cookie: cookieOf(1) })
    const page = await answer.text()
    expect(answer.status).toBe(401)
    expect(page).toContain('action="/account"')
    expect(page).toContain('name="name" value="Ada &quot;Quoted&quot; &lt;b&gt;"')
  })
})
