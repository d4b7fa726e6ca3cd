import { newFormKey } from '@stem/web/form'
import { beforeEach, describe, expect, it } from 'vitest'
import { ask, count, DB, emptyAll, NOW, only, somebody } from '../testing/asking.ts'
import { many } from '../testing/receivers.ts'

const admin = somebody('secretariat-admin')
const LATE = NOW - 16 * 60_000
const stale = { ...admin, provedAt: LATE, assertedAt: LATE }
const wish = (over: Record<string, string> = {}) => ({ key: newFormKey(), url: 'https://hooks.example.org/in', 'topic-received': 'yes', ...over })
const add = (over: Record<string, string> = {}, who = admin) => ask('/console/webhooks/new', { who, form: wish(over) })
const hook = async () => {
  const row = await DB.prepare('SELECT id, state, kinds, version, secret FROM webhooks ORDER BY created_at LIMIT 1').first<{
    id: string
    state: string
    kinds: string
    version: number
    secret: string
  }>()
  if (!row) throw new Error('no webhook')
  return { ...row, path: `/console/webhooks/${row.id}` }
}
const change = async (form: Record<string, string>, who = admin) => {
  const { path, version } = await hook()
  return ask(path, { who, form: { version: String(version), ...form } })
}

beforeEach(emptyAll)

describe('the console of webhooks', () => {
  it.each([
    ['nobody', null, 303],
    ['a person without a role', somebody('x', { roles: [] }), 404],
    ['an auditor', somebody('auditor'), 404],
    ['an officer', somebody('secretariat-officer'), 404],
    ['an administrator whose role sleeps', somebody('secretariat-admin', { roles: [], asleep: [{ role: 'secretariat-admin', scope: 'coalition' }] }), 303],
    ['an administrator', admin, 200],
  ])('for %s', async (_, who, status) => {
    await add()
    const { id, path } = await hook()
    const asked = await Promise.all(['/console/webhooks', '/console/webhooks/new', path].map((one) => ask(one, { who })))
    expect(asked.map((answer) => answer.status)).toEqual([status, status, status])
    expect((await ask(`/console/webhooks/whk_${'9'.repeat(26)}`, { who })).status).toBe(status === 200 ? 404 : status)
    await ask(path, { who, form: { do: 'off', version: '1' } })
    await ask('/console/webhooks/new', { who, form: wish() })
    expect([(await DB.prepare('SELECT state FROM webhooks WHERE id = ?').bind(id).first())?.['state'], await count('webhooks')]).toEqual(
      status === 200 ? ['off', 2] : ['on', 1],
    )
  })

  it('shows the secret once, makes one webhook of one form, and writes the audit', async () => {
    const form = wish()
    const pages = [await ask('/console/webhooks/new', { who: admin, form }), await ask('/console/webhooks/new', { who: admin, form })]
    expect(pages.map(({ status }) => status)).toEqual([200, 303])
    expect([pages[0]?.headers.get('cache-control'), await pages[0]?.text()]).toEqual(['no-store', expect.stringMatching(/whsec_[A-Za-z0-9+/]{43}=/)])
    const { path, secret } = await hook()
    expect(await (await ask(path, { who: admin })).text()).not.toContain('whsec_')
    expect([await count('webhooks'), secret.includes('whsec')]).toEqual([1, false])
    expect(await DB.prepare("SELECT actor, detail FROM audit WHERE action = 'webhook.added'").first()).toEqual({ actor: admin.personId, detail: '{}' })
  })

  it('asks for the passkey before the form, and keeps what was typed when it was too late', async () => {
    expect((await ask('/console/webhooks/new', { who: stale })).headers.get('location')).toContain('/account/step-up?back=')
    const answer = await add({}, stale)
    const html = await answer.text()
    expect([answer.status, await count('webhooks')]).toEqual([409, 0])
    expect(html).toMatch(/Use your passkey[^]*value="https:\/\/hooks\.example\.org\/in"[^]*name="topic-received"[^>]*checked/)
    await add()
    for (const act of ['off', 'rotate', 'delete', 'kinds'])
      expect((await change({ do: act, 'topic-rated': 'yes' }, stale)).headers.get('location'), act).toContain('/account/step-up')
    expect(await hook()).toMatchObject({ state: 'on', version: 1, kinds: '["received"]' })
  })

  it('says what is missing, and refuses fields it does not have', async () => {
    const nothing = await ask('/console/webhooks/new', { who: admin, form: { key: newFormKey(), url: '' } })
    const html = await nothing.text()
    expect([nothing.status, html.includes('href="#f-url"'), html.includes('href="#f-topics"'), html.includes('Choose at least one')]).toEqual([
      422,
      true,
      true,
      true,
    ])
    expect((await add({ secret: 'mine' })).status).toBe(400)
    expect((await add({ 'topic-noted': 'yes' })).status).toBe(400)
    expect(await count('webhooks')).toBe(0)
  })

  it('has room for twenty, also when many are added at once', async () => {
    const answers = await Promise.all(Array.from({ length: 24 }, () => add()))
    expect([answers.filter(({ status }) => status === 409).length, await count('webhooks')]).toEqual([4, 20])
  })

  it('changes what is told, switches and deletes, and a form of an older version has no effect', async () => {
    await add()
    expect((await change({ do: 'kinds' })).status).toBe(422)
    expect((await change({ do: 'kinds', 'topic-closed': 'yes', 'topic-rated': 'yes' })).status).toBe(303)
    expect(await hook()).toMatchObject({ kinds: '["closed","rated"]', version: 2 })
    for (const act of ['off', 'kinds', 'rotate', 'delete']) expect((await change({ do: act, version: '1', 'topic-said': 'yes' })).status, act).toBe(409)
    expect(await hook()).toMatchObject({ kinds: '["closed","rated"]', state: 'on', version: 2 })
    await change({ do: 'ping' })
    await change({ do: 'off' })
    expect(await DB.prepare('SELECT state, why FROM webhook_deliveries').first()).toEqual({ state: 'failed', why: 'off' })
    expect([(await change({ do: 'ping' })).status, (await change({ do: 'all-again' })).status]).toEqual([409, 409])
    await change({ do: 'on' })
    expect((await change({ do: 'all-again' })).status).toBe(303)
    await change({ do: 'delete' })
    expect([await count('webhooks'), await count('webhook_deliveries')]).toEqual([0, 0])
  })

  it('lists messages page by page, each once, with a way to the request', async () => {
    await add({ 'topic-said': 'yes' })
    await many(120)
    const { id, reference } = await only()
    const { path } = await hook()
    const pages: string[] = []
    for (let next: string | undefined = path; next !== undefined;) {
      const html = await (await ask(next, { who: admin })).text()
      pages.push(html)
      next = /href="([^"]*\?before=[^"]*)"/.exec(html)?.[1]
    }
    const rows = pages.map((html) => html.split(`href="/console/requests/${id}"`).length - 1)
    expect(rows).toEqual([50, 50, 20])
    expect(pages[0]).toContain(reference)
    expect((await ask(`${path}?before=%27OR`, { who: admin })).status).toBe(200)
  })
})
