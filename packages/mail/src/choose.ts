import * as v from 'valibot'
import { cloudflareTransport, type SendEmail } from './cloudflare.ts'
import { providerTransport, SHAPES } from './provider.ts'
import { smtpTransport } from './smtp.ts'
import type { Transport } from './transport.ts'

/** What a Worker is told about its mail. */
export type MailEnv = {
  /** `smtp://host:port`, `smtps://user:password@host:port`, `brevo:`, `resend:`, or `cloudflare:`. `smtp+plain:` and `resend+plain:` allow no TLS, for a server on the same machine. */
  MAIL_TRANSPORT: string
  /** Key of the provider, for `brevo:` and `resend:`. */
  MAIL_KEY?: string
  /** Sender of every mail, `Name <address>`. */
  MAIL_FROM: string
  /** The platform's binding, for `cloudflare:`. */
  EMAIL?: SendEmail
}

const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]'])
const SMTP_PORT = 587
const SMTPS_PORT = 465

/** The transport that the Worker is told to use. Throws when it is told nonsense: no mail leaves by a way nobody chose. */
export function transportFrom(env: MailEnv): Transport {
  const url = new URL(env.MAIL_TRANSPORT)
  const scheme = url.protocol.slice(0, -1)
  if (scheme === 'cloudflare' && env.EMAIL) return cloudflareTransport(env.EMAIL)
  const [way = '', more] = scheme.split('+')
  const plain = more === 'plain'
  if (plain && !LOOPBACK.has(url.hostname)) throw new Error('mail without encryption leaves this machine')
  const shape = v.safeParse(v.picklist(SHAPES), way)
  if (shape.success && env.MAIL_KEY !== undefined && (more === undefined || plain)) {
    const elsewhere = `${plain ? 'http' : 'https'}:${url.href.slice(url.protocol.length)}`
    return providerTransport(shape.output, env.MAIL_KEY, url.host === '' ? undefined : elsewhere)
  }
  if ((way === 'smtp' && (more === undefined || plain)) || scheme === 'smtps') {
    const secure = scheme === 'smtps'
    const port = url.port === '' ? (secure ? SMTPS_PORT : SMTP_PORT) : Number(url.port)
    const account = url.username === '' ? {} : { user: decodeURIComponent(url.username), password: decodeURIComponent(url.password) }
    return smtpTransport({ host: url.hostname, port, secure, plain, ...account })
  }
  throw new Error(`no mail transport is set up for ${scheme}`)
}

/** The sender of `MAIL_FROM`. */
export function senderFrom({ MAIL_FROM }: Pick<MailEnv, 'MAIL_FROM'>): { name: string; address: string } {
  const [, name = '', address = ''] = /^(.*?)\s*<([^<>\s]+@[^<>\s]+)>$/.exec(MAIL_FROM) ?? []
  if (address === '') throw new Error('MAIL_FROM must be written as Name <address>')
  return { name, address }
}
