import type { Outcome } from '../outcome.ts'

/** What mails are written about: two open requests, of Anna and of Bo, each with its receipt. */
export type World = {
  domain: string
  /** Anna's reply address, Bo's, and both with the case of the other. */
  reply: string
  otherReply: string
  swapped: string
  /** Return address of Anna's receipt, and its Message-ID. */
  bounce: string
  receiptId: string
  otherReceiptId: string
  reference: string
}

/** A mail and what must become of it: outcome, then how many cases, messages and waiting mails there are more than before. */
export type Specimen = {
  name: string
  mail: (world: World) => string | Uint8Array<ArrayBuffer>
  from?: string
  to?: (world: World) => string
  outcome: Outcome
  more: [cases: number, messages: number, mails: number]
  /** What the message, or the first one of the new case, says; the beginning is enough. */
  says?: string
  /** Whom the new case is of. */
  of?: string
}

/** Addresses that appear in the corpus. */
export const ANNA = 'anna@min.example'
export const BO = 'bo@school.example'
export const DESK = 'support'

/** A mail from header lines and body, with the line ends of the standard. */
export const written = (headers: Record<string, string>, body = ''): string =>
  [...Object.entries(headers).map(([name, value]) => `${name}: ${value}`), '', ...body.split('\n')].join('\r\n')

let count = 0
/** A mail as Anna's program writes it, with other headers where they are given; an empty one leaves the header out. */
export function byAnna(world: World, headers: Record<string, string> = {}, body = 'We have two schools in mind.'): string {
  const all: Record<string, string> = {
    From: `Anna Kask <${ANNA}>`,
    To: world.reply,
    Subject: 'Re: We received your request',
    Date: 'Tue, 24 Nov 2026 12:01:00 +0000',
    'Message-ID': `<anna-${++count}@min.example>`,
    'Content-Type': 'text/plain; charset=utf-8',
    ...headers,
  }
  return written(Object.fromEntries(Object.entries(all).filter(([, value]) => value !== '')), body)
}

/** Parts of a multipart mail, each `headers, empty line, content`. */
export const parts = (boundary: string, ...contents: string[]): string =>
  [...contents.map((content) => `--${boundary}\n${content}`), `--${boundary}--`, ''].join('\n')

/** Bytes of a mail whose body is not in UTF-8: every letter of `text` below 256 becomes one byte. */
export const bytes = (text: string): Uint8Array<ArrayBuffer> => Uint8Array.from(text, (letter) => letter.charCodeAt(0) & 0xff)
