import type { Speech } from '@stem/ui/speech'
import type { Message } from './case.ts'

/** What was said, oldest first. `names`: of staff, by id; without it staff is the secretariat. */
export const Thread = ({
  speech,
  messages,
  requester,
  names = {},
}: {
  speech: Speech
  messages: Message[]
  requester: string
  names?: Record<string, string>
}) => (
  <ol class="st">
    {messages.map(({ at, side, author, body }) => (
      <li class="msg">
        <header>
          <b>{side === 'requester' ? requester : (names[author ?? ''] ?? speech.t('join.note.secretariat'))}</b>
          <span class="m s">{speech.f.dateTime(at)}</span>
        </header>
        <p class="pre">{body}</p>
      </li>
    ))}
  </ol>
)
