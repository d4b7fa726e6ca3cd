import { createHash, createHmac } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { cookieOf, putPeople } from './people.ts'
import { start, until, type Started } from './started.ts'

const CAMPAIGN = `cmp_${'1'.repeat(26)}`
const SECRET = Buffer.from('a secret of thirty-two characters')
const READERS = ['anna', 'bo', 'carl', 'dora', 'eve'] as const
type Name = (typeof READERS)[number]
const addressOf = (name: Name) => `${name}@min.example`
const idOf = (name: Name) => `sub_${String(READERS.indexOf(name) + 1).padStart(26, '0')}`

let system: Started
beforeAll(async () => {
  system = await start({
    seed: false,
    adapt: (workers) =>
      workers.map((worker) =>
        worker.name === 'stem-newsletter'
          ? { ...worker, bindings: { ...worker.bindings, MAIL_EVENTS_KEY: `resend:whsec_${SECRET.toString('base64')} brevo:a-token` } }
          : worker,
      ),
  })
  await putPeople(system, 1, 1, { role: 'secretariat-admin', scope: 'coalition' })
  await send()
})
afterAll(() => system?.stop())

/** An issue with a counted link, released and sent to all readers. */
async function send(): Promise<void> {
  const db = await system.database('newsletter')
  const now = Date.now()
  const text = 'See [the report](https://example.org/report).'
  const content = { en: { subject: 'An issue', preheader: 'What is new', blocks: [{ id: 'b00001', kind: 'text', text }] } }
  const audience = { topics: [], countries: [], locales: [], who: 'all', frequency: 'each' }
  const hash = createHash('sha256')
    .update(JSON.stringify(['issue', 'x', content, audience, 'counts links']))
    .digest('hex')
  await db.batch([
    ...READERS.map((name) =>
      db
        .prepare(
          `INSERT INTO subscribers (id, address, address_key, domain, state, locale, frequency, topics, countries, is_member, link_epoch, version, confirmed_at, updated_at)
           VALUES (?, ?, ?, 'min.example', 'active', 'en', 'each', '["policy"]', '[]', 0, 1, 1, ?, ?)`,
        )
        .bind(idOf(name), addressOf(name), name, now - 1000, now),
    ),
    db
      .prepare(
        `INSERT INTO campaigns (id, kind, name, state, content, audience, frozen_hash, version, author, released_by, scheduled_at, created_at, updated_at, counts_links)
         VALUES (?1, 'issue', 'x', 'approved', ?2, ?3, ?4, 1, 'per_a', 'per_b', ?5, ?5, ?5, 1)`,
      )
      .bind(CAMPAIGN, JSON.stringify(content), JSON.stringify(audience), hash, now),
  ])
  await system.tick('newsletter')
  await until(30_000, async () => READERS.every((name) => system.mailbox.messages(addressOf(name)).length === 1))
  await until(10_000, async () => (await one("SELECT count(*) AS n FROM deliveries WHERE state = 'accepted'")).n === READERS.length)
}

const one = async (sql: string, service: 'newsletter' | 'contact-form' = 'newsletter'): Promise<Record<string, unknown>> =>
  (await (await system.database(service)).prepare(sql).first()) ?? {}
const issueTo = (name: Name) => {
  const [mail] = system.mailbox.messages(addressOf(name))
  if (!mail) throw new Error('no issue')
  const header = (wanted: string) => mail.headers.find(([key]) => key === wanted)?.[1] ?? ''
  return { mail, header }
}
const heard = (name: Name) => one(`SELECT heard FROM deliveries WHERE subscriber_id = '${idOf(name)}'`)
const bring = (to: string, raw: string[], from = '') =>
  fetch(`${system.mailbox.origin}/api/incoming?${new URLSearchParams({ from, to }).toString()}`, { method: 'POST', body: raw.join('\r\n') })

