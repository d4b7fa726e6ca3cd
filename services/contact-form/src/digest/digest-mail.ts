import { localPath } from '@stem/i18n/locales'
import type { Claimed } from '@stem/mail/deliver'
import type { Letter, Part } from '@stem/mail/letter'
import { speechOf } from '@stem/ui/speech'
import { dueWords } from '../promises/due-words.tsx'
import { gather, type Listed } from './gather.ts'

/** The weekly letter: requests that are overdue or belong to nobody, with a link to each. Null when none is left. */
export async function digestLetter({ db, origin }: { db: D1Database; origin: string }, { facts, locale, createdAt }: Claimed): Promise<Letter | null> {
  const { overdue, unassigned } = await gather(db, Number(facts['at']))
  if (overdue.total + unassigned.total === 0) return null
  const speech = speechOf(locale)
  const { t, f } = speech
  const page = `${origin}${localPath(locale, '/console/requests')}`
  const link = (row: Listed, when: string) => ({
    label: row.reference,
    url: `${page}/${row.id}`,
    about: [t(`request.kind.${row.kind}`), ...(row.country === null ? [] : [f.countryName(row.country)]), when].join(', '),
  })
  const list = (which: 'overdue' | 'unassigned', total: number, links: ReturnType<typeof link>[]): Part[] =>
    total === 0
      ? []
      : [
          { paragraph: t(`mail.digest.${which}`) },
          { links },
          ...(total > links.length ? [{ small: t('mail.digest.more', { n: total - links.length, count: f.number(total - links.length) }) }] : []),
        ]
  const counted = (['overdue', 'unassigned'] as const).flatMap((which) => {
    const { total } = { overdue, unassigned }[which]
    return total === 0 ? [] : [t(`digest.${which}`, { n: total, count: f.number(total) })]
  })
  const subject = t('mail.digest.subject', { what: f.list(counted) })
  return {
    subject,
    heading: subject,
    parts: [
      ...list(
        'overdue',
        overdue.total,
        overdue.rows.map((row) => link(row, dueWords(speech, row.dueAt ?? createdAt, createdAt))),
      ),
      ...list(
        'unassigned',
        unassigned.total,
        unassigned.rows.map((row) => link(row, t('mail.digest.since', { date: f.day(row.createdAt) }))),
      ),
      { button: { label: t('mail.digest.open'), url: page } },
    ],
    reason: t('mail.digest.reason'),
  }
}
