import * as v from 'valibot'
import { mailbox, type Sent, type Transport } from './transport.ts'
import type { Message } from './message.ts'

/** Shapes of the requests of mail providers that are known. */
export const SHAPES = ['brevo', 'resend'] as const
/** A provider's shape. */
export type Shape = (typeof SHAPES)[number]

type Asked = { headers: Record<string, string>; body: object }
/** An answer: its status, and the body when it is JSON. */
type Answer = { status: number; body: unknown }
type Provider = {
  url: string
  /** Milliseconds for which a key is remembered. */
  keyLife: number
  ask(message: Message, key: string): Promise<Asked>
  reference(body: unknown): string
  /** Whether it refuses since it did the same before: nothing is done twice, and the first time is the one that counts. */
  isRepetition(body: unknown): boolean
  batches?: {
    url: string
    most: number
    ask(key: string, id: string, messages: readonly Message[]): Asked
    outcomes(body: unknown, messages: readonly Message[]): Sent[]
  }
}

const KEPT = new Set([401, 402, 403, 429])
const TIMEOUT = 408
const CONFLICT = 409
const SERVER = 500
const UNAVAILABLE = 503
const PATIENCE = 15_000
const MINUTE = 60_000
const text = (answer: unknown, name: string): string => {
  const value = (answer as Record<string, unknown> | null)?.[name]
  return typeof value === 'string' ? value : ''
}

const VERSION = 0x80
const VARIANT = 0x80
/** The UUID (RFC 9562, version 8) that stands for an id: the same for the same. */
async function uuidOf(id: string): Promise<string> {
  const bytes = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(id))).slice(0, 16)
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | VERSION
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | VARIANT
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}

const resendMail = ({ id, from, to, subject, html, text: plain, headers, messageId, replyTo }: Message): object => ({
  from: mailbox(from),
  to: [to],
  ...(replyTo === undefined ? {} : { reply_to: replyTo }),
  subject,
  html,
  text: plain,
  headers: { ...headers, 'Message-ID': messageId },
  // Comes back with every event of the mail; letters, digits, _ and - alone.
  tags: [{ name: 'mail', value: id.replaceAll(/[^\w-]/g, '-') }],
})
const resendAsks = (key: string, id: string): Record<string, string> => ({ authorization: `Bearer ${key}`, 'idempotency-key': id })

/** Ids of the mails that were taken, in order, and which were not, by their place. */
const resendBatch = v.object({
  data: v.array(v.object({ id: v.string() })),
  errors: v.optional(v.array(v.object({ index: v.number(), message: v.optional(v.string(), 'refused') })), []),
})

const PROVIDERS: Record<Shape, Provider> = {
  // developers.brevo.com: POST /v3/smtp/email, idempotencyKey (a UUID) as a header of the message, kept for 15 minutes or 30: its pages differ.
  // Its batches (messageVersions) have no headers of their own, so no mail of one could be left with one click.
  brevo: {
    url: 'https://api.brevo.com/v3/smtp/email',
    keyLife: 15 * MINUTE,
    ask: async ({ id, from, to, subject, html, text: plain, headers, messageId, replyTo }, key) => ({
      headers: { 'api-key': key },
      body: {
        sender: { name: from.name, email: from.address },
        to: [{ email: to }],
        ...(replyTo === undefined ? {} : { replyTo: { email: replyTo } }),
        subject,
        htmlContent: html,
        textContent: plain,
        // What stands here comes back with every event of the mail.
        headers: { ...headers, 'Message-ID': messageId, idempotencyKey: await uuidOf(id), 'X-Mailin-custom': id },
      },
    }),
    reference: (body) => text(body, 'messageId'),
    isRepetition: (body) => text(body, 'code') === 'duplicate_parameter',
  },
  // resend.com/docs: POST /emails and /emails/batch, Idempotency-Key as a header of the request, kept for 24 hours.
  resend: {
    url: 'https://api.resend.com/emails',
    keyLife: 24 * 60 * MINUTE,
    ask: async (message, key) => ({ headers: resendAsks(key, message.id), body: resendMail(message) }),
    reference: (body) => text(body, 'id'),
    isRepetition: (body) => text(body, 'name') === 'invalid_idempotent_request',
    batches: {
      url: '/batch',
      most: 100,
      ask: (key, id, messages) => ({
        // One bad address must not keep its neighbours from being taken.
        headers: { ...resendAsks(key, id), 'x-batch-validation': 'permissive' },
        body: messages.map(resendMail),
      }),
      outcomes(body, messages) {
        const read = v.safeParse(resendBatch, body)
        if (!read.success) return messages.map(({ messageId }) => ({ outcome: 'sent', reference: messageId }))
        const refused = new Map(read.output.errors.map(({ index, message }) => [index, message]))
        const ids = read.output.data.values()
        return messages.map(({ messageId }, index) => {
          const why = refused.get(index)
          return why === undefined
            ? { outcome: 'sent', reference: ids.next().value?.id ?? messageId }
            : { outcome: 'refused', why: `invalid: ${why}`.slice(0, 200) }
        })
      },
    },
  },
}

