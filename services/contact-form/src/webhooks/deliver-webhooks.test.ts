import { newFormKey } from '@stem/web/form'
import { Webhook } from 'standardwebhooks'
import { beforeEach, describe, expect, it } from 'vitest'
import { HOSTILE_TARGETS } from '../testing/hostile-targets.ts'
import { ask, count, DB, emptyAll, NOW, somebody } from '../testing/asking.ts'
import { hook, many, posts, received, rows, run } from '../testing/receivers.ts'
import { WAITS } from './deliver-webhooks.ts'
import { OVERLAP } from './secrets.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const admin = somebody('secretariat-admin')

beforeEach(async () => {
  posts.length = 0
  await emptyAll()
})

describe('a message', () => {
  it('is signed as Standard Webhooks say, and taken for delivered by any 2xx', async () => {
    const { secret } = await hook()
    expect(secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/)
    await received()
    const now = Date.now()
    expect(await run(now, { answer: () => 204 })).toEqual({ delivered: 1, later: 0, gone: 0 })
    const [post] = posts
    const headers = { 'webhook-id': post?.id ?? '', 'webhook-timestamp': post?.timestamp ?? '', 'webhook-signature': post?.signature ?? '' }
    expect(new Webhook(secret).verify(post?.body ?? '', headers)).toMatchObject({ type: 'request.received' })
    expect(() => new Webhook(secret).verify(`${post?.body} `, headers)).toThrow('signature')
    expect(await run(now)).toEqual({ delivered: 0, later: 0, gone: 0 })
    expect(JSON.stringify(await DB.prepare('SELECT * FROM webhooks').all())).not.toContain(secret.slice(6))
    expect(JSON.stringify(await rows())).not.toContain('CANARY body')
  })

  it('carries both signatures for a day after the secret was changed, then only the new one', async () => {
    const { id, secret } = await hook()
    const page = await ask(`/console/webhooks/${id}`, { who: admin, form: { do: 'rotate', version: '1' } })
    const fresh = /whsec_[A-Za-z0-9+/]{43}=/.exec(await page.text())?.[0] ?? ''
    expect(fresh).not.toBe(secret)
    const signatures = async (now: number) => {
      await received()
      await run(now)
      const { body = '', id: name = '', signature = '' } = posts.at(-1) ?? {}
      const by = (one: string) => signature.split(' ').includes(new Webhook(one).sign(name, new Date(now), body))
      return [by(fresh), by(secret), signature.split(' ').length]
    }
    expect(await signatures(NOW + HOUR)).toEqual([true, true, 2])
    expect(await signatures(NOW + OVERLAP)).toEqual([true, false, 1])
  })

  it('is tried twelve times again over a day under one id, then stands as failed until somebody sends it again', async () => {
    const { id } = await hook()
    await received()
    let now = NOW
    const times: number[] = []
    for (let tries = 0; tries < 40; tries++) {
      times.push(now - NOW)
      await run(now, { answer: () => 500 })
      const [row] = await rows()
      if (row?.state === 'failed') break
      expect(await run((row?.nextAt ?? 0) - 1)).toEqual({ delivered: 0, later: 0, gone: 0 })
      now = row?.nextAt ?? 0
    }
    expect(times).toHaveLength(WAITS.length + 1)
    expect(times.at(-1)).toBeGreaterThanOrEqual(24 * HOUR)
    expect((await rows())[0]).toMatchObject({ state: 'failed', attempts: 13, why: '500' })
    const page = await (await ask(`/console/webhooks/${id}`, { who: admin })).text()
    expect(page).toMatch(/not delivered<\/span>[^]*answer 500/)
    expect(await (await ask('/console/webhooks', { who: admin })).text()).toContain('1 not delivered')
    await ask(`/console/webhooks/${id}`, { who: admin, form: { do: 'again', event: (await rows())[0]?.eventId ?? '' } })
    expect(await run(NOW)).toMatchObject({ delivered: 1 })
    expect([posts.length, new Set(posts.map((post) => post.id)).size]).toEqual([14, 1])
  })

  it.each([
    [301, '301'],
    [302, '302'],
    [307, '307'],
    [404, '404'],
    [429, '429'],
    ['timeout' as const, 'timeout'],
    ['refused' as const, 'unreachable'],
  ])('that is answered by %s is tried later, and no redirect is followed', async (status, why) => {
    await hook()
    await received()
    await run(NOW, { answer: () => status })
    expect((await rows())[0]).toMatchObject({ state: 'queued', why, attempts: 1, nextAt: NOW + MINUTE })
    expect(posts.map(({ url }) => url)).toEqual(['https://hooks.example.org/in'])
  })

  it('that is answered by 410 switches the webhook off, and what waits for it can be sent later', async () => {
    const { id } = await hook()
    for (let index = 0; index < 3; index++) await received()
    await run(NOW, { answer: () => 410 })
    expect(posts).toHaveLength(1)
    expect((await rows()).map(({ state, why }) => [state, why]).toSorted()).toEqual([
      ['failed', '410'],
      ['failed', 'off'],
      ['failed', 'off'],
    ])
    expect(await DB.prepare("SELECT actor FROM audit WHERE action = 'webhook.gone' AND object = ?").bind(id).first()).toEqual({ actor: 'system' })
    await received()
    expect(await count('webhook_deliveries')).toBe(3)
    const version = (await DB.prepare('SELECT version FROM webhooks').first<{ version: number }>())?.version
    await ask(`/console/webhooks/${id}`, { who: admin, form: { do: 'on', version: String(version) } })
    await ask(`/console/webhooks/${id}`, { who: admin, form: { do: 'all-again' } })
    expect(await run(NOW)).toMatchObject({ delivered: 3 })
  })

  it('of a run that was killed goes out again under the same id when its lease is over', async () => {
    await hook()
    await received()
    await DB.prepare("UPDATE webhook_deliveries SET state = 'working', lease = 'dead', lease_until = ?, attempts = 1")
      .bind(NOW + 2 * MINUTE)
      .run()
    expect(await run(NOW + MINUTE)).toMatchObject({ delivered: 0 })
    expect(await run(NOW + 3 * MINUTE)).toMatchObject({ delivered: 1 })
    expect(posts[0]?.id).toBe((await rows())[0]?.eventId)
  })

  it('belongs to one of many runs at once', async () => {
    for (const host of ['a', 'b', 'c']) await hook(`https://${host}.example.org/`)
    await many(5)
    const runs = await Promise.all(Array.from({ length: 5 }, () => run(NOW)))
    expect(runs.reduce((sum, { delivered }) => sum + delivered, 0)).toBe(15)
    expect(new Set(posts.map(({ url, id }) => url + id)).size).toBe(15)
    expect(posts).toHaveLength(15)
  })

  it('to the living waits for no dead receiver, and a dead one is tried once a run', async () => {
    for (const host of ['dead', 'alive']) await hook(`https://${host}.example.org/`)
    await many(30)
    let free = () => {}
    const stuck = new Promise<void>((resolve) => (free = resolve))
    const running = run(NOW, {
      answer: async ({ url }) => {
        if (!url.includes('dead')) return 200
        await stuck
        return 'timeout'
      },
    })
    await expect.poll(() => posts.filter(({ url }) => url.includes('alive')).length, { timeout: 3000 }).toBe(30)
    free()
    expect((await running).delivered).toBe(30)
    expect(posts.filter(({ url }) => url.includes('dead'))).toHaveLength(1)
    expect(
      (await rows())
        .filter(({ state }) => state === 'queued')
        .map(({ attempts }) => attempts)
        .toSorted(),
    ).toEqual([...Array(29).fill(0), 1])
  })
})

