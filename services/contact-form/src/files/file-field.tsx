import { FaultText, type FormState } from '@stem/ui/form'
import { Icon } from '@stem/ui/icon'
import type { Speech } from '@stem/ui/speech'
import { ACCEPT } from './file-kind.ts'
import { AttachedFiles } from './file-list.tsx'
import { MOST_FILES } from './keep-files.ts'
import type { KeptFile } from './kept-file.ts'
import { FILES_FIELD } from './take-files.ts'

/**
 * Where files are chosen, under those that are attached already. The form it stands in must be `multipart/form-data` and bring its key.
 * What is allowed is said before somebody chooses; each refused file has its own reason.
 */
export const FileField = ({ speech, state, attached }: { speech: Speech; state: FormState; attached: readonly KeptFile[] }) => {
  const { t, f } = speech
  const faults = state.faults.filter(({ field }) => field === FILES_FIELD)
  const described = ['h-files', ...faults.map((_, index) => `e-files-${index}`)].join(' ')
  return (
    <div class="fd">
      <label for="f-files">
        {t('files.attach')} <span class="m">{t('forms.optional')}</span>
      </label>
      <p class="h" id="h-files">
        {t('files.hint', { most: f.number(MOST_FILES) })}
      </p>
      {faults.map((fault, index) => (
        <p class="er" id={`e-files-${index}`}>
          <Icon name="circle-alert" />
          <span>
            <span class="vh">{t('forms.error')} </span>
            <FaultText speech={speech} fault={fault} />
          </span>
        </p>
      ))}
      <AttachedFiles speech={speech} files={attached} />
      {attached.length < MOST_FILES ? (
        <input
          class="in"
          id="f-files"
          name={FILES_FIELD}
          type="file"
          accept={ACCEPT}
          multiple
          aria-describedby={described}
          aria-invalid={faults.length > 0 ? 'true' : undefined}
        />
      ) : (
        <p class="s m" id="f-files" tabindex={-1}>
          {t('files.full')}
        </p>
      )}
    </div>
  )
}
