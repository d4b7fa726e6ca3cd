import { fingerprint } from '@stem/jobs/ids'
import PostalMime, { addressParser, type Address, type Email, type Mailbox } from 'postal-mime'
import * as v from 'valibot'
import { mailAddress } from '../message.ts'
import { hideTokens } from './hide-tokens.ts'
import { textOfHtml } from './plain-text.ts'

/** A file that came with a mail. `type`: what the mail says it is. */
export type Enclosed = { name: string; type: string; bytes: Uint8Array<ArrayBuffer> }

/** A mail as it came, read. */
export type Mail = {
  /** Values of a header by lower-case name, in the order they came. */
  header: (name: string) => string[]
  headerNames: string[]
  /** Message-ID with its brackets; empty without one. */
  messageId: string
  /** Mails it answers, the nearest first: In-Reply-To, then References from the last to the first. */
  answers: string[]
  /** Null when there is none, more than one, or none that can be written to. */
  sender: { name: string; address: string } | null
  /** Addresses of To and Cc. */
  recipients: string[]
  subject: string
  text: string
  /** Whether the text was longer than what is kept of it. */
  cut: boolean
  enclosed: Enclosed[]
  /** Parts of a report about the delivery of another mail (RFC 3464). */
  statuses: string[]
  /** Parts of a complaint about another mail (RFC 5965). */
  complaints: string[]
  /** What a report or complaint encloses of the mail it is about: its headers. */
  originals: string[]
  /** The same mail again has the same one, by whatever way it comes. */
  identity: string
}

const MOST_TEXT = 100_000
const MOST_HTML = 1_000_000
const MOST_ANSWERED = 40
const MOST_NAME = 80
const MOST_FROM = 2000
const MOST_SUBJECT = 200

const plain = (text: string): string =>
  text
    .normalize('NFC')
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll(/[^\P{Cc}\n\t]/gu, '')
    .split('\n')
    .map((one) => one.trimEnd())
    .join('\n')
    .replaceAll(/\n{4,}/g, '\n\n\n')
    .trim()

const line = (text: string, most: number): string =>
  text
    .normalize('NFC')
    .replaceAll(/[\p{C}\s]+/gu, ' ')
    .trim()
    .slice(0, most)
    .toWellFormed()

// A name that looks like an address could be taken for the sender's.
const nameOf = ({ name, address }: Mailbox): string => {
  const clean = line(name, MOST_NAME)
  return clean === '' || /[@<>]/.test(clean) ? line(address.split('@')[0] ?? '', MOST_NAME) : clean
}

const flat = (addresses: readonly Address[] = []): Mailbox[] => addresses.flatMap((address) => address.group ?? [address])

function senderOf(froms: string[]): Mail['sender'] {
  // Two From lines, or two addresses in one: which of them a person sees depends on the program.
  const [value = '', ...others] = froms
  const [first, ...more] = addressParser(value.slice(0, MOST_FROM), { flatten: true }).filter((one): one is Mailbox => one.address?.includes('@') === true)
  if (!first || more.length > 0 || others.length > 0) return null
  const address = v.safeParse(mailAddress, first.address)
  return address.success ? { name: nameOf(first), address: address.output } : null
}

const SIGNATURES = new Set([
  'application/pgp-signature',
  'application/pkcs7-signature',
  'application/x-pkcs7-signature',
  'text/rfc822-headers',
  'message/feedback-report',
])

const bytesOf = (content: ArrayBuffer | Uint8Array | string): Uint8Array<ArrayBuffer> =>
  content instanceof ArrayBuffer ? new Uint8Array(content) : Uint8Array.from(typeof content === 'string' ? new TextEncoder().encode(content) : content)

function enclosedOf({ attachments }: Email): Enclosed[] {
  return attachments
    .filter(({ mimeType, related }) => related !== true && !SIGNATURES.has(mimeType) && !mimeType.startsWith('message/delivery'))
    .map(({ filename, mimeType, content }, index) => ({
      name: line(filename ?? '', MOST_SUBJECT).replaceAll(/[/\\:]/g, '_') || `${index + 1}.${mimeType === 'message/rfc822' ? 'eml' : 'bin'}`,
      type: mimeType,
      bytes: bytesOf(content),
    }))
}

const idsIn = (text: string): string[] => text.slice(0, 20_000).match(/<[!-;=?A-~]{1,200}@[!-;=?A-~]{1,200}>/g) ?? []

function textOf({ text = '', html = '' }: Email): { text: string; cut: boolean } {
  const written = plain(text.slice(0, MOST_HTML))
  const whole = hideTokens(written === '' ? plain(textOfHtml(html.slice(0, MOST_HTML))) : written)
  return { text: whole.slice(0, MOST_TEXT).toWellFormed(), cut: whole.length > MOST_TEXT }
}

const LIMITS = { maxNestingDepth: 40, maxRfc822NestingDepth: 4, maxHeadersSize: 512 * 1024 }
const STATUS = 'message/delivery-status'
const COMPLAINT = 'message/feedback-report'
const ORIGINALS = ['message/rfc822', 'text/rfc822-headers']
const MOST_ORIGINAL = 50_000

type Reported = Pick<Mail, 'statuses' | 'complaints' | 'originals'>

/** The parts of a report; not those of a report that was only attached as a mail. */
async function reportedIn(raw: Uint8Array<ArrayBuffer>, email: Email): Promise<Reported> {
  if (!email.attachments.some(({ mimeType }) => mimeType === STATUS || mimeType === COMPLAINT)) return { statuses: [], complaints: [], originals: [] }
  const { attachments } = await PostalMime.parse(raw, { ...LIMITS, forceRfc822Attachments: true })
  const textsOf = (types: readonly string[]) =>
    attachments.filter(({ mimeType }) => types.includes(mimeType)).map(({ content }) => new TextDecoder().decode(bytesOf(content).subarray(0, MOST_ORIGINAL)))
  const headersOf = (text: string): string => text.split(/\r?\n\r?\n/)[0] ?? ''
  return { statuses: textsOf([STATUS]), complaints: textsOf([COMPLAINT]), originals: textsOf(ORIGINALS).map(headersOf) }
}

/** Reads a mail (RFC 5322, MIME). Throws when it is nested or headed beyond measure, and for nothing else. */
export async function readMail(raw: Uint8Array<ArrayBuffer>): Promise<Mail> {
  const email = await PostalMime.parse(raw, LIMITS)
  const header = (name: string) => email.headers.flatMap(({ key, value }) => (key === name ? [value] : []))
  const [messageId = ''] = idsIn(email.messageId ?? '')
  const enclosed = enclosedOf(email)
  const subject = line(email.subject ?? '', MOST_SUBJECT)
  const { text, cut } = textOf(email)
  // Received lines differ each time a mail is delivered; what it is does not.
  const what = [messageId, header('date'), header('from'), header('subject'), text, ...enclosed.map(({ name, bytes }) => `${name} ${bytes.length}`)]
  const known = messageId !== '' || header('date').length > 0
  return {
    header,
    headerNames: email.headers.map(({ key }) => key),
    messageId,
    answers: [...idsIn(email.inReplyTo ?? ''), ...idsIn(email.references ?? '').toReversed()].slice(0, MOST_ANSWERED),
    sender: senderOf(header('from')),
    recipients: flat([...(email.to ?? []), ...(email.cc ?? [])]).map(({ address }) => address),
    subject,
    text,
    cut,
    enclosed,
    ...(await reportedIn(raw, email)),
    identity: await fingerprint(known ? JSON.stringify(what) : new TextDecoder('latin1').decode(raw)),
  }
}
