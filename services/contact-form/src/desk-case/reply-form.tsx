import { localPath } from '@stem/i18n/locales'
import { newFormKey } from '@stem/web/form'
import { Hidden, Select, TextArea, untouched, type FormState } from '@stem/ui/form'
import { Notice } from '@stem/ui/notice'
import type { Speech } from '@stem/ui/speech'
import { NEXT, type Case } from '../cases/case.ts'
import { FileField } from '../files/file-field.tsx'
import type { KeptFile } from '../files/kept-file.ts'
import type { ReplyText } from '../reply-texts/reply-text.ts'
import { SeenVersion } from './seen-version.tsx'

type Props = { speech: Speech; found: Case; action: string }

/** The way to the form of an answer: pressing it tells colleagues that somebody is writing. */
export const WriteButton = ({ speech: { t }, found, action }: Props) => (
  <form class="cl" method="post" action={action}>
    <SeenVersion found={found} />
    <button class="b" name="do" value="write">
      {t('lease.write')}
    </button>
    <span class="s m">{t('lease.write.hint')}</span>
  </form>
)

type ReplyProps = Props & {
  state: FormState
  texts: readonly ReplyText[]
  /** Files that came with the form so far. */
  attached: readonly KeptFile[]
  /** What is to be known about a text that was inserted. */
  inserted?: string
  /** The answer as the requester will see it. */
  preview?: string
}

/** The answer to a requester with its files, and the state it leads to. */
export const ReplyForm = ({ speech, found, state, action, texts, attached, inserted, preview }: ReplyProps) => {
  const { t, f, locale } = speech
  const states = [...new Set([...NEXT[found.state].filter((one) => one !== 'spam'), found.state])]
  const here = localPath(locale, `/console/requests/${found.id}`)
  return (
    <form class="c st" method="post" action={action} enctype="multipart/form-data" novalidate>
      <h2>{t('request.reply')}</h2>
      <SeenVersion found={found} />
      <Hidden name="key" value={state.typed['key'] ?? newFormKey()} />
      {inserted !== undefined && (
        <Notice tone="tn">
          <p role="status">{inserted}</p>
        </Notice>
      )}
      {texts.length > 0 && (
        <div class="cl ae">
          <Select
            speech={speech}
            state={untouched()}
            name="text"
            label={t('texts.choose')}
            options={[['none', t('texts.none-chosen')] as const, ...texts.map(({ id, name }) => [id, name] as const)]}
          />
          <button class="b q" name="do" value="insert" formaction={`${here}#f-body`}>
            {t('texts.insert')}
          </button>
        </div>
      )}
      <TextArea
        speech={speech}
        state={state}
        name="body"
        label={t('request.message')}
        hint={`${t('request.reply.hint')} ${t('desk.reply.language', { language: f.languageName(found.locale) })}`}
        rows={8}
        most={8000}
      />
      <FileField speech={speech} state={state} attached={attached} />
      {preview !== undefined && (
        <div class="msg" id="preview">
          <header>
            <b>{t('desk.preview.title')}</b>
          </header>
          <p class="pre">{preview}</p>
        </div>
      )}
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
        <button class="b q" name="do" value="preview" formaction={`${here}#preview`}>
          {t('desk.preview')}
        </button>
        <button class="b q" name="do" value="stop">
          {t('forms.cancel')}
        </button>
        <a class="end s" href={localPath(locale, '/console/requests/texts')}>
          {t('texts.title')}
        </a>
      </div>
    </form>
  )
}
