import { randomUUID } from 'node:crypto'
import type { Arrived } from './messages.ts'

/** A mail as a mail server hands it over: its bytes, and the addresses of its envelope. */
export type Incoming = { raw: Uint8Array; from: string; to: string }

const LINE = 76
const WORD = 36

const base64 = (text: string): string => Buffer.from(text, 'utf8').toString('base64')
const folded = (text: string): string => text.match(new RegExp(`.{1,${LINE}}`, 'g'))?.join('\r\n') ?? ''

/** A header of any text in encoded words of at most 75 characters (RFC 2047, 2). */
const encoded = (text: string): string => {
  const words: string[] = []
  let word = ''
  for (const letter of text.replaceAll(/[\r\n]+/g, ' ')) {
    if (Buffer.byteLength(word + letter) > WORD) {
      words.push(word)
      word = ''
    }
    word += letter
  }
  return [...words, word].map((one) => `=?utf-8?B?${base64(one)}?=`).join('\r\n ')
}

const headerOf = ({ headers }: Arrived, name: string): string => headers.find(([key]) => key === name)?.[1] ?? ''

/** Where an answer to a mail goes, or null when nobody reads one. */
export function replyTo(mail: Arrived): string | null {
  const value = headerOf(mail, 'reply-to')
  return (/<([^<>\s]+@[^<>\s]+)>/.exec(value) ?? /^([^<>\s]+@[^<>\s]+)$/.exec(value))?.[1] ?? null
}

/** An answer to a mail as a mail program writes it: in its conversation, with the mail quoted below. */
export function writeReply(mail: Arrived, words: string, now: Date): Incoming {
  const [from = ''] = mail.to
  const to = replyTo(mail) ?? mail.from
  const messageId = headerOf(mail, 'message-id')
  const quoted = mail.text
    .trimEnd()
    .split('\n')
    .map((line) => `> ${line}`)
    .join('\n')
  const headers = [
    `From: <${from}>`,
    `To: <${to}>`,
    `Subject: ${encoded(/^re:/i.test(mail.subject) ? mail.subject : `Re: ${mail.subject}`)}`,
    `Date: ${now.toUTCString().replace('GMT', '+0000')}`,
    `Message-ID: <${randomUUID()}@mailbox.example>`,
    ...(messageId === ''
      ? []
      : [`In-Reply-To: ${messageId}`, `References: ${headerOf(mail, 'references')} ${messageId}`.replaceAll(/\s+/g, '\r\n ').replace('\r\n ', ' ')]),
    'MIME-Version: 1.0',
    'Content-Type: text/plain; charset=utf-8',
    'Content-Transfer-Encoding: base64',
  ]
  const text = `${words.trimEnd()}\n\nOn ${mail.at.slice(0, 10)} at ${mail.at.slice(11, 16)}, EU STEM Coalition wrote:\n${quoted}\n`
  return { raw: Buffer.from(`${headers.join('\r\n')}\r\n\r\n${folded(base64(text))}\r\n`), from, to }
}
