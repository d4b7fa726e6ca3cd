import { COMPLAINTS_LOCAL, MOST_REPORT_BYTES, NEWSLETTER_MARKS, type ArrivedMail, type HeardOfMail } from '@stem/contracts/newsletter'
import { senderFrom } from '@stem/mail/choose'
import { readingOf } from '../cases/read-case.ts'
import type { Env } from '../env.ts'
import { keepEnclosed } from '../files/keep-enclosed.ts'
import { storeOf } from '../files/kept-file.ts'
import { MOST_BYTES, takeMail, type Inbox, type Taken } from './take-mail.ts'

/** What taking mails in needs, from the Worker's bindings. */
const inboxOf = (env: Env, now: number): Inbox => ({
  reading: readingOf(env),
  own: { domain: env.REPLY_DOMAIN.toLowerCase(), sender: senderFrom(env).address },
  keepFiles: keepEnclosed(storeOf(env), now),
})

/** Reads at most `most` bytes and one more; the size that a server tells may be wrong. */
async function readUpTo(stream: ReadableStream<Uint8Array>, most: number): Promise<Uint8Array<ArrayBuffer>> {
  const parts: Uint8Array[] = []
  let size = 0
  for await (const part of stream) {
    parts.push(part)
    size += part.byteLength
    if (size > most) break
  }
  const whole = new Uint8Array(Math.min(size, most + 1))
  let start = 0
  for (const part of parts) {
    whole.set(part.subarray(0, whole.length - start), start)
    start += part.byteLength
  }
  return whole
}

/** A mail as the platform hands it over, as far as it is used. Elsewhere `setReject` may be a call to another Worker. */
export type EmailMessage = Pick<ForwardableEmailMessage, 'from' | 'to' | 'raw'> & { setReject(reason: string): void | Promise<void> }

const localOf = (to: string, domain: string): string => {
  const [local = '', at = ''] = to.toLowerCase().split('@')
  return at === domain.toLowerCase() ? local : ''
}
const beginsWith = (local: string, mark: string): boolean => local.startsWith(`${mark}+`)

/** Whether a mail arrived at an address of the newsletter. */
const isForNewsletter = (local: string): boolean => local === COMPLAINTS_LOCAL || Object.values(NEWSLETTER_MARKS).some((mark) => beginsWith(local, mark))

/** What the newsletter makes of a mail. When it cannot be asked, an answer is taken for a person's: rather than lost, it is not counted. */
const handOn = (env: Env, local: string, mail: ArrivedMail): Promise<HeardOfMail> =>
  env.NEWSLETTER.takeMail(mail).catch((thrown: unknown) => {
    if (beginsWith(local, NEWSLETTER_MARKS.reply)) return 'person' as const
    throw thrown
  })

/**
 * Takes a mail from the platform's mail server; what is refused is told to the server that brought it, which tells its writer. What arrives at an
 * address of the newsletter goes there; when a person wrote it, somebody reads it here as well. Null: it was for the newsletter alone.
 */
export async function receiveEmail(env: Env, message: EmailMessage, now: number): Promise<Taken | null> {
  const { from, to } = message
  const raw = await readUpTo(message.raw, MOST_BYTES)
  const local = localOf(to, env.REPLY_DOMAIN)
  const answersIssue = isForNewsletter(local)
  if (answersIssue && (await handOn(env, local, { raw: raw.slice(0, MOST_REPORT_BYTES), from, to })) !== 'person') return null
  const taken = await takeMail(inboxOf(env, now), { raw, from, to, answersIssue }, now)
  if (taken.refusal !== undefined) await message.setReject(taken.refusal)
  return taken
}
