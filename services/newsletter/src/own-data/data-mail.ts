import { translator } from '@stem/i18n/translate'
import type { Claimed } from '@stem/mail/deliver'
import type { Letter } from '@stem/mail/letter'
import type { MailDesk } from '../mails/mail-desk.ts'
import { linkAddress, linkQuery, SHORT_LIFE } from '../readers/links.ts'
import { readerById } from '../readers/reader.ts'

/** The way to one's own data: a link of its own, for an hour, to the address itself. A forwarded issue cannot have it. */
export async function writeDataMail(desk: MailDesk, { facts, locale, createdAt }: Claimed): Promise<Letter | null> {
  const reader = await readerById(desk.db, String(facts['reader']))
  if (!reader || reader.state === 'erased') return null
  const t = translator(locale)
  const url = linkAddress(desk.origin, locale, '/newsletter/data', await linkQuery(desk, 'data', reader, { until: createdAt + SHORT_LIFE }))
  return {
    subject: t('mail.newsletter-data.subject'),
    heading: t('mail.newsletter-data.subject'),
    parts: [
      { paragraph: t('mail.newsletter-data.text') },
      { button: { label: t('mail.newsletter-data.button'), url } },
      { small: t('mail.newsletter-data.small') },
    ],
    reason: t('mail.newsletter-confirm.reason'),
  }
}
