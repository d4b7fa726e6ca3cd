import { translator } from '@stem/i18n/translate'
import type { Claimed } from '@stem/mail/deliver'
import type { Letter } from '@stem/mail/letter'
import type { MailDesk } from '../mails/mail-desk.ts'
import { linkAddress, linkQuery } from '../readers/links.ts'
import { readerById } from '../readers/reader.ts'

/** A new link to the preferences, for a reader who asked for one. */
export async function writeLinkMail(desk: MailDesk, { facts, locale }: Claimed): Promise<Letter | null> {
  const reader = await readerById(desk.db, String(facts['reader']))
  if (!reader || reader.state === 'erased' || reader.state === 'withdrawn') return null
  const t = translator(locale)
  return {
    subject: t('mail.newsletter-link.subject'),
    heading: t('mail.newsletter-link.subject'),
    parts: [
      { paragraph: t('mail.newsletter-link.text') },
      {
        button: {
          label: t('newsletter.preferences'),
          url: linkAddress(desk.origin, locale, '/newsletter/preferences', await linkQuery(desk, 'preferences', reader)),
        },
      },
    ],
    reason: t('mail.newsletter-confirm.reason'),
  }
}
