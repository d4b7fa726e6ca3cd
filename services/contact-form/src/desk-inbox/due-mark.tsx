import { capital, type Speech } from '@stem/ui/speech'
import { isOverdue } from '../promises/calendar.ts'
import { dueWords } from '../promises/due-words.tsx'

/** When a request is due, in words; nothing while nothing is due. */
export const DueMark = ({ speech, dueAt, now }: { speech: Speech; dueAt: number | null; now: number }) =>
  dueAt === null ? null : <span class={isOverdue(dueAt, now) ? 'late' : undefined}>{capital(dueWords(speech, dueAt, now))}</span>
