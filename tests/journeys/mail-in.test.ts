import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { start, until, type Started } from './started.ts'

const ANNA = 'anna@min.example'
let system: Started
beforeAll(async () => {
  system = await start({ seed: false })
})
afterAll(() => system?.stop())

const count = async (table: string) =>
  (await (await system.database('contact-form')).prepare(`SELECT count(*) AS n FROM ${table}`).first<{ n: number }>())?.n ?? 0
const post = (path: string, fields: Record<string, string>, headers: Record<string, string> = {}) =>
  fetch(system.mailbox.origin + path, { method: 'POST', redirect: 'manual', headers, body: new URLSearchParams(fields) })

describe('a conversation by mail', () => {
  it('goes from the request over the mailbox back into the case', async () => {
    const sent = await fetch(`${system.origin}/api/v1/support-requests`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': 'mail-in-0123456789' },
      body: JSON.stringify({ kind: 'question', name: 'Anna', address: ANNA, country: 'EE', challenge: 'How do we join?', language: 'en' }),
    })
    expect(sent.status).toBe(201)
    await until(20_000, async () => system.mailbox.messages(ANNA).length === 1)
    const [mail] = system.mailbox.messages(ANNA)
    const header = (name: string) => mail?.headers.find(([one]) => one === name)?.[1] ?? ''
    expect(header('reply-to')).toMatch(/^reply\+[0-9a-z]{26}\.[0-9a-z]{26}@reply\.stem\.example$/)
    expect(mail?.from).toMatch(/^bounce\+cas_[0-9a-z]{26}\.[0-9a-z]{26}@reply\.stem\.example$/)
    expect([header('auto-submitted'), header('x-loop')]).toEqual(['auto-generated', 'reply@reply.stem.example'])
    const shown = await (await fetch(`${system.mailbox.origin}/messages/${mail?.id}`)).text()
    expect(shown).toContain(`Reply as ${ANNA}`)

    const answered = await post(`/messages/${mail?.id}/reply`, { text: 'Ναι, δύο σχολεία' })
    expect([answered.status, answered.headers.get('location')]).toEqual([303, `/messages/${mail?.id}?told=`])
    expect([await count('cases'), await count('messages'), await count('events')]).toEqual([1, 2, 2])
  })

  it('comes in as it is, is refused with a reason, and from another site not at all', async () => {
    const raw = (from: string) => `From: ${from}\r\nTo: support@reply.stem.example\r\nSubject: Hello\r\nMessage-ID: <h@firm.example>\r\n\r\nHow do we join?`
    const bring = (from: string, headers: Record<string, string> = {}) =>
      fetch(`${system.mailbox.origin}/api/incoming?from=carl@firm.example&to=support@reply.stem.example`, { method: 'POST', headers, body: raw(from) })
    expect((await bring('carl@firm.example', { origin: 'https://evil.example' })).status).toBe(403)
    expect((await bring('carl@firm.example', { 'sec-fetch-site': 'cross-site' })).status).toBe(403)
    expect((await post('/incoming', { raw: raw('carl@firm.example'), to: 'support@reply.stem.example' }, { origin: 'null' })).status).toBe(403)
    expect(await count('cases')).toBe(1)
    const [taken, again, refused] = [await bring('carl@firm.example'), await bring('carl@firm.example'), await bring('nobody')]
    expect([taken.status, again.status, refused.status, await refused.json()]).toEqual([202, 202, 422, { refusal: expect.stringContaining('From line') }])
    expect([await count('cases'), await count('receipts')]).toEqual([2, 2])
    await until(20_000, async () => system.mailbox.messages('carl@firm.example').length === 1)
    const [receipt] = system.mailbox.messages('carl@firm.example')
    expect(receipt?.headers.find(([name]) => name === 'in-reply-to')?.[1]).toBe('<h@firm.example>')
    expect(receipt?.headers.find(([name]) => name === 'auto-submitted')?.[1]).toBe('auto-replied')
  })
})
