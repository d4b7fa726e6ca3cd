import type { FeedbackKind } from '../feedback.ts'

/** Addresses that stand for the mail the corpus is about, and one for the mail of somebody else. */
export type World = { domain: string; bounce: string; leave: string; reply: string; complaints: string; otherBounce: string; reader: string; other: string }

/** A mail, and what must be heard of the mail it stands for: kind and code; nothing when both are missing. `left`: the reader leaves. */
export type Specimen = {
  name: string
  mail: (world: World) => string
  to?: (world: World) => string
  from?: string
  heard?: [kind: FeedbackKind, code: string | null]
  left?: true
  /** A person wrote it. */
  person?: true
}

const written = (headers: Record<string, string>, body: string): string =>
  [...Object.entries(headers).map(([name, value]) => `${name}: ${value}`), '', ...body.split('\n')].join('\r\n')

let count = 0
/** A mail of a program, with other headers where they are given; an empty one leaves the header out. */
export function mail(headers: Record<string, string>, body = ''): string {
  const all: Record<string, string> = {
    From: 'Mail Delivery System <MAILER-DAEMON@mx.min.example>',
    To: 'news@stem.example',
    Subject: 'Undelivered Mail Returned to Sender',
    Date: 'Tue, 24 Nov 2026 12:02:00 +0000',
    'Message-ID': `<${++count}.report@mx.min.example>`,
    ...headers,
  }
  return written(Object.fromEntries(Object.entries(all).filter(([, value]) => value !== '')), body)
}

/** Parts of a multipart mail, each `headers, empty line, content`. */
export const parts = (boundary: string, ...contents: string[]): string =>
  [...contents.map((content) => `--${boundary}\n${content}`), `--${boundary}--`, ''].join('\n')

const MULTIPART = (type: string) => ({ 'MIME-Version': '1.0', 'Content-Type': `multipart/report; report-type=${type}; boundary="r1"` })

/** A report of delivery (RFC 3464) with these fields. */
export const report = (status: string, { headers = {}, original = 'Content-Type: text/rfc822-headers\n\nSubject: News' } = {}): string =>
  mail(
    { 'Auto-Submitted': 'auto-replied', ...MULTIPART('delivery-status'), ...headers },
    parts(
      'r1',
      'Content-Type: text/plain; charset=us-ascii\n\nYour message could not be delivered.',
      `Content-Type: message/delivery-status\n\n${status}`,
      original,
    ),
  )

/** A complaint (RFC 5965) with these fields about a mail with these headers. */
export const complaint = (fields: string, original: string, headers: Record<string, string> = {}): string =>
  mail(
    { From: 'fbl@isp.example', Subject: 'FW: News', ...MULTIPART('feedback-report'), ...headers },
    parts(
      'r1',
      'Content-Type: text/plain\n\nThis is an email abuse report.',
      `Content-Type: message/feedback-report\n\n${fields}`,
      `Content-Type: message/rfc822\n\n${original}`,
    ),
  )
