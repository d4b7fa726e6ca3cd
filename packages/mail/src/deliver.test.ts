import { env } from 'cloudflare:workers'
import { beforeEach, describe, expect, it } from 'vitest'
import { deliverMails, forgetMails } from './deliver.ts'
import { mailRow } from './mails-table.ts'
import type { Message } from './message.ts'
import type { Sent, Transport } from './transport.ts'

const { DB } = env as unknown as { DB: D1Database }
const NOW = Date.UTC(2026, 10, 24)
const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE
const FROM = { name: 'Coalition', address: 'noreply@stem.example' }

beforeEach(async () => {
  await DB.batch([
    DB.prepare(
      `CREATE TABLE IF NOT EXISTS mails (id TEXT PRIMARY KEY, kind TEXT NOT NULL, person_id TEXT, address TEXT, locale TEXT NOT NULL, facts TEXT, state TEXT NOT NULL, attempts INTEGER NOT NULL DEFAULT 0,
         next_at INTEGER NOT NULL, lease TEXT, lease_until INTEGER, why TEXT, created_at INTEGER NOT NULL, settled_at INTEGER)`,
    ),
    DB.prepare('DELETE FROM mails'),
  ])
})

const want = (count: number, now = NOW) =>
  DB.batch(Array.from({ length: count }, (_, index) => mailRow(DB, { id: `m${index}`, kind: 'x', address: `a${index}@stem.example`, locale: 'en' }, now)))

/** A mail server that answers what `answer` says and remembers what reached it. */
function server(answer: (message: Message, attempt: number) => Sent | Promise<Sent>, { keyed = false, keyLife = Infinity } = {}) {
  const inboxes: string[] = []
  let attempts = 0
  const transport: Transport = {
    keyed,
    keyLife,
    async send(message) {
      const sent = await answer(message, ++attempts)
      if (sent.outcome === 'sent') inboxes.push(message.id)
      return sent
    },
    close: () => undefined,
  }
  return { transport, inboxes, attempts: () => attempts }
}
const OK: Sent = { outcome: 'sent', reference: 'r' }
const letter = async () => ({ subject: 's', heading: 'h', parts: [], reason: 'r' })
let runs = 0
const run = (transport: Transport, now = NOW, write: Parameters<typeof deliverMails>[0]['write'] = letter) =>
  deliverMails({ db: DB, transport, from: FROM, write, lease: `lease${++runs}` }, now)
const states = async () => (await DB.prepare('SELECT state, count(*) AS n FROM mails GROUP BY state ORDER BY state').all()).results

