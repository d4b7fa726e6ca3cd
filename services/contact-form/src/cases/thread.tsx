import type { Speech } from '@stem/ui/speech'
import { FileList } from '../files/file-list.tsx'
import type { LinkedFile } from '../files/kept-file.ts'
import { ByMail, Words } from '../inbound/mail-message.tsx'
import type { Message } from './case.ts'

/** How messages are shown. `names`: of staff and participants by id. `files`: by message; `unchecked`: says of those from outside that they are. */
type Showing = { speech: Speech; requester: string; names?: Record<string, string>; files?: Record<string, LinkedFile[]>; unchecked?: boolean }

/** Who said something. Without a name staff is the secretariat, a participant somebody who takes part. */
export const sayerOf = ({ speech: { t }, requester, names = {} }: Showing, { side, author }: Pick<Message, 'side' | 'author'>): string =>
  side === 'requester' ? requester : (names[author ?? ''] ?? t(side === 'staff' ? 'join.note.secretariat' : 'participant.somebody'))

/** One thing that was said, with its files. */
export const MessageBox = ({ message, ...showing }: Showing & { message: Message }) => {
  const { speech, files = {}, unchecked = false } = showing
  const { id, at, side } = message
  return (
    <li class="msg">
      <header>
        <b>{sayerOf(showing, message)}</b>
        <span class="m s">{speech.f.dateTime(at)}</span>
        <ByMail speech={speech} message={message} />
      </header>
      <Words speech={speech} message={message} />
      <FileList speech={speech} files={files[id]} unchecked={unchecked && side !== 'staff'} />
    </li>
  )
}

/** What was said, oldest first. */
export const Thread = ({ messages, ...showing }: Showing & { messages: readonly Message[] }) => (
  <ol class="st">
    {messages.map((message) => (
      <MessageBox message={message} {...showing} />
    ))}
  </ol>
)
