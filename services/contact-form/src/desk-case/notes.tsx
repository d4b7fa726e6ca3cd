import type { Speech } from '@stem/ui/speech'
import type { Case, Note } from '../cases/case.ts'
import { SeenVersion } from './seen-version.tsx'

type Props = { speech: Speech; found: Case; notes: readonly Note[]; names: Record<string, string>; action: string }

/** What staff say among themselves, and the form for more. */
export const Notes = ({ speech: { t, f }, found, notes, names, action }: Props) => (
  <section class="st" aria-labelledby="notes">
    <h2 id="notes">{t('request.notes')}</h2>
    <p class="s m">{t('request.notes.text')}</p>
    {notes.map(({ at, author, body }) => (
      <div class="msg int">
        <header>
          <b>{names[author] ?? t('request.forgotten')}</b>
          <span class="m s">{f.dateTime(at)}</span>
        </header>
        <p class="pre">{body}</p>
      </div>
    ))}
    <form class="st" method="post" action={action}>
      <SeenVersion found={found} />
      <div class="fd">
        <label for="note">{t('request.note')}</label>
        <textarea class="in" id="note" name="body" rows={3} maxlength={8000}></textarea>
      </div>
      <div>
        <button class="b q" name="do" value="note">
          {t('request.note.add')}
        </button>
      </div>
    </form>
  </section>
)
