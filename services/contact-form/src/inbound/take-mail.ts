import { DEFAULT_LOCALE, isShipped, type ShippedLocale } from '@stem/i18n/locales'
import { newId } from '@stem/jobs/ids'
import { deriveToken } from '@stem/jobs/tokens'
import { takeTurn, type Limit } from '@stem/jobs/turns'
import { addressKey } from '@stem/mail/message'
import { OPEN, type Case } from '../cases/case.ts'
import { caseById, type Reading } from '../cases/read-case.ts'
import { receive } from '../cases/receive.ts'
import { BY_CASE, requesterSays } from '../cases/say.ts'
import { isDisowned, mayBeAnswered, natureOf, type Own } from '@stem/mail/incoming/automatic'
import { bodyOf, type KeepFiles, type Kept } from './body-of.ts'
import { referredCase, threadOf, type Thread } from './find-thread.ts'
import { mayNotBeWritten } from './lately-bounced.ts'
import type { Outcome } from './outcome.ts'
import { partQuoted } from './quoted.ts'
import { isTwin, keepReceipt, receiptOf, receiptRow, saidBefore, type Receipt } from './receipt.ts'
import { readMail, type Mail } from '@stem/mail/incoming/read-mail'
import { readMessageId, type Taker } from './signed-address.ts'
import type { SpamReason } from '../spam/reasons.ts'
import { suspectText } from '../spam/rules.ts'
import { takeReport } from './take-report.ts'

/** What taking mails in needs. `keepFiles`: where enclosed files go; without it they are named in the message and not kept. */
export type Inbox = { reading: Reading; own: Own; keepFiles?: KeepFiles }

/** A mail as a mail server hands it over: its bytes, and the addresses of its envelope (RFC 5321). `answersIssue`: it arrived at an address of the newsletter. */
export type Incoming = { raw: Uint8Array<ArrayBuffer>; from: string; to: string; answersIssue?: boolean }

/** What became of it; `again`: it had come before, and nothing was done. `refusal`: what to tell the server that brought it. */
export type Taken = { outcome: Outcome; caseId: string | null; again: boolean; refusal?: string }

/** Largest mail that is read, in bytes; ten files of a megabyte fit in. */
export const MOST_BYTES = 14 * 1024 * 1024

const MOST_JUDGED = 10_000
const HOUR = 60 * 60_000
const BY_SENDER: Limit = { name: 'mail-sender', most: 40, window: HOUR }
const OPENED_BY_SENDER: Limit = { name: 'mail-opens', most: 6, window: HOUR }

const refused = (refusal: string): Taken => ({ outcome: 'refused', caseId: null, again: false, refusal })

/** A mail on its way through: what is known of it so far. */
type Passing = { inbox: Inbox; mail: Mail; from: string; to: string; answersIssue: boolean; receipt: Receipt; thread: Thread | null }

type Sender = NonNullable<Mail['sender']>

async function join({ inbox, mail, receipt }: Passing, sender: Sender, found: Case, as: Taker, now: number): Promise<Outcome | null> {
  const { reading, keepFiles } = inbox
  const kept = await keepFiles?.(mail.enclosed, {
    caseId: found.id,
    side: as === 'requester' ? 'requester' : 'participant',
    source: addressKey(sender.address),
  })
  const before = await saidBefore(reading.db, receipt.bodyKey, now)
  const done = await requesterSays(
    reading,
    found,
    {
      body: bodyOf(mail, found.locale, kept),
      ...(as === 'requester' ? { side: 'requester', author: found.personId } : { side: 'participant', author: as }),
      via: 'mail',
      receiptId: receipt.id,
      repeats: before?.caseId === found.id ? before.id : null,
      rest: (messageId) => [receiptRow(reading.db, { ...receipt, caseId: found.id, outcome: 'joined' }), ...(kept?.rows(found.id, messageId) ?? [])],
    },
    now,
  )
  if (done.ok) return 'joined'
  if (done.code === 'stale') throw new Error('a mail could not be kept')
  return null
}

/** The language of a mail: as it says, or that of the case it may belong to. */
function localeOf(mail: Mail, possible: Case | null): ShippedLocale {
  const said = (mail.header('content-language')[0] ?? '').split(/[,-]/)[0]?.trim().toLowerCase() ?? ''
  if (isShipped(said)) return said
  return possible && isShipped(possible.locale) ? possible.locale : DEFAULT_LOCALE
}

/** Whether a mail looks like advertising, by what its writer says and not by what it quotes. */
const suspicionOf = ({ subject, text }: Mail, { name }: Sender): SpamReason | null =>
  suspectText({ name, organisation: null, text: `${subject}\n${partQuoted(text).own.slice(0, MOST_JUDGED)}` })

