import { mailbox, type Sent, type Transport } from './transport.ts'
import type { Message } from './message.ts'

/** Shapes of the requests of mail providers that are known. */
export const SHAPES = ['brevo', 'resend'] as const
/** A provider's shape. */
export type Shape = (typeof SHAPES)[number]

type Asked = { headers: Record<string, string>; body: object }
type Provider = { url: string; ask(message: Message, key: string): Asked; reference(answer: unknown): string }

const TOO_MANY = 429
const SERVER = 500
const PATIENCE = 15_000
const text = (answer: unknown, name: string): string => {
  const value = (answer as Record<string, unknown> | null)?.[name]
  return typeof value === 'string' ? value : ''
}

const PROVIDERS: Record<Shape, Provider> = {
  // developers.brevo.com: POST /v3/smtp/email, idempotencyKey as a header of the message.
  brevo: {
    url: 'https://api.brevo.com/v3/smtp/email',
    ask: ({ id, from, to, subject, html, text: plain, headers, messageId, replyTo }, key) => ({
      headers: { 'api-key': key },
      body: {
        sender: { name: from.name, email: from.address },
        to: [{ email: to }],
        ...(replyTo === undefined ? {} : { replyTo: { email: replyTo } }),
        subject,
        htmlContent: html,
        textContent: plain,
        // What stands here comes back with every event of the mail.
        headers: { ...headers, 'Message-ID': messageId, idempotencyKey: id, 'X-Mailin-custom': id },
      },
    }),
    reference: (answer) => text(answer, 'messageId'),
  },
  // resend.com/docs: POST /emails, Idempotency-Key as a header of the request, kept for 24 hours.
  resend: {
    url: 'https://api.resend.com/emails',
    ask: ({ id, from, to, subject, html, text: plain, headers, messageId, replyTo }, key) => ({
      headers: { authorization: `Bearer ${key}`, 'idempotency-key': id },
      body: {
        from: mailbox(from),
        to: [to],
        ...(replyTo === undefined ? {} : { reply_to: replyTo }),
        subject,
        html,
        text: plain,
        headers: { ...headers, 'Message-ID': messageId },
        // Comes back with every event of the mail; letters, digits, _ and - alone.
        tags: [{ name: 'mail', value: id.replaceAll(/[^\w-]/g, '-') }],
      },
    }),
    reference: (answer) => text(answer, 'id'),
  },
}

/** Mail through a provider's HTTP interface, each with its key, so that a lost answer may be asked for again. `url` replaces the provider's own address. */
export const providerTransport = (shape: Shape, key: string, url: string = PROVIDERS[shape].url): Transport => ({
  keyed: true,
  async send(message): Promise<Sent> {
    const provider = PROVIDERS[shape]
    const { headers, body } = provider.ask(message, key)
    try {
      const answer = await fetch(url, {
        method: 'POST',
        redirect: 'manual',
        headers: { 'content-type': 'application/json', accept: 'application/json', ...headers },
        body: JSON.stringify(body),
        signal: AbortSignal.timeout(PATIENCE),
      })
      if (answer.ok) return { outcome: 'sent', reference: provider.reference(await answer.json().catch(() => null)) }
      await answer.body?.cancel()
      const why = `status ${answer.status}`
      if (answer.status === TOO_MANY || answer.status >= SERVER) return { outcome: 'later', why, down: true }
      // A wrong key or an unpaid bill is nothing the receiver can help: keep the mail.
      return [401, 402, 403, 408, 409].includes(answer.status) ? { outcome: 'later', why, down: answer.status !== 409 } : { outcome: 'refused', why }
    } catch (thrown) {
      return { outcome: 'unknown', why: thrown instanceof Error ? thrown.name : 'no answer' }
    }
  },
  close: () => undefined,
})
