import { localPath } from '@stem/i18n/locales'
import type { Claimed } from '@stem/mail/deliver'
import type { Composed } from '@stem/mail/letter'
import { translator } from '@stem/i18n/translate'
import { renderIssue } from '../issue/render-issue.ts'
import { versionOf } from '../issue/version-of.ts'
import type { MailDesk } from '../mails/mail-desk.ts'

/** An issue as it was when somebody asked for a test of it; its ways out lead to the public page, because who gets it is no reader. */
export async function writeTestMail(desk: MailDesk, { facts, locale }: Claimed): Promise<Composed | null> {
  const version = await versionOf(desk.db, String(facts['campaign']), Number(facts['version']))
  if (!version) return null
  const page = `${desk.origin}${localPath(locale, '/newsletter')}`
  return renderIssue({
    text: version.content[locale],
    locale,
    origin: desk.origin,
    links: { preferences: page, unsubscribe: page, web: null },
    reason: translator(locale)('composer.test.reason'),
    isTest: true,
  })
}
