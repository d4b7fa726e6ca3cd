import { afterEach, describe, expect, it, vi } from 'vitest'
import { cloudflareTransport } from './cloudflare.ts'
import { providerTransport } from './provider.ts'
import type { Message } from './message.ts'

const message: Message = {
  id: 'eml_1',
  to: 'ada@stem.example',
  from: { name: 'EU "STEM"\r\nCoalition', address: 'noreply@stem.example' },
  subject: 's',
  html: '<p>h</p>',
  text: 't',
  locale: 'en',
  messageId: '<eml_1@stem.example>',
  headers: { 'Auto-Submitted': 'auto-generated' },
  replyTo: 'reply+x@reply.example',
}
type Call = { url: string; headers: Record<string, string>; body: Record<string, unknown> }

/** A provider on the other end of `fetch`. */
function provider(answer: () => Response | Promise<Response>): Call[] {
  const calls: Call[] = []
  vi.stubGlobal('fetch', async (url: string, init: { headers: Record<string, string>; body: string }) => {
    calls.push({ url, headers: init.headers, body: JSON.parse(init.body) as Record<string, unknown> })
    return answer()
  })
  return calls
}
afterEach(() => vi.unstubAllGlobals())

describe('a provider', () => {
  it('in the shape of Brevo is asked with the key of the mail', async () => {
    const calls = provider(() => Response.json({ messageId: 'b1' }))
    expect(await providerTransport('brevo', 'secret').send(message)).toEqual({ outcome: 'sent', reference: 'b1' })
    expect(calls[0]).toMatchObject({
      url: 'https://api.brevo.com/v3/smtp/email',
      headers: { 'api-key': 'secret' },
      body: {
        to: [{ email: 'ada@stem.example' }],
        replyTo: { email: 'reply+x@reply.example' },
        headers: { idempotencyKey: expect.stringMatching(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/) },
      },
    })
    await providerTransport('brevo', 'secret').send(message)
    expect(calls[1]?.body['headers']).toEqual(calls[0]?.body['headers'])
  })

  it('in the shape of Resend is asked with the key of the mail, and a sender without line breaks', async () => {
    const calls = provider(() => Response.json({ id: 'r1' }))
    expect(await providerTransport('resend', 'secret').send(message)).toEqual({ outcome: 'sent', reference: 'r1' })
    expect(calls[0]).toMatchObject({
      headers: { 'idempotency-key': 'eml_1', authorization: 'Bearer secret' },
      body: { from: '"EU STEMCoalition" <noreply@stem.example>', to: ['ada@stem.example'], reply_to: 'reply+x@reply.example' },
    })
  })

  it.each([
    [429, 'later'],
    [503, 'later'],
    [500, 'unknown'],
    [504, 'unknown'],
    [409, 'unknown'],
    [401, 'later'],
    [400, 'refused'],
    [422, 'refused'],
  ])('that answers %i means %s', async (status, outcome) => {
    provider(() => new Response('{}', { status }))
    expect(await providerTransport('resend', 'x').send(message)).toMatchObject({ outcome })
  })

  it.each([
    ['brevo', 400, { code: 'duplicate_parameter' }],
    ['resend', 409, { name: 'invalid_idempotent_request' }],
  ] as const)('in the shape of %s that knows the key has the mail from the time before', async (shape, status, body) => {
    provider(() => Response.json(body, { status }))
    expect(await providerTransport(shape, 'x').send(message)).toEqual({ outcome: 'sent', reference: '<eml_1@stem.example>' })
  })

  it('that does not answer leaves it unknown', async () => {
    provider(() => Promise.reject(new Error('down')))
    expect(await providerTransport('brevo', 'x').send(message)).toMatchObject({ outcome: 'unknown' })
  })
})

describe('a batch', () => {
  const mails = ['a', 'b', 'c'].map((name): Message => ({ ...message, id: name, to: `${name}@stem.example`, messageId: `<${name}@stem.example>` }))
  const send = (answer: () => Response | Promise<Response>) => {
    const calls = provider(answer)
    const { batches } = providerTransport('resend', 'secret')
    return { calls, sent: batches?.send('key_1', mails) }
  }

  it('goes out in one call under its own key, and each mail of it has its own outcome', async () => {
    const { calls, sent } = send(() => Response.json({ data: [{ id: 'r1' }, { id: 'r3' }], errors: [{ index: 1, message: 'no such domain' }] }))
    expect(await sent).toEqual([
      { outcome: 'sent', reference: 'r1' },
      { outcome: 'refused', why: 'invalid: no such domain' },
      { outcome: 'sent', reference: 'r3' },
    ])
    expect(calls).toMatchObject([{ url: 'https://api.resend.com/emails/batch', headers: { 'idempotency-key': 'key_1', 'x-batch-validation': 'permissive' } }])
    expect(calls[0]?.body).toMatchObject(mails.map(({ to }) => ({ to: [to] })))
  })

  it.each([
    [429, {}, 'later'],
    [422, {}, 'later'],
    [503, {}, 'unknown'],
    [500, {}, 'unknown'],
    [409, { name: 'concurrent_idempotent_requests' }, 'unknown'],
    [409, { name: 'invalid_idempotent_request' }, 'sent'],
  ])('answered with %i %j is %s for all of them', async (status, body, outcome) => {
    const { sent } = send(() => Response.json(body, { status }))
    expect((await sent)?.map((one) => one.outcome)).toEqual([outcome, outcome, outcome])
  })

  it('without an answer is unknown for all of them', async () => {
    expect((await send(() => Promise.reject(new Error('down'))).sent)?.map((one) => one.outcome)).toEqual(['unknown', 'unknown', 'unknown'])
  })

  it('is nothing that Brevo can take with headers for each mail', () => {
    expect(providerTransport('brevo', 'x').batches).toBeUndefined()
  })
})

describe('the binding of the platform', () => {
  it('is told where answers go', async () => {
    const seen: object[] = []
    await cloudflareTransport({ send: (mail) => (seen.push(mail), Promise.resolve({ messageId: 'c1' })) }).send(message)
    expect(seen[0]).toMatchObject({ replyTo: 'reply+x@reply.example', headers: { 'X-Stem-Message': '<eml_1@stem.example>' } })
  })

  const send = (code: string | null) =>
    cloudflareTransport({ send: () => (code === null ? Promise.resolve({ messageId: 'c1' }) : Promise.reject(Object.assign(new Error('x'), { code }))) }).send(
      message,
    )
  it.each([
    [null, 'sent'],
    ['E_RECIPIENT_SUPPRESSED', 'refused'],
    ['E_DAILY_LIMIT_EXCEEDED', 'later'],
    ['E_INTERNAL', 'unknown'],
  ])('that says %s means %s', async (code, outcome) => {
    expect(await send(code)).toMatchObject({ outcome })
  })
})