/** Asks a provider. An answer that was lost is an outcome. */
async function post(url: string, { headers, body }: Asked): Promise<Answer | Sent> {
  try {
    const answer = await fetch(url, {
      method: 'POST',
      redirect: 'manual',
      headers: { 'content-type': 'application/json', accept: 'application/json', ...headers },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(PATIENCE),
    })
    return { status: answer.status, body: await answer.json().catch(() => null) }
  } catch (thrown) {
    return { outcome: 'unknown', why: thrown instanceof Error ? thrown.name : 'no answer' }
  }
}

/**
 * What an answer means that is no yes. After a failure of the server nobody knows how far it had come, nor while it is still at the same
 * mail. A wrong key or an unpaid bill is nothing the receiver can help: keep the mail.
 */
function noOf({ status }: Answer): Sent {
  const why = `status ${status}`
  if (status === UNAVAILABLE) return { outcome: 'later', why, down: true }
  if (status >= SERVER || status === CONFLICT || status === TIMEOUT) return { outcome: 'unknown', why }
  return KEPT.has(status) ? { outcome: 'later', why, down: true } : { outcome: 'refused', why }
}

/** The same for a batch: that the whole of it is refused is the fault of nobody in it, and nothing vouches for it but its key. */
function noOfBatch(answer: Answer): Sent {
  const no = noOf(answer)
  if (answer.status === UNAVAILABLE) return { outcome: 'unknown', why: `status ${answer.status}` }
  return no.outcome === 'refused' ? { ...no, outcome: 'later', down: true } : no
}

const isYes = ({ status }: Answer): boolean => status >= 200 && status < 300

/**
 * Mail through a provider's HTTP interface, each mail or batch with its key, so that a lost answer may be asked for again. `url` replaces the
 * provider's own address.
 */
export function providerTransport(shape: Shape, key: string, url?: string): Transport {
  const provider = PROVIDERS[shape]
  const { batches, keyLife } = provider
  const own = url ?? provider.url
  return {
    keyed: true,
    keyLife,
    failures: 'events',
    async send(message): Promise<Sent> {
      const answer = await post(own, await provider.ask(message, key))
      if ('outcome' in answer) return answer
      if (isYes(answer)) return { outcome: 'sent', reference: provider.reference(answer.body) }
      return provider.isRepetition(answer.body) ? { outcome: 'sent', reference: message.messageId } : noOf(answer)
    },
    ...(batches === undefined
      ? {}
      : {
          batches: {
            most: batches.most,
            async send(id: string, messages: readonly Message[]): Promise<Sent[]> {
              const answer = await post(own + batches.url, batches.ask(key, id, messages))
              if ('outcome' in answer) return messages.map(() => answer)
              if (isYes(answer)) return batches.outcomes(answer.body, messages)
              return messages.map(({ messageId }) => (provider.isRepetition(answer.body) ? { outcome: 'sent', reference: messageId } : noOfBatch(answer)))
            },
          },
        }),
    close: () => undefined,
  }
}
