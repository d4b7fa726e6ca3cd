import { localPath } from '@stem/i18n/locales'
import { addressKey } from '@stem/mail/message'
import type { Write } from '../mails/write-letter.ts'
import { deriveCode, deriveToken } from '@stem/jobs/tokens'
import { LINK_LIFE } from './ask-for-link.ts'

/** The way in, or the news that there is no account for the address. Not sent once the link would be too old. */
export const signInLetter: Write = async ({ db, key, origin, firstAddress }, { address, facts, createdAt, locale, speech: { t } }, now) => {
  if (now - createdAt > LINK_LIFE) return null
  const id = String(facts['request'])
  const own = addressKey(address)
  const [person, everyone] = await Promise.all([
    db.prepare('SELECT state FROM persons WHERE address_key = ?').bind(own).first<{ state: string }>(),
    db.prepare('SELECT 1 AS one FROM persons LIMIT 1').first(),
  ])
  const isFirst = everyone === null && firstAddress !== null && addressKey(firstAddress) === own
  if (person?.state === 'locked') return null
  if (person === null && !isFirst)
    return {
      subject: t('mail.no-account.subject'),
      heading: t('mail.no-account.heading'),
      parts: [
        { paragraph: t('mail.no-account.text') },
        { paragraph: t('mail.no-account.join') },
        { button: { label: t('sign-in.new.join'), url: origin + localPath(locale, '/join') } },
      ],
      reason: t('mail.sign-in.reason'),
    }
  const code = await deriveCode(key, id)
  const url = `${origin}${localPath(locale, '/sign-in/link')}?request=${id}&token=${await deriveToken(key, 'sign-in-link', id)}`
  return {
    subject: t('mail.sign-in.subject'),
    heading: t('mail.sign-in.heading'),
    parts: [
      { paragraph: t('mail.sign-in.text') },
      { button: { label: t('sign-in.link.button'), url } },
      { paragraph: t('mail.sign-in.code') },
      { code: `${code.slice(0, 4)}-${code.slice(4)}` },
      { small: t('mail.sign-in.life') },
    ],
    reason: t('mail.sign-in.reason'),
  }
}
