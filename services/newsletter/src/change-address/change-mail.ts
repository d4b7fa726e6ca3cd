import { localPath } from '@stem/i18n/locales'
import { translator } from '@stem/i18n/translate'
import type { Claimed } from '@stem/mail/deliver'
import type { Letter } from '@stem/mail/letter'
import { masked } from '../audience/count-audience.ts'
import type { MailDesk } from '../mails/mail-desk.ts'
import { readerById } from '../readers/reader.ts'
import { changeById, changeToken, isDone, type Side } from './change.ts'

/** Asks one side whether the address is to change. The new one learns of the present one as much as is needed to know it. */
const writer =
  (side: Side) =>
  async (desk: MailDesk, { facts, locale }: Claimed, now: number): Promise<Letter | null> => {
    const change = await changeById(desk.db, String(facts['change']))
    const reader = change && (await readerById(desk.db, change.subscriberId))
    if (!change || !reader || reader.address === null || change.expiresAt <= now || isDone(change)) return null
    const t = translator(locale)
    const query = new URLSearchParams({ id: change.id, side, token: await changeToken(desk, change.id, side) })
    return {
      subject: t('mail.newsletter-change.subject'),
      heading: t('mail.newsletter-change.subject'),
      parts: [
        {
          paragraph:
            side === 'old'
              ? t('mail.newsletter-change.old', { address: change.address })
              : t('mail.newsletter-change.new', { address: masked(reader.address) }),
        },
        { button: { label: t('newsletter.change.look'), url: `${desk.origin}${localPath(locale, '/newsletter/address')}?${query.toString()}` } },
        { small: t('mail.newsletter-change.small') },
      ],
      reason: t(side === 'old' ? 'mail.newsletter-change.reason' : 'mail.newsletter-confirm.reason'),
    }
  }

/** To the present address. */
export const writeChangeOldMail = writer('old')
/** To the new address. */
export const writeChangeNewMail = writer('new')
