import { localPath } from '@stem/i18n/locales'
import { Facts } from '@stem/ui/facts'
import { Cards, ErrorSummary, Field, Hidden, Select, TextArea, type FormState } from '@stem/ui/form'
import { Notice } from '@stem/ui/notice'
import type { Speech } from '@stem/ui/speech'
import { KINDS } from '../cases/case.ts'
import { FileField } from '../files/file-field.tsx'
import { AttachedFiles } from '../files/file-list.tsx'
import type { KeptFile } from '../files/kept-file.ts'
import { ALL, FIELDS, STEPS, type Step } from './request-form.ts'

/** Names of the fields. */
export const labelsOf = ({ t }: Speech): Record<string, string> => ({
  kind: t('request.kind'),
  name: t('join.contact.name'),
  address: t('account.address'),
  organisation: t('join.organisation'),
  job: t('account.job'),
  country: t('join.country'),
  challenge: t('request.challenge'),
  tried: t('request.tried'),
  table: t('request.table'),
  files: t('files.attach'),
})

type Props = {
  speech: Speech
  step: Step
  state: FormState
  countries: readonly (readonly [string, string])[]
  attached: readonly KeptFile[]
  problem?: string
}

const Stepper = ({ speech: { t }, step }: { speech: Speech; step: Step }) => (
  <ol class="stp n" aria-label={t('request.steps')}>
    {STEPS.map((one, index) => (
      <li class={one === step ? 'on' : index < STEPS.indexOf(step) ? 'dn' : ''} aria-current={one === step ? 'step' : undefined}>
        <span>{t(`request.step.${one}`)}</span>
      </li>
    ))}
  </ol>
)

const StepFields = ({ speech, step, state, countries, attached }: Omit<Props, 'problem'>) => {
  const { t } = speech
  const labels = labelsOf(speech)
  const field = { speech, state }
  if (step === 'kind')
    return (
      <Cards
        {...field}
        name="kind"
        label={labels['kind'] ?? ''}
        options={KINDS.map((kind) => ({ value: kind, label: t(`request.kind.${kind}`), about: t(`request.kind.${kind}.about`) }))}
      />
    )
  if (step === 'you')
    return (
      <>
        <Field {...field} name="name" label={labels['name'] ?? ''} autocomplete="name" most={100} />
        <Field
          {...field}
          name="address"
          label={labels['address'] ?? ''}
          hint={t('request.address.hint')}
          type="email"
          inputmode="email"
          autocomplete="email"
          most={254}
        />
        <Field {...field} name="organisation" label={labels['organisation'] ?? ''} autocomplete="organization" most={200} optional />
        <Field {...field} name="job" label={labels['job'] ?? ''} autocomplete="organization-title" most={120} optional />
        <Select {...field} name="country" label={labels['country'] ?? ''} none="–" options={[...countries]} optional />
      </>
    )
  return (
    <>
      <TextArea {...field} name="challenge" label={labels['challenge'] ?? ''} hint={t('request.challenge.hint')} rows={7} most={4000} />
      <TextArea {...field} name="tried" label={labels['tried'] ?? ''} hint={t('request.tried.hint')} most={4000} optional />
      <TextArea {...field} name="table" label={labels['table'] ?? ''} hint={t('request.table.hint')} rows={3} most={1000} optional />
      <FileField {...field} attached={attached} />
    </>
  )
}

/** One step of the request. What other steps hold comes along unseen, so going back loses nothing. */
export const StepPage = ({ speech, step, state, countries, attached, problem }: Props) => {
  const { t, locale } = speech
  const labels = labelsOf(speech)
  const here: readonly string[] = step === 'check' ? [] : FIELDS[step]
  const said = (name: string): string => {
    const value = state.typed[name] ?? ''
    if (name === 'country') return countries.find(([code]) => code === value)?.[1] ?? value
    return name === 'kind' && value !== '' ? t(`request.kind.${value as 'question'}`) : value
  }
  return (
    <div class="w top st g5">
      <ErrorSummary speech={speech} state={state} labels={labels} />
      {problem !== undefined && (
        <Notice tone="bad">
          <p role="alert">{problem}</p>
        </Notice>
      )}
      <div class="st g2">
        <h1>{t('support.request')}</h1>
        <Stepper speech={speech} step={step} />
      </div>
      <form
        class="st g5"
        method="post"
        action={`${localPath(locale, '/support/request')}#es`}
        enctype={step === 'challenge' ? 'multipart/form-data' : undefined}
        novalidate
      >
        {ALL.filter((name) => !here.includes(name)).map((name) => (
          <Hidden name={name} value={state.typed[name] ?? ''} />
        ))}
        <Hidden name="key" value={state.typed['key'] ?? ''} />
        <Hidden name="step" value={step} />
        <Hidden name="attached" value={String(attached.length)} />
        <div hidden>
          <label for="f-more">{t('request.trap')}</label>
          <input id="f-more" name="more" autocomplete="off" tabindex={-1} value="" />
        </div>
        {step === 'check' ? (
          <Facts
            rows={[
              ...ALL.map((name) => (said(name) === '' ? null : ([labels[name] ?? '', <span class="pre">{said(name)}</span>] as const))),
              [t('files.attached'), attached.length === 0 ? t('files.none') : <AttachedFiles speech={speech} files={attached} />],
            ]}
          />
        ) : (
          <StepFields speech={speech} step={step} state={state} countries={countries} attached={attached} />
        )}
        {step === 'check' && <p class="s m n">{t('request.privacy')}</p>}
        <div class="cl">
          <button class="b" name="go" value={step === 'check' ? 'send' : 'on'}>
            {t(step === 'check' ? 'request.send' : 'forms.continue')}
          </button>
          {step !== 'kind' && (
            <button class="b q" name="go" value="back">
              {t('forms.back')}
            </button>
          )}
        </div>
      </form>
    </div>
  )
}
