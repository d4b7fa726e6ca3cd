import type { Speech } from '@stem/ui/speech'
import { FileList } from '../files/file-list.tsx'
import type { LinkedFile } from '../files/kept-file.ts'
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
    {messages.map(({ id, at, side, author, body }) => (
      <li class="msg">
        <header>
          <b>{side === 'requester' ? requester : (names[author ?? ''] ?? speech.t('join.note.secretariat'))}</b>
          <span class="m s">{speech.f.dateTime(at)}</span>
        </header>
        {body !== '' && <p class="pre">{body}</p>}
        <FileList speech={speech} files={files[id]} unchecked={unchecked && side !== 'staff'} />
      </li>
    ))}
  </ol>
)
