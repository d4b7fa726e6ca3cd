import { newFormKey } from '@stem/web/form'
import { Hidden, Select, TextArea, untouched, type FormState } from '@stem/ui/form'
import type { Speech } from '@stem/ui/speech'
import { NEXT, type Case } from '../cases/case.ts'
import { FileField } from '../files/file-field.tsx'
import type { KeptFile } from '../files/kept-file.ts'
import { SeenVersion } from './seen-version.tsx'

type Props = { speech: Speech; found: Case; state: FormState; action: string; attached: readonly KeptFile[] }

/** The answer to a requester with its files, and the state it leads to. */
export const ReplyForm = ({ speech, found, state, action, attached }: Props) => {
  const { t } = speech
  const states = [...new Set([...NEXT[found.state].filter((one) => one !== 'spam'), found.state])]
  return (
    <form class="c st" method="post" action={action} enctype="multipart/form-data" novalidate>
      <h2>{t('request.reply')}</h2>
      <SeenVersion found={found} />
      <Hidden name="key" value={state.typed['key'] ?? newFormKey()} />
      <TextArea speech={speech} state={state} name="body" label={t('request.message')} hint={t('request.reply.hint')} most={8000} />
      <FileField speech={speech} state={state} attached={attached} />
      <Select
        speech={speech}
        state={untouched({ state: state.typed['state'] ?? 'answered' })}
        name="state"
        id="then"
        label={t('request.then')}
        options={states.map((one) => [one, t(`request.state.${one}`)] as const)}
      />
      <div class="cl">
        <button class="b" name="do" value="reply">
          {t('request.reply.send')}
        </button>
      </div>
    </form>
  )
}
