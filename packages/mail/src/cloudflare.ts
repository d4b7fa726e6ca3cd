import { mailbox, type Transport } from './transport.ts'

/** The part of the platform's `send_email` binding that is used. */
export type SendEmail = {
  send(message: {
    from: string
    to: string
    replyTo?: string
    subject: string
    html: string
    text: string
    headers: Record<string, string>
  }): Promise<{ messageId: string }>
}

const REFUSED = new Set(['E_RECIPIENT_SUPPRESSED', 'E_RECIPIENT_NOT_ALLOWED', 'E_INVALID_RECIPIENT', 'E_VALIDATION_ERROR'])
const LATER = new Set(['E_RATE_LIMIT_EXCEEDED', 'E_DAILY_LIMIT_EXCEEDED'])

/** Mail by the platform's own `send_email` binding: for single mails only (its terms), without keys and without an envelope sender of ours; it sets Message-ID and Date itself. */
export const cloudflareTransport = (binding: SendEmail): Transport => ({
  keyed: false,
  failures: 'none',
  async send({ to, from, subject, html, text, locale, headers, messageId, replyTo }) {
    try {
      const sent = await binding.send({
        from: mailbox(from),
        to,
        ...(replyTo === undefined ? {} : { replyTo }),
        subject,
        html,
        text,
        headers: { ...headers, 'Content-Language': locale, 'X-Stem-Message': messageId },
      })
      return { outcome: 'sent', reference: sent.messageId }
    } catch (thrown) {
      const code = (thrown as { code?: string }).code ?? ''
      if (REFUSED.has(code)) return { outcome: 'refused', why: code }
      return LATER.has(code) ? { outcome: 'later', why: code, down: true } : { outcome: 'unknown', why: code || 'no answer' }
    }
  },
  close: () => undefined,
})
