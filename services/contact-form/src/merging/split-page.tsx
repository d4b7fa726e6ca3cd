import { localPath } from '@stem/i18n/locales'
import { Hidden, Select, untouched } from '@stem/ui/form'
import { Notice } from '@stem/ui/notice'
import type { Speech } from '@stem/ui/speech'
import { KINDS, type Case, type Message } from '../cases/case.ts'

type Props = { speech: Speech; found: Case; messages: readonly Message[]; chosen: readonly string[]; kind: string; formKey: string; problem?: string }

/** Which messages of the requester become a case of their own. */
export const SplitPage = ({ speech, found, messages, chosen, kind, formKey, problem }: Props) => {
  const { t, f, locale } = speech
  const here = localPath(locale, `/console/requests/${found.id}`)
  return (
    <>
      {problem !== undefined && (
        <Notice tone="warn">
          <p role="alert">{problem}</p>
        </Notice>
      )}
      <p class="n">{t('split.text')}</p>
      {messages.length < 2 ? (
        <Notice>
          <p>{t('split.too-few')}</p>
        </Notice>
      ) : (
        <form class="st g5" method="post" action={`${here}/split#main`}>
          <Hidden name="version" value={String(found.version)} />
          <Hidden name="key" value={formKey} />
          <fieldset class="st">
            <legend>{t('split.messages')}</legend>
            {messages.map(({ id, at, body }) => (
              <label class="ck bx">
                <input type="checkbox" name="message" value={id} checked={chosen.includes(id)} />
                <span class="pre">{`${f.dateTime(at)}\n${body}`}</span>
              </label>
            ))}
          </fieldset>
          <Select
            speech={speech}
            state={untouched({ kind })}
            name="kind"
            label={t('split.kind')}
            options={KINDS.map((one) => [one, t(`request.kind.${one}`)] as const)}
          />
          <div class="cl">
            <button class="b">{t('split.button')}</button>
            <a href={here}>{t('forms.cancel')}</a>
          </div>
        </form>
      )}
    </>
  )
}
