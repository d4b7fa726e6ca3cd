import { Select, TextArea, untouched, type FormState } from '@stem/ui/form'
import type { Speech } from '@stem/ui/speech'
import { NEXT, type Case } from '../cases/case.ts'
import { SeenVersion } from './seen-version.tsx'

/** The answer to a requester, and the state it leads to. */
export const ReplyForm = ({ speech, found, state, action }: { speech: Speech; found: Case; state: FormState; action: string }) => {
  const { t } = speech
  const states = [...new Set([...NEXT[found.state].filter((one) => one !== 'spam'), found.state])]
  return (
    <form class="c st" method="post" action={action} novalidate>
      <h2>{t('request.reply')}</h2>
      <SeenVersion found={found} />
      <TextArea speech={speech} state={state} name="body" label={t('request.message')} hint={t('request.reply.hint')} most={8000} />
      <Select
        speech={speech}
        state={untouched({ state: 'answered' })}
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
