import { localPath } from '@stem/i18n/locales'
import { termName } from '@stem/ui/speech'
import type { Write } from '../mails/write-letter.ts'
import { placeOf } from '../rights/place-of.ts'
import { deriveToken } from '@stem/jobs/tokens'

type Row = { role: string; scope: string; expires_at: number; organisation: string | null; inviter: string | null; state: string }

/** Offers a role; after an accepted application, to its contact. Not sent when it was taken back meanwhile. */
export const invitationLetter: Write = async ({ db, key, origin }, { kind, facts, locale, speech }, now) => {
  const id = String(facts['invitation'])
  const { t, f } = speech
  const row = await db
    .prepare(
      `SELECT i.role, i.scope, i.expires_at, i.state, o.name AS organisation, p.name AS inviter FROM invitations i
       LEFT JOIN organisations o ON i.scope = 'organisation:' || o.id LEFT JOIN persons p ON p.id = i.invited_by WHERE i.id = ?`,
    )
    .bind(id)
    .first<Row>()
  if (!row || row.state !== 'sent' || row.expires_at < now) return null
  const organisation = row.organisation ?? placeOf(speech, row.scope)
  const which = kind as 'invitation' | 'application-accepted'
  return {
    subject: t(`mail.${which}.subject`, { organisation }),
    heading: t(`mail.${which}.subject`, { organisation }),
    parts: [
      { paragraph: t(`mail.${which}.text`, { organisation, role: termName(speech, 'grant', row.role), inviter: row.inviter ?? t('invitation.somebody') }) },
      {
        button: {
          label: t('invitation.open'),
          url: `${origin}${localPath(locale, '/invitation')}?invitation=${id}&token=${await deriveToken(key, 'invitation', id)}`,
        },
      },
      { small: t('invitation.until', { date: f.dateTime(row.expires_at) }) },
    ],
    reason: t('mail.invitation.reason'),
  }
}
