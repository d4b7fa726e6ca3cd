import { localPath } from '@stem/i18n/locales'
import type { Claimed } from '@stem/mail/deliver'
import type { Letter } from '@stem/mail/letter'
import { speechOf } from '@stem/ui/speech'
import type { Reading } from '../cases/read-case.ts'
import { threadingOf } from '../inbound/threading.ts'
import { byParticipantLink, mayAnswer, participantToken } from './participant.ts'

const KINDS = ['participant-invited', 'participant-reply'] as const

/** Writes a mail to somebody who takes part in a case: reference and own link, never what somebody wrote. Null once they take part no more. */
export async function participantLetter(
  { origin, replyDomain, ...reading }: Reading & { origin: string; replyDomain: string },
  { id: mailId, kind, facts, locale, createdAt }: Claimed,
): Promise<Letter | null> {
  const which = KINDS.find((one) => one === kind)
  if (!which) throw new Error(`no letter to a participant is called ${kind}`)
  const id = String(facts['participant'])
  const token = await participantToken(reading.keys, id)
  const link = await byParticipantLink(reading, { id, token }, createdAt)
  if (!link) return null
  const { t } = speechOf(locale)
  const { id: caseId, reference, kind: asked } = link.found
  const answers = mayAnswer(link.participant)
  const subject = t(`mail.${which}.subject`, { reference })
  return {
    subject,
    heading: subject,
    parts: [
      { paragraph: t(answers ? `mail.${which}.text` : `mail.${which}.observer`) },
      { facts: [[t('request.reference'), reference] as const, [t('request.asked-for'), t(`request.kind.${asked}`)] as const] },
      { button: { label: t('participant.open'), url: `${origin}${localPath(locale, '/support/participant')}?participant=${id}&token=${token}` } },
      ...(answers ? [{ small: t('inbound.answer-by-mail') }] : []),
      { small: t('mail.request.link') },
    ],
    reason: t('mail.participant.reason'),
    ...(answers ? { thread: await threadingOf(reading, replyDomain, { mailId, caseId, taker: id }) } : {}),
  }
}