describe('what is heard of an issue', () => {
  it('a report of failure suppresses its reader, whoever it names', async () => {
    const { mail } = issueTo('anna')
    expect(mail.from).toMatch(/^nb\+[0-9a-z]{61}@reply\.stem\.example$/)
    const report = [
      'From: MAILER-DAEMON@mx.min.example',
      'Message-ID: <r1@mx.min.example>',
      'Content-Type: multipart/report; report-type=delivery-status; boundary=b',
      '',
      '--b',
      'Content-Type: message/delivery-status',
      '',
      'Reporting-MTA: dns; mx.min.example',
      '',
      `Final-Recipient: rfc822; ${addressOf('bo')}`,
      'Action: failed',
      'Status: 5.1.1',
      '',
      '--b--',
      '',
    ]
    for (let times = 0; times < 2; times++) expect((await bring(mail.from, report)).status).toBe(202)
    expect(await one('SELECT group_concat(address_key) AS keys, group_concat(reason) AS reasons FROM suppressions')).toEqual({ keys: 'anna', reasons: 'hard' })
    expect([await heard('anna'), await heard('bo')]).toEqual([{ heard: 'bounced' }, { heard: null }])
  })

  it('a mail to the address in the header makes its reader leave', async () => {
    const [, address = ''] = /<mailto:([^?>]+)/.exec(issueTo('bo').header('list-unsubscribe').replaceAll(/\s+/g, ' ')) ?? []
    const mail = [`From: ${addressOf('bo')}`, 'Message-ID: <l1@min.example>', 'Subject: unsubscribe', '', '']
    expect((await bring(address, mail, addressOf('bo'))).status).toBe(202)
    expect(await one(`SELECT state FROM subscribers WHERE id = '${idOf('bo')}'`)).toEqual({ state: 'withdrawn' })
    expect(await one('SELECT count(*) AS n FROM cases', 'contact-form')).toEqual({ n: 0 })
  })

  it('an answer is counted, reaches the secretariat, and is not answered by a program', async () => {
    const { mail } = issueTo('carl')
    const answered = await fetch(`${system.mailbox.origin}/messages/${mail.id}/reply`, {
      method: 'POST',
      redirect: 'manual',
      body: new URLSearchParams({ text: 'One question about the report.' }),
    })
    expect(answered.headers.get('location')).toBe(`/messages/${mail.id}?told=`)
    expect(await heard('carl')).toEqual({ heard: 'replied' })
    expect(await one('SELECT count(*) AS n FROM cases', 'contact-form')).toEqual({ n: 1 })
    await system.tick('contact-form')
    expect(system.mailbox.messages(addressOf('carl'))).toHaveLength(1)
  })

  it('a link counts once for each who follows it, and leads where it says', async () => {
    const [, url = ''] = /href="(http[^"]+\/newsletter\/links\/[^"]+)"/.exec(issueTo('dora').mail.html) ?? []
    expect(url).toBe(`${system.origin}/newsletter/links/${CAMPAIGN}/0`)
    const follow = (init: RequestInit = {}) => fetch(url, { redirect: 'manual', ...init })
    const answers = [await follow(), await follow({ method: 'HEAD' }), await follow({ headers: { 'sec-purpose': 'prefetch' } }), await follow()]
    for (const answer of answers)
      expect([answer.status, answer.headers.get('location'), answer.headers.get('set-cookie')]).toEqual([302, 'https://example.org/report', null])
    expect(await one('SELECT url, n FROM link_counts')).toEqual({ url: 'https://example.org/report', n: 2 })
  })

  it('events of a provider come through the door with their signature, and nothing else does', async () => {
    const body = JSON.stringify({ type: 'email.complained', created_at: new Date().toISOString(), data: { tags: { mail: `${CAMPAIGN}-${idOf('eve')}` } } })
    const [id, at] = ['msg_1', String(Math.floor(Date.now() / 1000))]
    const signature = `v1,${createHmac('sha256', SECRET).update(`${id}.${at}.${body}`).digest('base64')}`
    const post = (headers: Record<string, string>, provider = 'resend') =>
      fetch(`${system.origin}/api/v1/mail-events/${provider}`, { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body })
    const signed = { 'svix-id': id, 'svix-timestamp': at, 'svix-signature': signature }
    expect((await post({ ...signed, 'svix-id': 'msg_2' })).status).toBe(401)
    expect((await post({}, 'brevo')).status).toBe(401)
    const answer = await post(signed)
    expect([answer.status, await answer.json()]).toEqual([200, { heard: 1 }])
    expect(await one(`SELECT state FROM subscribers WHERE id = '${idOf('eve')}'`)).toEqual({ state: 'withdrawn' })
    expect((await post({ authorization: 'Bearer a-token' }, 'brevo')).status).toBe(422)
  })

  it('stands in the report of the secretariat', async () => {
    const cookie = cookieOf(1)
    const page = await (await fetch(`${system.origin}/console/newsletter/${CAMPAIGN}/report`, { headers: { cookie } })).text()
    expect(page).toContain('No such mailbox')
    expect(page).toContain('5.1.1: 1')
    const csv = await fetch(`${system.origin}/console/newsletter/${CAMPAIGN}/report.csv`, { headers: { cookie } })
    expect([csv.headers.get('cache-control'), csv.headers.get('content-disposition')]).toEqual(['no-store, private', 'attachment; filename="report.csv"'])
    const lines = (await csv.text()).split('\r\n')
    for (const line of ['accepted,,5', 'hard,,1', 'complaint,,1', 'reply,,1', 'left,,1', 'link,https://example.org/report,2']) expect(lines).toContain(line)
    expect((await fetch(`${system.origin}/console/newsletter/${CAMPAIGN}/report`, { redirect: 'manual' })).status).toBe(303)
  })
})
