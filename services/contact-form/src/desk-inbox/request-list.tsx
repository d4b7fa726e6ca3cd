import type { Speech } from '@stem/ui/speech'
import type { Case } from '../cases/case.ts'
import { isOverdue } from '../promises/calendar.ts'
import { RequestRow } from './request-row.tsx'

const SOON = 48 * 60 * 60_000

const groupOf = ({ dueAt }: Case, now: number) => (dueAt === null ? 'never' : isOverdue(dueAt, now) ? 'overdue' : dueAt <= now + SOON ? 'soon' : 'later')

type Props = {
  speech: Speech
  rows: readonly Case[]
  names: Record<string, string>
  now: number
  /** Whether the rows come by what is due next, and stand under headings that say so. */
  byDue: boolean
  isTicked: (id: string) => boolean
}

/** The requests of a page, under headings when they come by what is due. */
export const RequestList = ({ speech, rows, names, now, byDue, isTicked }: Props) => {
  const list = (some: readonly Case[]) => (
    <ul class="il rq">
      {some.map((found) => (
        <RequestRow speech={speech} found={found} names={names} now={now} isTicked={isTicked(found.id)} />
      ))}
    </ul>
  )
  if (!byDue) return list(rows)
  return (
    <>
      {(['overdue', 'soon', 'later', 'never'] as const).map((group) => {
        const some = rows.filter((found) => groupOf(found, now) === group)
        return (
          some.length > 0 && (
            <>
              <h2 class="gh">{speech.t(`inbox.group.${group}`)}</h2>
              {list(some)}
            </>
          )
        )
      })}
    </>
  )
}
