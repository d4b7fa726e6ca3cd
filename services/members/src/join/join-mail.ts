import { localPath } from '@stem/i18n/locales'
import type { Write } from '../mails/write-letter.ts'
import { deriveToken } from '@stem/jobs/tokens'

type Row = { id: string; name: string; state: string }

/** Asks the contact of an application to show that the address is theirs. Nothing that a stranger typed stands in it. */
export const proofLetter: Write = async ({ db, key, origin }, { facts, locale, speech: { t } }) => {
  const row = await db.prepare("SELECT id, name, state FROM applications WHERE form_key = ? AND state = 'unverified'").bind(String(facts['form'])).first<Row>()
  if (!row) return null
  const url = `${origin}${localPath(locale, '/join/confirm')}?application=${row.id}&token=${await deriveToken(key, 'application-proof', row.id)}`
  return {
    subject: t('mail.application-proof.subject'),
    heading: t('mail.application-proof.subject'),
    parts: [{ paragraph: t('mail.application-proof.text') }, { button: { label: t('join.confirm.button'), url } }, { small: t('mail.application-proof.life') }],
    reason: t('mail.application.reason'),
  }
}

const statusUrl = async (key: string, origin: string, locale: Parameters<typeof localPath>[0], id: string) =>
  `${origin}${localPath(locale, '/join/status')}?application=${id}&token=${await deriveToken(key, 'application', id)}`

/** Tells the applicant where the application stands: received, a question, or a refusal with its reason. */
export const applicationLetter: Write = async ({ db, key, origin }, { kind, facts, locale, speech: { t } }) => {
  const row = await db.prepare('SELECT id, name, state FROM applications WHERE id = ?').bind(String(facts['application'])).first<Row>()
  if (!row) return null
  const which = kind as 'application-received' | 'application-question' | 'application-refused'
  const body = facts['body']
  return {
    subject: t(`mail.${which}.subject`, { name: row.name }),
    heading: t(`mail.${which}.subject`, { name: row.name }),
    parts: [
      { paragraph: t(`mail.${which}.text`) },
      ...(typeof body === 'string' && body !== '' ? [{ paragraph: body }] : []),
      { button: { label: t('join.status.open'), url: await statusUrl(key, origin, locale, row.id) } },
    ],
    reason: t('mail.application.reason'),
  }
}
