import type { Speech } from '@stem/ui/speech'

/** When a request is due, in words; nothing while nothing is due. */
export const DueMark = ({ speech: { t, f }, dueAt, now }: { speech: Speech; dueAt: number | null; now: number }) =>
  dueAt === null ? null : <span class={dueAt < now ? 'late' : undefined}>{t(dueAt < now ? 'inbox.overdue' : 'inbox.due', { date: f.dateTime(dueAt) })}</span>