describe('delivery', () => {
  it('hands each mail over once, with one Message-ID and marked as automatic, and forgets whom it went to', async () => {
    await want(3)
    const seen: Message[] = []
    const { transport } = server((message) => (seen.push(message), OK))
    expect(await run(transport)).toMatchObject({ sent: 3 })
    expect(await run(transport)).toMatchObject({ sent: 0 })
    expect(seen.map(({ to, messageId }) => [to, messageId])).toContainEqual(['a0@stem.example', '<m0@stem.example>'])
    expect(seen[0]?.headers).toMatchObject({ 'Auto-Submitted': 'auto-generated' })
    expect((await DB.prepare('SELECT address, facts, state FROM mails').all()).results).toEqual(
      Array.from({ length: 3 }, () => ({ address: null, facts: null, state: 'sent' })),
    )
  })

  it('tells the transport how a mail belongs to a conversation', async () => {
    await want(1)
    const seen: Message[] = []
    const { transport } = server((message) => (seen.push(message), OK))
    const thread = {
      messageId: '<own@reply.example>',
      replyTo: 'reply+x@reply.example',
      envelopeFrom: 'bounce+x@reply.example',
      inReplyTo: '<b@min.example>',
      references: ['<a@min.example>', '<b@min.example>'],
      automaticAnswer: true,
      loop: 'reply@reply.example',
    }
    await run(transport, NOW, async () => ({ ...(await letter()), thread }))
    expect(seen[0]).toMatchObject({
      messageId: '<own@reply.example>',
      replyTo: 'reply+x@reply.example',
      envelopeFrom: 'bounce+x@reply.example',
      headers: {
        'Auto-Submitted': 'auto-replied',
        'X-Auto-Response-Suppress': 'All',
        'X-Loop': 'reply@reply.example',
        'In-Reply-To': '<b@min.example>',
        References: '<a@min.example> <b@min.example>',
      },
    })
  })

  it('doubles none and loses none when ten runs overlap', async () => {
    await want(100)
    const { transport, inboxes } = server(async () => (await new Promise((resolve) => setTimeout(resolve, 1)), OK))
    await Promise.all(Array.from({ length: 10 }, () => run(transport)))
    expect([inboxes.length, new Set(inboxes).size]).toEqual([100, 100])
  })

  it('delays everything while the server is down, with one probe a run, and sends it all afterwards', async () => {
    await want(50)
    const down = server(() => ({ outcome: 'later', why: 'ECONNREFUSED', down: true }))
    for (let minute = 0; minute < 60; minute++) await run(down.transport, NOW + minute * MINUTE)
    expect(down.attempts()).toBeLessThanOrEqual(60)
    expect(await states()).toEqual([{ state: 'queued', n: 50 }])
    const up = server(() => OK)
    for (let minute = 60; minute < 75; minute++) await run(up.transport, NOW + minute * MINUTE)
    expect(new Set(up.inboxes).size).toBe(50)
    expect(up.inboxes).toHaveLength(50)
  })

  it('never sends a mail again whose answer was lost, unless the other side takes each key once', async () => {
    await want(2)
    const lost = server(() => ({ outcome: 'unknown', why: 'timeout' }))
    await run(lost.transport)
    await run(lost.transport, NOW + DAY)
    expect([lost.attempts(), await states()]).toEqual([2, [{ state: 'unknown', n: 2 }]])
    await DB.prepare('DELETE FROM mails').run()
    await want(1)
    const keyed = server((_, attempt) => (attempt === 1 ? { outcome: 'unknown', why: 'timeout' } : OK), { keyed: true })
    await run(keyed.transport)
    await run(keyed.transport, NOW + 20 * MINUTE)
    expect([keyed.attempts(), keyed.inboxes]).toEqual([2, ['m0']])
  })

  it('sends a mail in doubt again only while its key is remembered', async () => {
    await want(2)
    const first = server(() => ({ outcome: 'unknown', why: 'timeout' }), { keyed: true, keyLife: 15 * MINUTE })
    await run(first.transport)
    expect(await states()).toEqual([{ state: 'queued', n: 2 }])
    // Refused for now: that says nothing about the time before.
    const second = server(() => ({ outcome: 'later', why: '429', down: false }), { keyed: true, keyLife: 15 * MINUTE })
    await run(second.transport, NOW + MINUTE)
    const late = server(() => OK, { keyed: true, keyLife: 15 * MINUTE })
    await run(late.transport, NOW + 14 * MINUTE)
    expect([late.attempts(), await states()]).toEqual([0, [{ state: 'unknown', n: 2 }]])
  })

  it('takes up what a dead run had claimed but not handed over, and nothing else', async () => {
    await want(2)
    await DB.batch([
      DB.prepare("UPDATE mails SET state = 'working', lease = 'dead', lease_until = ? WHERE id = 'm0'").bind(NOW),
      DB.prepare("UPDATE mails SET state = 'handing', lease = 'dead', lease_until = ? WHERE id = 'm1'").bind(NOW),
    ])
    const { transport, inboxes } = server(() => OK)
    await run(transport, NOW - 1)
    expect(inboxes).toEqual([])
    await run(transport, NOW + MINUTE)
    expect([inboxes, await states()]).toEqual([
      ['m0'],
      [
        { state: 'sent', n: 1 },
        { state: 'unknown', n: 1 },
      ],
    ])
  })

  it('drops what is no longer wanted, keeps trying what could not be written, and gives up after three days', async () => {
    await want(1)
    const { transport, attempts } = server(() => OK)
    expect(await run(transport, NOW, async () => null)).toMatchObject({ dropped: 1 })
    await DB.prepare('DELETE FROM mails').run()
    await want(1)
    const broken = () => Promise.reject(new Error('no letter'))
    await run(transport, NOW, broken)
    expect(await states()).toEqual([{ state: 'queued', n: 1 }])
    await run(transport, NOW + 4 * DAY, broken)
    expect([await states(), attempts()]).toEqual([[{ state: 'failed', n: 1 }], 0])
  })

  it('forgets addresses that could not be reached after thirty days, and everything after ninety', async () => {
    await want(1)
    await run(server(() => ({ outcome: 'unknown', why: 'x' })).transport)
    await DB.batch(forgetMails(DB, NOW + 29 * DAY))
    expect(await DB.prepare('SELECT address FROM mails').first()).toEqual({ address: 'a0@stem.example' })
    await DB.batch(forgetMails(DB, NOW + 31 * DAY))
    expect(await DB.prepare('SELECT address FROM mails').first()).toEqual({ address: null })
    await DB.batch(forgetMails(DB, NOW + 91 * DAY))
    expect(await DB.prepare('SELECT id FROM mails').first()).toBeNull()
  })
})