async function open({ inbox, mail, to, answersIssue, receipt, thread }: Passing, sender: Sender, now: number): Promise<{ outcome: Outcome; caseId: string }> {
  const { reading, own, keepFiles } = inbox
  const { db, keys } = reading
  const before = await saidBefore(db, receipt.bodyKey, now)
  const possiblyOf = thread?.found.id ?? before?.caseId ?? (await referredCase(reading, mail))
  const possible = possiblyOf === null ? null : await caseById(reading, possiblyOf)
  const locale = localeOf(mail, possible)
  const often = !(await takeTurn({ db, key: keys.token }, OPENED_BY_SENDER, addressKey(sender.address), now))
  const toSpam = thread !== null && thread.as !== null && thread.found.state === 'spam'
  const kept: Kept | undefined = await keepFiles?.(mail.enclosed, { caseId: null, side: 'requester', source: addressKey(sender.address) })
  const outcome: Outcome = possiblyOf === null ? 'opened' : 'possible'
  const taken = await receive(
    reading,
    {
      formKey: `mail.${receipt.mailKey}`,
      kind: 'question',
      country: null,
      requester: { ...sender, organisation: null, job: null },
      body: bodyOf(mail, locale, kept),
      locale,
      personId: null,
      network: null,
      source: 'mail',
      subject: mail.subject === '' ? null : mail.subject,
      spamReason: often ? 'too-many' : toSpam ? 'follows-spam' : thread === null ? suspicionOf(mail, sender) : null,
      possiblyOf,
      receiptId: receipt.id,
      repeats: before?.id ?? null,
      // A mail that answers one of ours is never answered by itself: an answering machine that hides is silent after its first answer.
      acknowledge: thread === null && !answersIssue && mayBeAnswered(mail, to, own) && !(await mayNotBeWritten(reading, sender.address, now)),
      answers: mail.messageId === '' ? null : mail.messageId,
      rest: (caseId, messageId) => [receiptRow(db, { ...receipt, caseId, outcome }), ...(kept?.rows(caseId, messageId) ?? [])],
    },
    now,
  )
  if (!taken.ok) throw new Error('a mail has no network to be limited by')
  return { outcome, caseId: taken.value.id }
}

async function pass(passing: Passing, now: number): Promise<Taken> {
  const { inbox, mail, from, to, receipt, thread } = passing
  const { reading, own } = inbox
  const turns = { db: reading.db, key: reading.keys.token }
  const nature = natureOf(mail, from, own, (await readMessageId(reading.keys, own.domain, mail.messageId)) !== null)
  if (nature !== 'person') {
    const told = nature === 'report' && (await takeReport(reading, { statuses: mail.statuses, to, domain: own.domain, receipt }, now))
    if (told) return { outcome: 'bounced', caseId: (await receiptOf(reading.db, receipt.mailKey))?.caseId ?? null, again: false }
    await keepReceipt(reading.db, { ...receipt, caseId: thread?.found.id ?? null, outcome: nature })
    return { outcome: nature, caseId: thread?.found.id ?? null, again: false }
  }
  const { sender } = mail
  if (sender === null) return refused('The From line of this mail does not name one sender that can be answered.')
  // A mail beyond the limits leaves no receipt: when it is sent again later, it is taken.
  if (!(await takeTurn(turns, BY_SENDER, addressKey(sender.address), now))) return refused('Too many mails within an hour. Please send it again later.')
  if (thread !== null && thread.as !== null && OPEN.includes(thread.found.state)) {
    if (!(await takeTurn(turns, BY_CASE, thread.found.id, now))) return refused('Too many mails on this request within an hour. Please send it again later.')
    const outcome = await join(passing, sender, thread.found, thread.as, now)
    if (outcome) return { outcome, caseId: thread.found.id, again: false }
  }
  return { ...(await open(passing, sender, now)), again: false }
}

/**
 * Takes a mail in. It joins a case only when a signature of ours is right and the sender takes part in that case; it opens a new one
 * otherwise, marked as possibly belonging to another where a signature, the same words or a reference suggest it, or where the
 * case is over. What no person wrote is noted and goes no further; nothing here answers a mail that answers one of ours. The same
 * mail again has no effect. Never throws for anything a mail can hold; what the database refuses is thrown, and the mail may be brought again.
 */
export async function takeMail(inbox: Inbox, { raw, from, to, answersIssue = false }: Incoming, now: number): Promise<Taken> {
  const { reading, own } = inbox
  const { db, keys } = reading
  if (raw.byteLength > MOST_BYTES) return refused('This mail is larger than we can take. Please send fewer or smaller files.')
  const mail = await readMail(raw).catch(() => null)
  if (mail === null) return refused('This mail cannot be read.')
  const address = mail.sender !== null && !isDisowned(mail) ? mail.sender.address : null
  const thread = await threadOf(reading, mail, { to, address, own })
  const mailKey = await deriveToken(keys.token, 'mail', `${thread?.named ?? ''} ${mail.identity}`)
  const bodyKey = await deriveToken(keys.token, 'mail words', `${addressKey(mail.sender?.address ?? '')}\n${mail.text}`)
  const before = await receiptOf(db, mailKey)
  if (before) return { ...before, again: true }
  const receipt: Receipt = { id: newId('rcp', now), mailKey, bodyKey, caseId: null, outcome: 'refused', at: now }
  try {
    return await pass({ inbox, mail, from, to, answersIssue, receipt, thread }, now)
  } catch (thrown) {
    const twin = isTwin(thrown) ? await receiptOf(db, mailKey) : null
    if (twin === null) throw thrown
    return { ...twin, again: true }
  }
}
