import { localPath } from '@stem/i18n/locales'
import { translator } from '@stem/i18n/translate'
import type { Claimed } from '@stem/mail/deliver'
import type { Letter } from '@stem/mail/letter'
import type { MailDesk } from '../mails/mail-desk.ts'
import { optInById, optInToken } from './confirm.ts'

/** Asks to confirm a wish to subscribe. Holds nothing that was typed. */
export async function writeConfirmMail(desk: MailDesk, { facts, locale }: Claimed, now: number): Promise<Letter | null> {
  const found = await optInById(desk.db, String(facts['optIn']))
  if (!found || found.usedAt !== null || found.expiresAt <= now) return null
  const t = translator(locale)
  const url = `${desk.origin}${localPath(locale, '/newsletter/confirm')}?id=${found.id}&token=${await optInToken(desk, found.id)}`
  return {
    subject: t('mail.newsletter-confirm.subject'),
    heading: t('mail.newsletter-confirm.subject'),
    parts: [
      { paragraph: t('mail.newsletter-confirm.text') },
      { button: { label: t('newsletter.confirm.button'), url } },
      { small: t('mail.newsletter-confirm.small') },
    ],
    reason: t('mail.newsletter-confirm.reason'),
  }
}
