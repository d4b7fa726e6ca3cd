import type { Speech } from '@stem/ui/speech'
import { FileList } from '../files/file-list.tsx'
import type { LinkedFile } from '../files/kept-file.ts'
import { ByMail, Words } from '../inbound/mail-message.tsx'
import type { Message } from './case.ts'

/** What was said, oldest first. `names`: of staff, by id; without it staff is the secretariat. `files`: by message; `unchecked`: says of those from outside that they are. */
export const Thread = ({
  speech,
  messages,
  requester,
  names = {},
  files = {},
  unchecked = false,
}: {
  speech: Speech
  messages: Message[]
  requester: string
  names?: Record<string, string>
  files?: Record<string, LinkedFile[]>
  unchecked?: boolean
}) => (
  <ol class="st">
    {messages.map((message) => (
      <li class="msg">
        <header>
          <b>{message.side === 'requester' ? requester : (names[message.author ?? ''] ?? speech.t('join.note.secretariat'))}</b>
          <span class="m s">{speech.f.dateTime(message.at)}</span>
          <ByMail speech={speech} message={message} />
        </header>
        <Words speech={speech} message={message} />
        <FileList speech={speech} files={files[message.id]} unchecked={unchecked && message.side !== 'staff'} />
      </li>
    ))}
  </ol>
)
