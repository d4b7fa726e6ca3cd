import * as v from 'valibot'

/** A mail ready to be handed over: one recipient, both shapes of the text, and an id that stays when it is tried again. */
export type Message = {
  /** Id of the row it comes from; the transport's idempotency key where it knows one. */
  id: string
  to: string
  from: { name: string; address: string }
  subject: string
  html: string
  text: string
  /** BCP 47 language of the text. */
  locale: string
  /** `<id@domain>`: the same each time the mail is tried, so that a receiver can tell a repetition (RFC 5322, 3.6.4). */
  messageId: string
  /** More headers, e.g. `List-Unsubscribe`. */
  headers: Record<string, string>
  /** Where an answer goes, when not to the sender. */
  replyTo?: string
  /** Where a report of failure goes (RFC 5321, 3.3), when not to the sender. Only SMTP can be told; others have their own. */
  envelopeFrom?: string
}

/** How a mail belongs to a conversation. Ids are Message-IDs with their angle brackets. */
export type Threading = {
  messageId: string
  replyTo: string
  envelopeFrom: string
  /** The mail it answers, and those before it, the oldest first (RFC 5322, 3.6.4). */
  inReplyTo: string | null
  references: readonly string[]
  /** Whether it answers a mail by itself (RFC 3834, 3.1.7); a notice of something else does not. */
  automaticAnswer: boolean
  /** A mark by which our own mails are known when they come back. */
  loop: string
}

const MOST_ADDRESS = 254
const MOST_SUBJECT = 200
// Stricter than RFC 5321: no quoted local part, no address literal, no comment, so an address can never mean another one.
const ADDRESS = /^[^\s@"<>()[\],;:\\`\p{C}]{1,64}@(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?\.)+[\p{L}\p{N}-]{2,63}$/u

/** A mail address as people write it: trimmed, NFC, domain in lower case and ASCII (UTS 46). Refuses hostile syntax. */
export const mailAddress = v.pipe(
  v.string('forms.address'),
  v.trim(),
  v.normalize('NFC'),
  v.maxLength(MOST_ADDRESS, 'forms.address'),
  v.regex(ADDRESS, 'forms.address'),
  v.rawTransform(({ dataset, addIssue, NEVER }) => {
    const [local = '', domain = ''] = dataset.value.split('@')
    if (local.startsWith('.') || local.endsWith('.') || local.includes('..') || !URL.canParse(`https://${domain}`)) {
      addIssue({ message: 'forms.address' })
      return NEVER
    }
    return `${local}@${new URL(`https://${domain}`).hostname}`
  }),
)

/** The key by which two spellings of an address are one: NFKC and case folding of the whole; dots and `+tag` stay. */
export const addressKey = (address: string): string => address.normalize('NFKC').toLowerCase()

// Joiners hold the parts of one letter or emoji together; no other control character is kept.
const NOT_IN_HEADERS = /(?:(?![\u200C\u200D])[\p{C}\s])+/gu

/** Text that fits into one header line: no line break, no other control character, not too long, no letter cut in two. */
export const headerText = (text: string): string => [...text.replace(NOT_IN_HEADERS, ' ').trim()].slice(0, MOST_SUBJECT).join('')

/** Headers of every mail a program sends by itself (RFC 3834): no out-of-office answers, please. */
export const AUTOMATIC: Record<string, string> = { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' }

/** What a mail of a conversation has beside its text. */
export const threaded = ({ messageId, replyTo, envelopeFrom, inReplyTo, references, automaticAnswer, loop }: Threading) => ({
  messageId,
  replyTo,
  envelopeFrom,
  headers: {
    ...AUTOMATIC,
    'Auto-Submitted': automaticAnswer ? 'auto-replied' : 'auto-generated',
    'X-Loop': loop,
    ...(inReplyTo === null ? {} : { 'In-Reply-To': inReplyTo }),
    ...(references.length === 0 ? {} : { References: references.join(' ') }),
  },
})
