import { localPath } from '@stem/i18n/locales'
import type { Claimed } from '@stem/mail/deliver'
import type { Letter } from '@stem/mail/letter'
import { speechOf } from '@stem/ui/speech'
import type { Kind } from '../cases/case.ts'

/** Tells somebody of the secretariat that a request arrived: reference, kind, country and a link, no word of it. Null when it is in hands already. */
export async function arrivalLetter({ db, origin }: { db: D1Database; origin: string }, { facts, locale }: Claimed): Promise<Letter | null> {
  const row = await db
    .prepare("SELECT id, reference, kind, country, due_at AS dueAt FROM cases WHERE id = ? AND state = 'new' AND assignee IS NULL")
    .bind(facts['case'])
    .first<{ id: string; reference: string; kind: Kind; country: string | null; dueAt: number | null }>()
  if (!row) return null
  const { t, f } = speechOf(locale)
  const subject = t('mail.arrived.subject', { reference: row.reference })
  return {
    subject,
    heading: subject,
    parts: [
      { paragraph: t('mail.arrived.text') },
      {
        facts: [
          [t('request.reference'), row.reference] as const,
          [t('request.asked-for'), t(`request.kind.${row.kind}`)] as const,
          ...(row.country === null ? [] : [[t('join.country'), f.countryName(row.country)] as const]),
          ...(row.dueAt === null ? [] : [[t('due.label'), f.dateTime(row.dueAt)] as const]),
        ],
      },
      { button: { label: t('mail.reminder.open'), url: `${origin}${localPath(locale, `/console/requests/${row.id}`)}` } },
    ],
    reason: t('mail.reminder.reason'),
  }
}
