import { localPath } from '@stem/i18n/locales'
import type { Claimed } from '@stem/mail/deliver'
import type { Letter } from '@stem/mail/letter'
import { speechOf } from '@stem/ui/speech'
import { requesterKeyOf } from '../cases/receive.ts'
import type { Desk } from '../mails/write-letter.ts'
import { draftRow, draftToken } from './open-draft.ts'

/** The mail with the link to a draft: no word that was typed. None when the draft was sent meanwhile, or belongs to another address now. */
export async function draftLetter({ db, keys, origin }: Desk, { facts, locale, address, createdAt }: Claimed): Promise<Letter | null> {
  const draft = await draftRow(db, String(facts['draft']), createdAt)
  if (!draft || draft.addressKey !== (await requesterKeyOf(keys, address))) return null
  const { t, f } = speechOf(locale)
  const url = `${origin}${localPath(locale, '/support/draft')}?draft=${draft.id}&token=${await draftToken(keys, draft)}`
  return {
    subject: t('mail.draft.subject'),
    heading: t('mail.draft.subject'),
    parts: [
      { paragraph: t('mail.draft.text', { date: f.day(draft.expiresAt) }) },
      { button: { label: t('mail.draft.open'), url } },
      { small: t('mail.draft.link') },
    ],
    reason: t('mail.draft.reason'),
  }
}
