import { localPath } from '@stem/i18n/locales'
import type { Claimed } from '@stem/mail/deliver'
import type { Letter } from '@stem/mail/letter'
import { capital, speechOf } from '@stem/ui/speech'
import type { Kind } from '../cases/case.ts'
import type { PromiseKind } from './due-of.ts'
import { dueWords } from './due-words.tsx'

/** The letter that reminds somebody of a promise: reference, kind, when it is due and a link. Null when the promise was kept meanwhile. */
export async function reminderLetter({ db, origin }: { db: D1Database; origin: string }, { facts, locale, createdAt }: Claimed): Promise<Letter | null> {
  const row = await db
    .prepare("SELECT id, reference, kind, promise, due_at AS dueAt FROM cases WHERE id = ?1 AND promise = ?2 AND due_at = ?3 AND shelf = 'open'")
    .bind(facts['case'], facts['promise'], facts['dueAt'])
    .first<{ id: string; reference: string; kind: Kind; promise: PromiseKind; dueAt: number }>()
  if (!row) return null
  const speech = speechOf(locale)
  const { t, f } = speech
  const { id, reference, kind, promise, dueAt } = row
  const subject = t(`mail.reminder.subject.${promise}`, { reference })
  return {
    subject,
    heading: subject,
    parts: [
      { paragraph: t(`mail.reminder.text.${promise}`) },
      {
        facts: [
          [t('request.reference'), reference],
          [t('request.asked-for'), t(`request.kind.${kind}`)],
          [t('due.label'), `${capital(dueWords(speech, dueAt, createdAt))} (${f.dateTime(dueAt)})`],
        ],
      },
      { button: { label: t('mail.reminder.open'), url: `${origin}${localPath(locale, `/console/requests/${id}`)}` } },
    ],
    reason: t('mail.reminder.reason'),
  }
}
