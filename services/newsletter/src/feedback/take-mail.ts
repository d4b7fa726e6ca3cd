import { COMPLAINTS_LOCAL, MOST_REPORT_BYTES, type ArrivedMail, type HeardOfMail } from '@stem/contracts/newsletter'
import { deriveToken } from '@stem/jobs/tokens'
import { natureOf, type Nature } from '@stem/mail/incoming/automatic'
import { readMail, type Mail } from '@stem/mail/incoming/read-mail'
import { failureIn, isComplaint } from '@stem/mail/incoming/report'
import { readReplyLocal, type Stood } from '../delivery/reply-address.ts'
import { readerOfMailbox } from '../readers/mailbox.ts'
import type { Desk } from '../readers/reader.ts'
import { leave } from '../unsubscribe/leave.ts'
import { hear, type Said } from './hear.ts'
import { sentMail } from './sent-mail.ts'

/** What taking mails in needs. `replyDomain`: where they arrive; `sender`: address that issues come from. */
export type FeedbackDesk = Desk & { replyDomain: string; sender: string }

/** Tells a complaint from everything else by what stands in it: our own signed address, wherever it is. */
async function complainedOf({ tokenKey }: FeedbackDesk, to: string, { complaints, originals }: Mail): Promise<Stood | null> {
  for (const text of [to, ...complaints, ...originals]) {
    const stood = (await readReplyLocal(tokenKey, text)) ?? (await readReplyLocal(tokenKey, text.replaceAll(/\r?\n[ \t]+/g, '')))
    if (stood) return stood
  }
  return null
}

async function leaveByMail(desk: FeedbackDesk, { readerId, campaignId }: Stood, now: number): Promise<HeardOfMail> {
  const reader = await readerOfMailbox(desk.db, campaignId, readerId)
  if (!reader) return 'nothing'
  await leave(desk, reader, { way: 'mail', campaign: campaignId }, now)
  return 'heard'
}

const hearOf = async (desk: FeedbackDesk, stood: Stood | null, said: Said, now: number): Promise<HeardOfMail> => {
  const mail = stood && (await sentMail(desk.db, stood))
  if (!mail) return 'nothing'
  await hear(desk, mail, said, now)
  return 'heard'
}

/** What a mail is about, and what it says of it; null for nothing. */
async function saidIn(desk: FeedbackDesk, { to, stood, mail, nature }: { to: string; stood: Stood | null; mail: Mail; nature: Nature }, now: number) {
  const said = (kind: Said['kind'], code: string | null, eventKey: string): Said => ({ kind, code, eventKey, source: 'mail', at: now })
  const eventKey = `mail:${await deriveToken(desk.tokenKey, 'newsletter report', mail.identity)}`
  if (isComplaint(mail.complaints)) return { about: await complainedOf(desk, to, mail), said: said('complaint', null, eventKey) }
  if (stood?.purpose === 'bounce') {
    const failure = failureIn(mail.statuses)
    return failure && { about: stood, said: said(failure.kind, failure.code, eventKey) }
  }
  // One answer of a reader to an issue, however many they write.
  if (stood?.purpose === 'reply' && nature === 'person') return { about: stood, said: said('reply', null, `reply:${stood.campaignId}:${stood.readerId}`) }
  return null
}

/**
 * Takes a mail that arrived at an address which stands for one mail of a campaign. Only our own signature says which mail it is about, never an
 * address in it. At the address to leave, any mail makes the reader leave. At that for reports, a report of lasting failure (RFC 3464) or a
 * complaint (RFC 5965) counts; delays, automatic answers and reports in mere words are nothing. At that for answers, a person's is counted.
 */
export async function takeMail(desk: FeedbackDesk, { raw, from, to }: ArrivedMail, now: number): Promise<HeardOfMail> {
  const own = `@${desk.replyDomain.toLowerCase()}`
  const local = to.toLowerCase().endsWith(own) ? to.toLowerCase().slice(0, -own.length) : ''
  const stood = await readReplyLocal(desk.tokenKey, local)
  if (stood?.purpose === 'leave') return leaveByMail(desk, stood, now)
  const mail = await readMail(raw.slice(0, MOST_REPORT_BYTES)).catch(() => null)
  if (!mail) return 'nothing'
  const nature = natureOf(mail, from, { domain: desk.replyDomain.toLowerCase(), sender: desk.sender }, false)
  const found = stood !== null || local === COMPLAINTS_LOCAL ? await saidIn(desk, { to, stood, mail, nature }, now) : null
  const heard = found === null ? 'nothing' : await hearOf(desk, found.about, found.said, now)
  // An answer is counted, and read by people all the same; so is whatever a person sent to an address that was not meant for it.
  return nature === 'person' ? 'person' : heard
}