describe('an address inside', () => {
  it('is refused by the form in every notation, with what was typed still there, and never asked', async () => {
    for (const url of HOSTILE_TARGETS) {
      const answer = await ask('/console/webhooks/new', { who: admin, form: { key: newFormKey(), url, 'topic-received': 'yes' } })
      expect(answer.status, url).toBe(422)
    }
    expect(await count('webhooks')).toBe(0)
    const page = await ask('/console/webhooks/new', { who: admin, form: { key: newFormKey(), url: 'https://10.0.0.1/a', 'topic-rated': 'yes' } })
    expect(await page.text()).toMatch(/value="https:\/\/10\.0\.0\.1\/a"[^]*name="topic-rated"[^>]*checked/)
  })

  it('that stands in the database all the same gets nothing', async () => {
    await hook()
    const copies = HOSTILE_TARGETS.map((url, index) =>
      DB.prepare(
        "INSERT INTO webhooks (id, url, secret, kinds, state, created_by, created_at, version) SELECT 'whk_' || ?1, ?2, secret, kinds, 'on', 'x', 1, 1 FROM webhooks LIMIT 1",
      ).bind(index, url),
    )
    await DB.batch([...copies, DB.prepare("DELETE FROM webhooks WHERE url LIKE '%hooks.example.org%'")])
    await received()
    let tried = 0
    for (let runs = 0; runs < 5; runs++) tried += (await run(NOW)).later
    expect([tried, posts]).toEqual([HOSTILE_TARGETS.length, []])
    expect(new Set((await rows()).map(({ why, state }) => `${why} ${state}`))).toEqual(new Set(['address queued']))
  })

  it.each([
    ['private', ['10.0.0.7']],
    ['private', ['93.184.215.14', '127.0.0.1']],
    ['private', ['93.184.215.14', '::ffff:169.254.169.254']],
    ['private', ['fd00:ec2::254']],
    ['private', ['not an address']],
    ['dns', []],
  ])('behind a public name is found out each time (%s: %j)', async (why, addresses) => {
    await hook()
    await received()
    await run(NOW, { resolve: async () => addresses })
    expect([posts, (await rows())[0]?.why]).toEqual([[], why])
    await run(NOW + MINUTE)
    expect(posts).toHaveLength(1)
    await received()
    await run(NOW + MINUTE, { resolve: async () => addresses })
    expect(posts).toHaveLength(1)
  })

  it('is not asked either when the name cannot be looked up', async () => {
    await hook()
    await received()
    await run(NOW, { resolve: () => Promise.reject(new Error('offline')) })
    expect([posts, (await rows())[0]?.why]).toEqual([[], 'dns'])
  })
})
