// oxlint-disable-next-line typescript/triple-slash-reference -- the declarations are ambient, and every package that compiles this file needs them
/// <reference path="./node-parts.d.ts" />
import { Readable } from 'node:stream'
import MailComposer from 'nodemailer/lib/mail-composer'
import SMTPConnection from 'nodemailer/lib/smtp-connection'
import { failureOfReply } from './failure.ts'
import type { Message } from './message.ts'
import type { Sent, Transport } from './transport.ts'

/** Where a mail server listens. `secure`: TLS from the first byte; without it, STARTTLS is demanded unless `plain`. */
export type SmtpAddress = { host: string; port: number; secure: boolean; plain: boolean; user?: string; password?: string }

const PATIENCE = 10_000
const TEMPORARY = 400
const PERMANENT = 500

type SmtpError = Error & { code?: string; command?: string; response?: string; responseCode?: number }

/** What became of a mail. `handed`: its text had begun to leave, so without an answer nobody knows (RFC 1047). */
function outcomeOf(error: SmtpError, handed: boolean): Sent {
  const why = `${error.code ?? 'error'} ${error.command ?? ''} ${error.responseCode ?? ''}`.trim()
  const failure = failureOfReply(error.response ?? '', error.command ?? '')
  if (error.responseCode !== undefined && error.responseCode >= PERMANENT && error.code !== 'EAUTH') return { outcome: 'refused', why, failure }
  if (error.responseCode !== undefined && error.responseCode >= TEMPORARY) return { outcome: 'later', why, down: error.command === 'CONN', failure }
  return handed ? { outcome: 'unknown', why } : { outcome: 'later', why, down: true }
}

/** One connection, for one mail after the other. Whatever fails, also between mails, ends what is asked at that moment. */
class Connection {
  readonly #smtp: SMTPConnection
  #fail: (error: SmtpError) => void = () => undefined
  over = false

  constructor({ host, port, secure, plain }: SmtpAddress) {
    this.#smtp = new SMTPConnection({
      host,
      port,
      secure,
      requireTLS: !secure && !plain,
      ignoreTLS: plain,
      connectionTimeout: PATIENCE,
      greetingTimeout: PATIENCE,
      socketTimeout: PATIENCE,
    })
    const end = (error: SmtpError) => {
      this.over = true
      this.#fail(error)
    }
    this.#smtp.on('error', end)
    this.#smtp.on('end', () => end(new Error('closed')))
  }

  #ask<Value>(question: (answer: (error?: SmtpError | null, value?: Value) => void) => void): Promise<Value | undefined> {
    return new Promise((resolve, reject) => {
      this.#fail = reject
      question((error, value) => (error ? reject(error) : resolve(value)))
    })
  }
  async open({ user, password }: SmtpAddress): Promise<void> {
    await this.#ask<void>((answer) => this.#smtp.connect((error) => answer(error as SmtpError | undefined)))
    if (user === undefined) return
    await this.#ask<void>((answer) => this.#smtp.login({ user, pass: password ?? '' }, (error) => answer(error as SmtpError | null)))
  }
  async hand(envelope: { from: string; to: string[] }, text: Readable): Promise<void> {
    await this.#ask((answer) => this.#smtp.send(envelope, text, (error) => answer(error as SmtpError | null)))
  }
  close(): void {
    this.over = true
    this.#smtp.close()
  }
}

// Lines of text end in CRLF also inside base64 (RFC 2045, 6.8).
const canonical = (text: string): string => text.replaceAll(/\r?\n/g, '\r\n')

/** A mail as it leaves: its bytes (RFC 5322), without files or addresses being read for it. */
export const bytesOf = ({ to, from, subject, html, text, locale, messageId, headers, replyTo }: Message): Promise<Uint8Array> =>
  new MailComposer({
    from,
    to: { name: '', address: to },
    ...(replyTo === undefined ? {} : { replyTo: { name: '', address: replyTo } }),
    subject,
    html: canonical(html),
    text: canonical(text),
    messageId,
    headers: { ...headers, 'Content-Language': locale },
    disableFileAccess: true,
    disableUrlAccess: true,
  })
    .compile()
    .build()

/** Mail over SMTP (RFC 5321) by nodemailer. SMTP has no key: after the text was sent, a lost answer stays unknown (RFC 1047). */
export function smtpTransport(address: SmtpAddress): Transport {
  const idle: Connection[] = []
  const connected = async (): Promise<Connection> => {
    for (let known = idle.pop(); known; known = idle.pop()) if (!known.over) return known
    const fresh = new Connection(address)
    await fresh.open(address).catch((thrown: unknown) => {
      fresh.close()
      throw thrown
    })
    return fresh
  }
  return {
    keyed: false,
    async send(message) {
      let handed = false
      let connection: Connection | null = null
      try {
        const bytes = await bytesOf(message)
        // Read only when the server has asked for the text: from then on the mail may have arrived.
        const text = new Readable({
          read() {
            handed = true
            this.push(bytes)
            this.push(null)
          },
        })
        connection = await connected()
        await connection.hand({ from: message.envelopeFrom ?? message.from.address, to: [message.to] }, text)
        idle.push(connection)
        return { outcome: 'sent', reference: message.messageId }
      } catch (thrown) {
        connection?.close()
        return outcomeOf(thrown as SmtpError, handed)
      }
    },
    close: () => {
      for (const connection of idle.splice(0)) connection.close()
    },
  }
}
