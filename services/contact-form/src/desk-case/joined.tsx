import { localPath } from '@stem/i18n/locales'
import type { Speech } from '@stem/ui/speech'
import { MessageBox } from '../cases/thread.tsx'
import { NoteBox } from './activity.tsx'
import type { Joined, DeskView } from './read-desk.ts'

/** What was said in a case that was merged into this one. It stays where it was said: the requester of one does not read the other. */
const JoinedCase = ({ speech, names, joined: { found, messages, notes, files } }: { speech: Speech; names: DeskView['names']; joined: Joined }) => {
  const { t, locale } = speech
  const requester = found.requester?.name ?? t('request.forgotten')
  const entries = [
    ...messages.map((message) => ({
      at: message.at,
      draw: () => <MessageBox speech={speech} message={message} requester={requester} names={names} files={files} unchecked />,
    })),
    ...notes.map((note) => ({ at: note.at, draw: () => <NoteBox speech={speech} note={note} names={names} /> })),
  ]
  return (
    <section class="st" aria-labelledby={`from-${found.id}`}>
      <h2 id={`from-${found.id}`}>
        {t('desk.joined', { name: requester })}{' '}
        <a class="mono" href={localPath(locale, `/console/requests/${found.id}`)}>
          {found.reference}
        </a>
      </h2>
      <ol class="st">{entries.toSorted((a, b) => a.at - b.at).map(({ draw }) => draw())}</ol>
    </section>
  )
}

/** The cases that were merged into this one, each under a heading of its own. */
export const JoinedCases = ({ speech, view: { joined, names } }: { speech: Speech; view: DeskView }) => (
  <>
    {joined.map((one) => (
      <JoinedCase speech={speech} names={names} joined={one} />
    ))}
  </>
)
