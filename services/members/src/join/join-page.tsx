import { localPath } from '@stem/i18n/locales'
import { ErrorSummary, Field, Hidden, Select, TextArea, Tick, type FormState } from '@stem/ui/form'
import { Facts } from '@stem/ui/facts'
import { Notice } from '@stem/ui/notice'
import { termName, type Speech } from '@stem/ui/speech'
import { CHARTER, KINDS } from './apply.ts'

const ARTICLES = [1, 2, 3, 4] as const

const labelsOf = ({ t }: Speech): Record<string, string> => ({
  name: t('join.name'),
  country: t('join.country'),
  kind: t('join.kind'),
  website: t('join.website'),
  description: t('join.about'),
  evidence: t('join.evidence'),
  contactName: t('join.contact.name'),
  contactJob: t('join.contact.job'),
  contactAddress: t('join.contact.address'),
  charter: t('join.charter'),
})

type Props = { speech: Speech; state: FormState; countries: readonly (readonly [string, string])[]; problem?: string }

/** What membership means, and the form. */
export const JoinPage = ({ speech, state, countries, problem }: Props) => {
  const { t, locale } = speech
  const labels = labelsOf(speech)
  const field = { speech, state }
  return (
    <div class="w top st g6">
      <ErrorSummary speech={speech} state={state} labels={labels} />
      {problem !== undefined && (
        <Notice tone="bad">
          <p role="alert">{problem}</p>
        </Notice>
      )}
      <div class="st g2">
        <h1>{t('join.title')}</h1>
        <p class="lead">{t('join.lead')}</p>
      </div>
      <div class="sb r">
        <form class="st g6" method="post" action={`${localPath(locale, '/join')}#es`} novalidate>
          <Hidden name="key" value={state.typed['key'] ?? ''} />
          <fieldset class="st">
            <legend>
              <h2>{t('join.organisation')}</h2>
            </legend>
            <Field {...field} name="name" label={labels['name'] ?? ''} hint={t('join.name.hint')} autocomplete="organization" most={200} />
            <Select {...field} name="country" label={labels['country'] ?? ''} none="–" options={[...countries]} />
            <Select
              {...field}
              name="kind"
              label={labels['kind'] ?? ''}
              none="–"
              options={KINDS.map((kind) => [kind, termName(speech, 'kind', kind)] as const)}
            />
            <Field {...field} name="website" label={labels['website'] ?? ''} type="url" inputmode="url" autocomplete="url" most={300} />
            <TextArea {...field} name="description" label={labels['description'] ?? ''} hint={t('join.about.hint')} most={2000} />
            <TextArea {...field} name="evidence" label={labels['evidence'] ?? ''} hint={t('join.evidence.hint')} most={3000} rows={4} />
          </fieldset>
          <fieldset class="st">
            <legend>
              <h2>{t('join.contact')}</h2>
            </legend>
            <Field {...field} name="contactName" label={labels['contactName'] ?? ''} autocomplete="name" most={100} />
            <Field {...field} name="contactJob" label={labels['contactJob'] ?? ''} autocomplete="organization-title" most={120} optional />
            <Field
              {...field}
              name="contactAddress"
              label={labels['contactAddress'] ?? ''}
              hint={t('join.contact.hint')}
              type="email"
              inputmode="email"
              autocomplete="email"
              most={254}
            />
          </fieldset>
          <fieldset class="st">
            <legend>
              <h2>{t('join.charter')}</h2>
            </legend>
            <ol class="st g2 n nol">
              {ARTICLES.map((number) => (
                <li>{t(`join.charter.${number}`)}</li>
              ))}
            </ol>
            <Tick {...field} name="charter" label={t('join.charter.agree', { version: CHARTER })} />
          </fieldset>
          <p class="s m n">{t('join.privacy')}</p>
          <div>
            <button class="b" name="do" value="check">
              {t('join.check.button')}
            </button>
          </div>
        </form>
        <aside class="c p st">
          <h2 class="s">{t('join.steps')}</h2>
          <ol class="st g2 nol">
            {ARTICLES.map((number) => (
              <li>{t(`join.step.${number}`)}</li>
            ))}
          </ol>
        </aside>
      </div>
    </div>
  )
}

/** Everything once more before it is sent. */
export const CheckPage = ({ speech, state, countries }: Props) => {
  const { t, locale } = speech
  const labels = labelsOf(speech)
  const said = (name: string): string => {
    const value = state.typed[name] ?? ''
    if (name === 'country') return countries.find(([code]) => code === value)?.[1] ?? value
    return name === 'kind' ? termName(speech, 'kind', value) : value
  }
  const shown = Object.keys(labels).filter((name) => name !== 'charter')
  return (
    <div class="w top st g5 n">
      <h1>{t('join.check')}</h1>
      <Facts rows={shown.map((name) => (said(name) === '' ? null : [labels[name] ?? '', <span class="pre">{said(name)}</span>]))} />
      <form class="cl" method="post" action={localPath(locale, '/join')}>
        {[...shown, 'key', 'charter'].map((name) => (
          <Hidden name={name} value={state.typed[name] ?? ''} />
        ))}
        <button class="b" name="do" value="send">
          {t('join.send')}
        </button>
        <button class="b q" name="do" value="change">
          {t('join.change')}
        </button>
      </form>
    </div>
  )
}
