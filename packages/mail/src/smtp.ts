import { createTransport } from 'nodemailer'
import type { Sent, Transport } from './transport.ts'

/** Where a mail server listens. `secure`: TLS from the first byte; without it, STARTTLS is demanded unless `plain`. */
export type SmtpAddress = { host: string; port: number; secure: boolean; plain: boolean; user?: string; password?: string }

const PATIENCE = 10_000
const CONNECTIONS = 4
const TEMPORARY = 400
const PERMANENT = 500
// Commands before the text of the mail is handed over: without an answer to them nothing was sent.
const BEFORE_TEXT = new Set(['CONN', 'EHLO', 'HELO', 'STARTTLS', 'AUTH', 'AUTH PLAIN', 'AUTH LOGIN', 'MAIL FROM', 'RCPT TO'])
const UNREACHABLE = new Set(['ECONNECTION', 'ESOCKET', 'EDNS', 'ETLS', 'ECONNREFUSED', 'EAUTH'])

type SmtpError = Error & { code?: string; command?: string; responseCode?: number }

function outcomeOf(error: SmtpError): Sent {
  const why = `${error.code ?? 'error'} ${error.command ?? ''} ${error.responseCode ?? ''}`.trim()
  if (error.responseCode !== undefined && error.responseCode >= PERMANENT && error.code !== 'EAUTH') return { outcome: 'refused', why }
  if (error.responseCode !== undefined && error.responseCode >= TEMPORARY) return { outcome: 'later', why, down: error.command === 'CONN' }
  if (error.command !== undefined && BEFORE_TEXT.has(error.command)) return { outcome: 'later', why, down: true }
  if (error.command === undefined && error.code !== undefined && UNREACHABLE.has(error.code)) return { outcome: 'later', why, down: true }
  return { outcome: 'unknown', why }
}

/** Mail over SMTP (RFC 5321) by nodemailer. SMTP has no key: after the text was sent, a lost answer stays unknown (RFC 1047). */
export function smtpTransport({ host, port, secure, plain, user, password }: SmtpAddress): Transport {
  const transport = createTransport({
    host,
    port,
    secure,
    requireTLS: !secure && !plain,
    ignoreTLS: plain,
    pool: true,
    maxConnections: CONNECTIONS,
    connectionTimeout: PATIENCE,
    greetingTimeout: PATIENCE,
    socketTimeout: PATIENCE,
    disableFileAccess: true,
    disableUrlAccess: true,
    ...(user === undefined ? {} : { auth: { user, pass: password ?? '' } }),
  })
  return {
    keyed: false,
    async send({ to, from, subject, html, text, locale, messageId, headers }) {
      try {
        const sent = await transport.sendMail({
          envelope: { from: from.address, to: [to] },
          from,
          to: { name: '', address: to },
          subject,
          html,
          text,
          messageId,
          headers: { ...headers, 'Content-Language': locale },
        })
        return { outcome: 'sent', reference: sent.messageId }
      } catch (thrown) {
        return outcomeOf(thrown as SmtpError)
      }
    },
    close: () => transport.close(),
  }
}
