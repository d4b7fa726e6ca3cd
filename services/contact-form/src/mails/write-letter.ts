import { localPath, type ShippedLocale } from '@stem/i18n/locales'
import type { Claimed } from '@stem/mail/deliver'
import type { Letter } from '@stem/mail/letter'
import { speechOf } from '@stem/ui/speech'
import type { Case } from '../cases/case.ts'
import { caseById, caseToken, type Reading } from '../cases/read-case.ts'
import { participantLetter } from '../participants/participant-letter.ts'
import { digestLetter } from '../digest/digest-mail.ts'
import { reminderLetter } from '../promises/reminder-mail.ts'
import { draftLetter } from '../drafts/draft-letter.ts'
import { linkLetter } from '../tracking/link-letter.ts'
import { threadingOf } from '../inbound/threading.ts'

/** What letters are written from. */
export type Desk = Reading & { origin: string; replyDomain: string }

/** The address of a case for its requester. */
export const linkTo = async ({ origin, keys }: Desk, found: Pick<Case, 'id' | 'linkEpoch'>, locale: ShippedLocale): Promise<string> =>
  `${origin}${localPath(locale, '/support/case')}?case=${found.id}&token=${await caseToken(keys, found)}`

const KINDS = ['receipt', 'reply', 'split'] as const

/** Letters that a slice of their own writes, by kind of mail. */
const LETTERS: Record<string, (desk: Desk, mail: Claimed) => Promise<Letter | null>> = {
  draft: draftLetter,
  link: linkLetter,
  reminder: reminderLetter,
  digest: digestLetter,
  'participant-invited': participantLetter,
  'participant-reply': participantLetter,
}

/** Writes a mail of this service; null when it is no longer wanted. No letter holds what somebody wrote. */
export function writeLetter(desk: Desk, mail: Claimed): Promise<Letter | null> {
  return (LETTERS[mail.kind] ?? requesterLetter)(desk, mail)
}

/**
 * Writes a mail to a requester: that the request arrived, that there is an answer, or that a part of it goes on elsewhere. It holds the reference and a link, never what
 * somebody wrote; notes of staff are in a table that nothing here reads.
 */
async function requesterLetter(desk: Desk, { id, kind, facts, locale }: Claimed): Promise<Letter | null> {
  const which = KINDS.find((one) => one === kind)
  if (!which) throw new Error(`no letter is called ${kind}`)
  const found = await caseById(desk, String(facts['case']))
  if (!found || found.state === 'spam') return null
  const { t } = speechOf(locale)
  const { reference } = found
  return {
    subject: t(`mail.request-${which}.subject`, { reference }),
    heading: t(`mail.request-${which}.subject`, { reference }),
    parts: [
      { paragraph: t(`mail.request-${which}.text`, { of: String(facts['of'] ?? '') }) },
      { facts: [[t('request.reference'), reference] as const, [t('request.asked-for'), t(`request.kind.${found.kind}`)] as const] },
      { button: { label: t('request.follow'), url: await linkTo(desk, found, locale) } },
      { small: t('inbound.answer-by-mail') },
      { small: t('mail.request.link') },
    ],
    reason: t('mail.request.reason'),
    thread: await threadingOf(
      desk,
      desk.replyDomain,
      { mailId: id, caseId: found.id, taker: String(facts['participant'] ?? 'requester') },
      typeof facts['answers'] === 'string' ? facts['answers'] : null,
    ),
  }
}
