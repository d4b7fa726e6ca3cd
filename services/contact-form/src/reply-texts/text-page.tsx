import { LOCALES, localPath, SHIPPED } from '@stem/i18n/locales'
import { ErrorSummary, Field, Hidden, Select, TextArea, untouched, type FormState } from '@stem/ui/form'
import { InLanguages } from '@stem/ui/in-languages'
import { Notice } from '@stem/ui/notice'
import type { Speech } from '@stem/ui/speech'
import { VARIABLES } from './fill-text.ts'
import { isOverdue, type ReplyText } from './reply-text.ts'

type Props = {
  speech: Speech
  /** The text as it stands; null for a new one. */
  text: ReplyText | null
  state: FormState
  staff: readonly { id: string; name: string }[]
  /** The form's key for a new text. */
  formKey: string
  today: string
  /** Somebody else saved it meanwhile: what stands now is shown beside what was typed. */
  conflict?: boolean
  /** Places in the texts that nothing fills. */
  unknown?: readonly string[]
}

/** What stands in the database now, beside what was typed. */
const Standing = ({ speech: { t }, text, locale }: { speech: Speech; text: ReplyText; locale: string }) => (
  <div class="msg">
    <header>
      <b>{t('texts.conflict.theirs')}</b>
    </header>
    <p class="pre" lang={locale}>
      {text.texts[locale] ?? '–'}
    </p>
  </div>
)

/** One text in every language of the site side by side, whose it is, and when it should be read again. */
export const TextPage = ({ speech, text, state, staff, formKey, today, conflict = false, unknown = [] }: Props) => {
  const { t, f, locale } = speech
  const here = localPath(locale, `/console/requests/texts/${text?.id ?? 'new'}`)
  const labels: Record<string, string> = {
    name: t('texts.name'),
    owner: t('texts.owner'),
    review: t('texts.review.label'),
    ...Object.fromEntries(SHIPPED.map((one) => [`text_${one}`, LOCALES[one]])),
  }
  return (
    <div class="cp st g5">
      <ErrorSummary speech={speech} state={state} labels={labels} />
      {unknown.length > 0 && (
        <Notice tone="warn">
          <p>{t('texts.unknown', { places: unknown.join(' ') })}</p>
        </Notice>
      )}
      {conflict && (
        <Notice tone="warn">
          <p role="alert">{t('texts.conflict')}</p>
        </Notice>
      )}
      {text !== null && isOverdue(text, today) && (
        <Notice tone="warn">
          <p>{t('texts.overdue', { date: f.date(text.reviewBy) })}</p>
        </Notice>
      )}
      <form class="st g5" method="post" action={`${here}#es`} novalidate>
        {text === null ? <Hidden name="key" value={formKey} /> : <Hidden name="version" value={String(text.version)} />}
        <Field speech={speech} state={state} name="name" label={labels['name'] ?? ''} hint={t('texts.name.hint')} most={80} />
        <p class="h">{t('texts.variables', { places: VARIABLES.map((name) => `{${name}}`).join(' ') })}</p>
        <InLanguages
          speech={speech}
          state={state}
          layout="sbs"
          fields={(one) => [`text_${one}`]}
          each={(one) => (
            <div class="st g2">
              <TextArea speech={speech} state={state} name={`text_${one}`} label={LOCALES[one]} lang={one} rows={10} most={4000} optional={one !== 'en'} />
              {conflict && text !== null && <Standing speech={speech} text={text} locale={one} />}
            </div>
          )}
        />
        <Select speech={speech} state={state} name="owner" label={labels['owner'] ?? ''} options={staff.map(({ id, name }) => [id, name] as const)} />
        <Field speech={speech} state={state} name="review" type="date" label={labels['review'] ?? ''} hint={t('texts.review.hint')} />
        <div class="cl">
          <button class="b" name="do" value="save">
            {t('forms.save')}
          </button>
          <a href={localPath(locale, '/console/requests/texts')}>{t('forms.back')}</a>
        </div>
      </form>
      {text !== null && (
        <form class="cl" method="post" action={here}>
          <Hidden name="version" value={String(text.version)} />
          <button class="b q" name="do" value={text.archivedAt === null ? 'archive' : 'restore'}>
            {t(text.archivedAt === null ? 'texts.archive' : 'texts.restore')}
          </button>
          <span class="s m">{t(text.archivedAt === null ? 'texts.archive.text' : 'texts.archived.text')}</span>
        </form>
      )}
    </div>
  )
}

/** The form as a text stands. */
export const formOf = (text: ReplyText): FormState =>
  untouched({
    name: text.name,
    owner: text.ownerId,
    review: text.reviewBy,
    ...Object.fromEntries(SHIPPED.map((locale) => [`text_${locale}`, text.texts[locale] ?? ''])),
  })
