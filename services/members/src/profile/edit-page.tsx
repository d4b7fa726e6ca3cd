import { localPath } from '@stem/i18n/locales'
import { ErrorSummary, Field, Hidden, TextArea, type FormState } from '@stem/ui/form'
import { InLanguages } from '@stem/ui/in-languages'
import { Notice } from '@stem/ui/notice'
import type { Speech } from '@stem/ui/speech'
import type { Organisation } from '../register/save-organisation.ts'
import { Comparison } from './comparison.tsx'
import type { Draft } from './edit-draft.ts'
import type { Profile } from './profile.ts'

type Props = {
  speech: Speech
  organisation: Organisation
  draft: Draft
  state: FormState
  saved: boolean
  /** What somebody else saved while this form was open, beside what was typed here. */
  conflict: { theirs: Profile; mine: Profile } | null
}

/** The form in which an organisation says what it is, language by language. */
export const EditPage = ({ speech, organisation, draft, state, saved, conflict }: Props) => {
  const { t, f, locale } = speech
  const base = `/my-organisation/${organisation.id}`
  const labels = { name: t('profile.name'), website: t('profile.website'), since: t('profile.since'), picture: t('profile.logo') }
  const field = { speech, state }
  const { logo } = draft.content
  return (
    <div class="st g6">
      <ErrorSummary speech={speech} state={state} labels={labels} />
      <div class="st g2">
        <p>
          <a href={localPath(locale, base)}>{organisation.name}</a>
        </p>
        <h1>{t('profile.title')}</h1>
        <p class="lead">{t('profile.lead')}</p>
      </div>
      {saved && (
        <Notice tone="ok">
          <p role="status">{t(draft.state === 'review' ? 'profile.submitted' : 'profile.saved')}</p>
        </Notice>
      )}
      {draft.note !== null && (
        <Notice tone="warn">
          <p>
            <b>{t('profile.note')}</b>
          </p>
          <p class="pre">{draft.note}</p>
        </Notice>
      )}
      {conflict !== null && (
        <section class="al warn st" aria-labelledby="conflict">
          <h2 id="conflict">{t('profile.conflict')}</h2>
          <p>{t('profile.conflict.text')}</p>
          <Comparison speech={speech} before={conflict.theirs} after={conflict.mine} titles={[t('profile.theirs'), t('profile.mine')]} />
        </section>
      )}
      <form class="st g6" method="post" action={`${localPath(locale, `${base}/profile`)}#es`} novalidate>
        <Hidden name="version" value={state.typed['version'] ?? '0'} />
        <fieldset class="st">
          <legend>
            <h2>{t('profile.facts')}</h2>
          </legend>
          <Field {...field} name="name" label={labels.name} most={200} autocomplete="organization" />
          <Field {...field} name="website" label={labels.website} type="url" inputmode="url" most={300} optional />
          <Field {...field} name="since" label={labels.since} inputmode="numeric" most={4} size={6} optional />
          {logo !== null && <Field {...field} name="alternative" label={t('profile.logo.alternative')} most={200} optional />}
        </fieldset>
        <InLanguages
          {...field}
          layout="st g6"
          fields={(code) => [`name_${code}`, `description_${code}`, `objectives_${code}`]}
          each={(code) => (
            <fieldset class="st">
              <legend>
                <h2>{f.languageName(code)}</h2>
              </legend>
              <Field {...field} name={`name_${code}`} label={t('profile.names')} most={200} lang={code} optional />
              <TextArea {...field} name={`description_${code}`} label={t('profile.descriptions')} most={2000} lang={code} optional />
              <TextArea {...field} name={`objectives_${code}`} label={t('profile.objectives')} rows={3} most={2000} lang={code} optional />
            </fieldset>
          )}
        />
        <div class="cl">
          <button class="b" name="do" value="submit">
            {t('profile.submit')}
          </button>
          <button class="b q" name="do" value="save">
            {t('profile.save')}
          </button>
        </div>
      </form>
      <section class="st" aria-labelledby="logo">
        <h2 id="logo">{t('profile.logo')}</h2>
        {logo !== null && <img class="lgo" src={`/members/logos/${logo.hash}.png`} alt={logo.alternative} />}
        <form class="st" method="post" enctype="multipart/form-data" action={`${localPath(locale, `${base}/logo`)}#es`} novalidate>
          <Hidden name="version" value={String(draft.version)} />
          <Field {...field} name="picture" label={t('profile.logo.file')} hint={t('profile.logo.hint')} type="file" accept="image/png,image/jpeg" />
          <Field {...field} name="words" label={t('profile.logo.alternative')} most={200} />
          <div>
            <button class="b q">{t('profile.logo.upload')}</button>
          </div>
        </form>
      </section>
      {draft.version > 0 && (
        <details>
          <summary>{t('profile.discard')}</summary>
          <form class="st" method="post" action={localPath(locale, `${base}/discard`)}>
            <Hidden name="version" value={String(draft.version)} />
            <p>{t('profile.discard.text')}</p>
            <div>
              <button class="b q">{t('profile.discard')}</button>
            </div>
          </form>
        </details>
      )}
    </div>
  )
}
