import { localPath } from '@stem/i18n/locales'
import { Hidden } from '@stem/ui/form'
import { Icon } from '@stem/ui/icon'
import type { Speech } from '@stem/ui/speech'
import { Tag } from '@stem/ui/tag'
import type { Child } from 'hono/jsx'
import type { Message, Note } from '../cases/case.ts'
import type { CaseEvent } from '../cases/event.ts'
import { MessageBox } from '../cases/thread.tsx'
import { actorName, BOXED, eventWords, ICONS } from './event-words.ts'
import type { DeskView } from './read-desk.ts'
import { SeenVersion } from './seen-version.tsx'
import { canUndo } from './undo-any.ts'

type Props = { speech: Speech; view: DeskView; action: string }

/** A note among staff: dashed, tinted and labelled, so that nobody takes it for something that was sent. */
export const NoteBox = ({ speech: { t, f }, note: { at, author, body }, names }: { speech: Speech; note: Note; names: Record<string, string> }) => (
  <li class="msg int">
    <header>
      <b>{names[author] ?? t('request.forgotten')}</b>
      <Tag tone="warn" icon="lock">
        {t('desk.note.label')}
      </Tag>
      <span class="m s">{f.dateTime(at)}</span>
    </header>
    <p class="pre">{body}</p>
  </li>
)

const EventLine = ({ speech, view, event, action }: Props & { event: CaseEvent }) => {
  const { t, f, locale } = speech
  const other = event.about === null ? undefined : view.others[event.about]
  const words = eventWords(speech, view, event)
  return (
    <li class="act">
      <Icon name={ICONS[event.kind]} />
      <div class="cl g2">
        <span>
          {event.undoneAt === null ? <b>{words}</b> : <s>{words}</s>}
          {other && (
            <>
              {' '}
              <a class="mono" href={localPath(locale, `/console/requests/${other.found.id}`)}>
                {other.found.reference}
              </a>
            </>
          )}{' '}
          <span class="m">
            {actorName(speech, view, event.actor)}, {f.dateTime(event.at)}
            {event.undoneAt !== null && `, ${t('desk.undone')}`}
          </span>
        </span>
        {canUndo(view.found, event, other) && (
          <form method="post" action={action}>
            <SeenVersion found={view.found} />
            <Hidden name="event" value={event.id} />
            <button class="lk" name="do" value="undo">
              {t('desk.undo')}
              <span class="vh"> {words}</span>
            </button>
          </form>
        )}
      </div>
    </li>
  )
}

const isLine = ({ kind, state, before }: CaseEvent): boolean => !BOXED.includes(kind) || (before.state !== undefined && before.state !== state)

/** What happened to a case and what was said about it, in one list, oldest first: events as lines, messages and notes as boxes. */
export const Activity = ({ speech, view, action }: Props) => {
  const { t } = speech
  const { found, messages, notes, events, files, names } = view
  const requester = found.requester?.name ?? t('request.forgotten')
  // At the same moment the arrival comes before what arrived, and what followed from a message after it.
  const entries: { at: number; rank: number; draw: () => Child }[] = [
    ...messages.map((message: Message) => ({
      at: message.at,
      rank: 1,
      draw: () => <MessageBox speech={speech} message={message} requester={requester} names={names} files={files} unchecked />,
    })),
    ...notes.map((note) => ({ at: note.at, rank: 2, draw: () => <NoteBox speech={speech} note={note} names={names} /> })),
    ...events.filter(isLine).map((event) => ({
      at: event.at,
      rank: event.kind === 'received' ? 0 : 3,
      draw: () => <EventLine speech={speech} view={view} event={event} action={action} />,
    })),
  ]
  return (
    <section class="st" aria-labelledby="activity">
      <h2 class="vh" id="activity">
        {t('desk.activity')}
      </h2>
      <ol class="st">{entries.toSorted((a, b) => a.at - b.at || a.rank - b.rank).map(({ draw }) => draw())}</ol>
    </section>
  )
}
