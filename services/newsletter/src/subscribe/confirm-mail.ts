import { localPath } from '@stem/i18n/locales'
import { translator } from '@stem/i18n/translate'
import type { Claimed } from '@stem/mail/deliver'
import type { Letter } from '@stem/mail/letter'
import type { MailDesk } from '../mails/mail-desk.ts'
import { optInById, optInToken } from './confirm.ts'

/** Asks to confirm a wish to subscribe. Holds nothing that was typed. */
export const writeConfirmMail = (desk: MailDesk, mail: Claimed, now: number) => write(desk, mail, now, 'mail.newsletter-confirm.text')

/** Asks once more, after two days. */
export const writeReminderMail = (desk: MailDesk, mail: Claimed, now: number) => write(desk, mail, now, 'mail.newsletter-reminder.text')

async function write(
  desk: MailDesk,
  { facts, locale }: Claimed,
  now: number,
  words: 'mail.newsletter-confirm.text' | 'mail.newsletter-reminder.text',
): Promise<Letter | null> {
  const found = await optInById(desk.db, String(facts['optIn']))
  if (!found || found.usedAt !== null || found.expiresAt <= now) return null
  const t = translator(locale)
  const url = `${desk.origin}${localPath(locale, '/newsletter/confirm')}?id=${found.id}&token=${await optInToken(desk, found.id)}`
  return {
    subject: t('mail.newsletter-confirm.subject'),
    heading: t('mail.newsletter-confirm.subject'),
    parts: [
      { paragraph: t(words) },
      { button: { label: t('newsletter.confirm.button'), url } },
      { small: t(words === 'mail.newsletter-confirm.text' ? 'mail.newsletter-confirm.small' : 'mail.newsletter-reminder.small') },
    ],
    reason: t('mail.newsletter-confirm.reason'),
  }
}
