import { Hidden, TextArea, type FormState } from '@stem/ui/form'
import type { Speech } from '@stem/ui/speech'
import { newFormKey } from '@stem/web/form'
import type { Case } from '../cases/case.ts'
import { SeenVersion } from './seen-version.tsx'

/** The form for a note among staff. */
export const NoteForm = ({ speech, found, action, state }: { speech: Speech; found: Case; action: string; state: FormState }) => (
  <form class="msg int" method="post" action={action} novalidate>
    <SeenVersion found={found} />
    <Hidden name="key" value={state.typed['key'] ?? newFormKey()} />
    <h2>{speech.t('request.notes')}</h2>
    <TextArea speech={speech} state={state} name="body" id="note" label={speech.t('request.note')} hint={speech.t('request.notes.text')} rows={3} most={8000} />
    <div>
      <button class="b q" name="do" value="note">
        {speech.t('request.note.add')}
      </button>
    </div>
  </form>
)
