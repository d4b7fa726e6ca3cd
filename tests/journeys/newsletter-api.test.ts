import { createHash, randomUUID } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { cookieOf, putPeople, sendForm } from './people.ts'
import { start, until, type Started } from './started.ts'

type Announcement = { type: string; data: { id: string; mails?: Record<string, number> } }
const taken: Announcement[] = []
const receiver = createServer((request, response) => {
  let body = ''
  request.on('data', (chunk: Buffer) => (body += chunk.toString()))
  request.on('end', () => {
    taken.push(JSON.parse(body) as Announcement)
    response.writeHead(200).end()
  })
})

const API = '/api/v1/newsletter'
const ADDRESS = 'anna@min.example'
const CAMPAIGN = `cmp_${'1'.repeat(26)}`
let system: Started
beforeAll(async () => {
  await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve))
  system = await start({ seed: false, loopback: true })
  await putPeople(system, 1, 1, { role: 'secretariat-admin', scope: 'coalition' })
})
afterAll(async () => {
  await system.stop()
  receiver.close()
})

const call = (path: string, { method = 'GET', body, headers = {} }: { method?: string; body?: unknown; headers?: Record<string, string> } = {}) =>
  fetch(system.origin + API + path, {
    method,
    headers: { ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...headers },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
const mails = () => system.mailbox.messages(ADDRESS)
/** The bearer of a link that stands in a mail. */
const bearerIn = (text: string, path: string): string => {
  const params = new URL(new RegExp(`http://localhost:\\d+${path}\\?\\S+`).exec(text)?.[0] ?? 'http://none').searchParams
  return `Bearer ${['r', 'c', 'token'].flatMap((name) => params.get(name) ?? []).join('.')}`
}

/** A campaign that two people let go, as it stands in the database at its time. */
async function release(): Promise<void> {
  const content = { en: { subject: 'An issue', preheader: 'What is new', blocks: [{ id: 'b00001', kind: 'text', text: 'Hello' }] } }
  const audience = { topics: [], countries: [], locales: [], who: 'all', frequency: 'each' }
  const hash = createHash('sha256')
    .update(JSON.stringify(['issue', 'x', content, audience]))
    .digest('hex')
  const db = await system.database('newsletter')
  await db
    .prepare(
      `INSERT INTO campaigns (id, kind, name, state, content, audience, frozen_hash, version, author, released_by, scheduled_at, created_at, updated_at)
       VALUES (?1, 'issue', 'x', 'approved', ?2, ?3, ?4, 1, 'per_a', 'per_b', ?5, ?5, ?5)`,
    )
    .bind(CAMPAIGN, JSON.stringify(content), JSON.stringify(audience), hash, Date.now())
    .run()
  await system.tick('newsletter')
}

describe('a program with the newsletter', () => {
  let issue = ''

  it('subscribes a reader, who presses the button in the mail', async () => {
    const { id, hash } = (await (await call('/consent-text?language=en')).json()) as { id: string; hash: string }
    const wish = { address: ADDRESS, topics: ['policy'], consent: { id, hash } }
    const asked = await call('/subscriptions', { method: 'POST', body: wish, headers: { 'idempotency-key': randomUUID() } })
    expect([asked.status, await asked.json()]).toEqual([202, { state: 'pending' }])
    await until(10_000, async () => mails().length === 1)
    const link = new URL(/http:\/\/localhost:\d+\S+/.exec(mails()[0]?.text ?? '')?.[0] ?? 'http://none')
    expect((await sendForm(system.origin, '/newsletter/confirm', Object.fromEntries(link.searchParams))).status).toBe(200)
  })

  it('and the secretariat are told when a campaign begins and is over, once, with numbers alone', async () => {
    const url = `http://localhost:${(receiver.address() as AddressInfo).port}/in`
    const form = {
      key: randomUUID().replaceAll('-', ''),
      url,
      'topic-campaign.started': 'yes',
      'topic-campaign.finished': 'yes',
      'topic-issue.published': 'yes',
    }
    expect((await sendForm(system.origin, '/console/webhooks/new', form, { cookie: cookieOf(1) })).status).toBe(200)
    await release()
    await until(30_000, async () => mails().length === 2)
    await until(30_000, async () => taken.length >= 2)
    expect(taken.map(({ type, data }) => [type, data.id, data.mails?.['prepared']]).toSorted()).toEqual([
      ['newsletter.campaign.finished', CAMPAIGN, 1],
      ['newsletter.campaign.started', CAMPAIGN, 1],
    ])
    const archive = await sendForm(system.origin, `/console/newsletter/${CAMPAIGN}/archive`, { do: 'add' }, { cookie: cookieOf(1) })
    expect(archive.status).toBe(303)
    await until(10_000, async () => taken.length === 3)
    for (const service of ['newsletter', 'contact-form'] as const) await system.tick(service)
    expect(taken.map(({ type }) => type).slice(2)).toEqual(['newsletter.issue.published'])
    expect(JSON.stringify(taken)).not.toMatch(/@|sub_|per_/)
    issue = mails()[1]?.text ?? ''
  })

  it('reads the issue, and with the session of the secretariat the campaign', async () => {
    const { data } = (await (await call('/issues')).json()) as { data: { slug: string }[] }
    const read = await call(`/issues/${data[0]?.slug}`)
    expect([read.headers.get('access-control-allow-origin'), await read.json()]).toMatchObject(['*', { subject: 'An issue', text: 'An issue\n\nHello' }])
    const staff = await call(`/campaigns/${CAMPAIGN}`, { headers: { cookie: cookieOf(1) } })
    expect([staff.headers.get('cache-control'), await staff.json()]).toMatchObject(['no-store, private', { state: 'finished', mails: { accepted: 1 } }])
    const visitor = await call('/campaigns')
    expect([visitor.status, visitor.headers.get('access-control-allow-origin')]).toEqual([401, null])
  })

  it('changes and ends the subscription by the tokens of the links in the mail, each for its own', async () => {
    const [choices, leaving] = [bearerIn(issue, '/newsletter/preferences'), bearerIn(issue, '/newsletter/unsubscribe')]
    expect((await call('/preferences', { headers: { authorization: leaving } })).status).toBe(401)
    const { version } = (await (await call('/preferences', { headers: { authorization: choices } })).json()) as { version: number }
    const changed = await call('/preferences', { method: 'PATCH', body: { version, topics: ['data'] }, headers: { authorization: choices } })
    expect([changed.status, await changed.json()]).toMatchObject([200, { topics: ['data'] }])
    const foreign = { authorization: leaving, origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' }
    expect((await call('/subscription', { method: 'DELETE', headers: foreign })).status).toBe(403)
    expect((await call('/subscription', { method: 'DELETE', headers: { authorization: leaving } })).status).toBe(204)
    expect((await call('/preferences', { headers: { authorization: choices } })).status).toBe(410)
  })
})
