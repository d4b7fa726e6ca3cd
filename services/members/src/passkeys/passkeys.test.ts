import { isoBase64URL } from '@simplewebauthn/server/helpers'
import { beforeEach, describe, expect, it } from 'vitest'
import { ask, DB, emptyAll, idOf, NOW, personRows, testEnv, whoIs } from '../testing/world.ts'
import { readCode } from '@stem/jobs/tokens'
import { askPasskey, spendChallenge } from './challenge.ts'
import { mayEnrol } from './enrol-passkey.ts'

const deps = { db: DB, origin: testEnv.PUBLIC_ORIGIN }
beforeEach(async () => {
  await emptyAll()
  await DB.batch([...(await personRows({ number: 1, grants: [['secretariat-admin', 'coalition']] })), ...(await personRows({ number: 2 }))])
})
const keys = async (number: number) =>
  (await DB.prepare('SELECT count(*) AS n FROM passkeys WHERE person_id = ?').bind(idOf('per', number)).first<{ n: number }>())?.n

describe('a question to a passkey', () => {
  it('wants the user verified, no attestation, and names the site by its host', async () => {
    const enrol = (await askPasskey(deps, 'enrol', await whoIs(2), NOW)) as {
      rp: { id: string }
      attestation: string
      authenticatorSelection: object
      excludeCredentials: object[]
    }
    expect(enrol).toMatchObject({
      rp: { id: 'stem.example' },
      attestation: 'none',
      authenticatorSelection: { userVerification: 'required', residentKey: 'required' },
    })
    expect(enrol.excludeCredentials).toHaveLength(1)
    expect(await askPasskey(deps, 'sign-in', null, NOW)).toMatchObject({ userVerification: 'required', allowCredentials: [] })
    expect(await askPasskey(deps, 'step-up', null, NOW)).toBeNull()
  })

  it('is answered once by fifty at once, in its own session, for its own purpose, within five minutes', async () => {
    const challengeOf = async (now = NOW) => ((await askPasskey(deps, 'step-up', await whoIs(1), now)) as { challenge: string }).challenge
    const session = idOf('ses', 1)
    const challenge = await challengeOf()
    expect((await Promise.all(Array.from({ length: 50 }, () => spendChallenge(DB, challenge, 'step-up', session, NOW)))).filter(Boolean)).toHaveLength(1)
    expect(await spendChallenge(DB, await challengeOf(), 'step-up', idOf('ses', 2), NOW)).toBe(false)
    expect(await spendChallenge(DB, await challengeOf(), 'sign-in', null, NOW)).toBe(false)
    expect(await spendChallenge(DB, await challengeOf(), 'step-up', session, NOW + 6 * 60_000)).toBe(false)
  })
})

describe('an answer', () => {
  const made = (challenge: string) =>
    JSON.stringify({
      id: 'key-1',
      rawId: 'key-1',
      type: 'public-key',
      response: {
        clientDataJSON: isoBase64URL.fromUTF8String(JSON.stringify({ type: 'webauthn.get', challenge, origin: 'https://stem.example' })),
        authenticatorData: 'AAAA',
        signature: 'AAAA',
      },
    })

  it.each([
    ['nothing', () => ''],
    ['no JSON', () => '{'],
    ['a made-up signature', made],
    ['an unknown key', (challenge: string) => made(challenge).replaceAll('key-1', 'key-9')],
    ['something huge', (challenge: string) => made(challenge) + ' '.repeat(30_000)],
  ])('that is %s signs nobody in', async (_, forge) => {
    const { challenge } = (await askPasskey(deps, 'sign-in', null, NOW)) as { challenge: string }
    const answer = await ask('/sign-in/passkey', { form: { credential: forge(challenge), back: '/console' } })
    expect([400, 422]).toContain(answer.status)
    expect(answer.headers.get('set-cookie')).toBeNull()
  })
})

describe('passkeys', () => {
  it('are added after a fresh proof only: the first after a sign-in, another after an assertion', async () => {
    const who = await whoIs(2)
    if (who === null) throw new Error('nobody')
    const later = NOW + 16 * 60_000
    expect([mayEnrol({ ...who, passkeys: 0 }, NOW), mayEnrol({ ...who, passkeys: 0 }, later)]).toEqual([true, false])
    expect([mayEnrol({ ...who, assertedAt: null }, NOW), mayEnrol(who, NOW), mayEnrol(who, later)]).toEqual([false, true, false])
  })

  it('are removed by their owner alone, the last one of staff stays, and every other session ends', async () => {
    const remove = async (number: number, key: string) => ask('/account/security/remove', { who: await whoIs(number), form: { passkey: key } })
    expect((await remove(2, 'key-1')).status).toBe(404)
    expect((await remove(1, 'key-1')).status).toBe(409)
    await DB.prepare(
      "INSERT INTO sessions (id, person_id, secret_hash, epoch, device, created_at, last_seen_at, proved_at) SELECT 'ses_other', person_id, secret_hash, epoch, 'x', created_at, last_seen_at, proved_at FROM sessions WHERE id = ?",
    )
      .bind(idOf('ses', 2))
      .run()
    expect((await remove(2, 'key-2')).status).toBe(303)
    expect([await keys(1), await keys(2)]).toEqual([1, 0])
    const { results } = await DB.prepare('SELECT s.id FROM sessions s JOIN persons p ON p.id = s.person_id AND p.epoch = s.epoch WHERE p.id = ?')
      .bind(idOf('per', 2))
      .all()
    expect(results).toEqual([{ id: idOf('ses', 2) }])
  })
})

describe('recovery codes', () => {
  const make = async () => {
    const page = await (await ask('/account/security/codes', { who: await whoIs(1), form: {} })).text()
    return [...page.matchAll(/[0-9A-F]{4}(?:-[0-9A-F]{4}){3}/g)].map(([code]) => code)
  }
  const use = async (code: string, number = 1) => ask('/account/recover', { who: await whoIs(number), form: { code } })

  it('are ten, shown once, kept as hashes, and each works once and only for its owner', async () => {
    const codes = await make()
    expect(new Set(codes).size).toBe(10)
    const kept = JSON.stringify((await DB.prepare('SELECT * FROM recovery_codes').all()).results)
    expect(codes.filter((code) => kept.includes(code) || kept.includes(readCode(code)))).toEqual([])
    expect((await use(codes[0] ?? '', 2)).status).toBe(422)
    expect((await use((codes[0] ?? '').toLowerCase())).status).toBe(303)
    expect((await use(codes[0] ?? '')).status).toBe(422)
  })

  it('forget the lost passkeys and wake no role', async () => {
    const [code = ''] = await make()
    await use(code)
    expect(await keys(1)).toBe(0)
    expect(await whoIs(1)).toMatchObject({ roles: [], asleep: [{ role: 'secretariat-admin' }], assertedAt: null })
  })

  it('are limited to five tries an hour', async () => {
    const statuses = []
    for (let index = 0; index < 7; index++) statuses.push((await use('AAAA-AAAA-AAAA-AAAA')).status)
    expect(statuses).toEqual([422, 422, 422, 422, 422, 429, 429])
  })
})
