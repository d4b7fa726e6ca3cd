import type { Speech } from '@stem/ui/speech'
import { Tag } from '@stem/ui/tag'
import { dayOf, isOverdue, WORKING_DAY, workingTimeBetween } from './calendar.ts'

const HOUR = 60 * 60_000
const SOON = 4 * HOUR

/**
 * When something is due, in words: overdue by days (of the calendar) or hours, now, in hours when at most four working hours are left
 * today, today, tomorrow, or the date. Days are those of Brussels.
 */
export function dueWords({ t, f }: Speech, dueAt: number, now: number): string {
  const days = dayOf(dueAt) - dayOf(now)
  if (isOverdue(dueAt, now)) {
    const hours = Math.floor((now - dueAt) / HOUR)
    if (days < 0) return t('due.overdue.days', { n: -days, count: f.number(-days) })
    return hours < 1 ? t('due.overdue.just') : t('due.overdue.hours', { n: hours, count: f.number(hours) })
  }
  if (dueAt <= now) return t('due.now')
  const left = workingTimeBetween(now, dueAt)
  if (days === 0 && left <= SOON) {
    const hours = Math.ceil(left / HOUR)
    return t('due.hours', { n: Math.max(1, hours), count: f.number(hours) })
  }
  if (days < 2) return t(days === 0 ? 'due.today' : 'due.tomorrow')
  return t('due.on', { date: f.day(dueAt) })
}

/** When something is due, as a mark: its words say it, its colour repeats it. */
export const DueTag = ({ speech, dueAt, now }: { speech: Speech; dueAt: number; now: number }) => {
  const isSoon = workingTimeBetween(now, dueAt) <= 2 * WORKING_DAY
  return <Tag tone={isOverdue(dueAt, now) ? 'bad' : isSoon ? 'warn' : ''}>{dueWords(speech, dueAt, now)}</Tag>
}
