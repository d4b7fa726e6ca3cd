import { localPath, SHIPPED } from '@stem/i18n/locales'
import { Facts } from '@stem/ui/facts'
import { Cards, ErrorSummary, Field, Hidden, Select, TextArea, type FormState } from '@stem/ui/form'
import { Notice } from '@stem/ui/notice'
import type { Speech } from '@stem/ui/speech'
import { AboutLines } from '../about/about-lines.tsx'
import type { About } from '../about/what-about.ts'
import { KINDS } from '../cases/case.ts'
import { FileField } from '../files/file-field.tsx'
import { AttachedFiles } from '../files/file-list.tsx'
import type { KeptFile } from '../files/kept-file.ts'
import { TurnstileWidget } from '../spam/turnstile-widget.tsx'
import { BesideForm } from './beside-form.tsx'
import { ALL, CARRIED, FIELDS, STEPS, type Step } from './request-form.ts'
import { Unseen } from './unseen.tsx'

/** Names of the fields. */
export const labelsOf = ({ t }: Speech): Record<string, string> => ({
  kind: t('request.kind'),
  name: t('join.contact.name'),
  address: t('account.address'),
  organisation: t('join.organisation'),
  job: t('account.job'),
  country: t('join.country'),
  language: t('asking.language'),
  challenge: t('request.challenge'),
  tried: t('request.tried'),
  table: t('request.table'),
  files: t('files.attach'),
})

type Countries = readonly (readonly [string, string])[]
type Props = {
  speech: Speech
  step: Step
  state: FormState
  countries: Countries
  about: readonly About[]
  /** Files that were chosen so far. */
  attached: readonly KeptFile[]
  /** Why it could not be done, beside the fields. */
  problem?: string
  /** Key of the check of the browser, where there is one. */
  siteKey?: string
}

const Stepper = ({ speech: { t, f }, step }: { speech: Speech; step: Step }) => (
  <ol class="stp n" aria-label={t('request.steps')}>
    {STEPS.map((one, index) => (
      <li class={one === step ? 'on' : index < STEPS.indexOf(step) ? 'dn' : ''} aria-current={one === step ? 'step' : undefined}>
        <span>
          {one === step ? (
            <>
              {t('asking.step', { number: f.number(index + 1), all: f.number(STEPS.length) })}
              <span class="only-w">: {t(`request.step.${one}`)}</span>
            </>
          ) : (
            t(`request.step.${one}`)
          )}
        </span>
      </li>
    ))}
  </ol>
)

const KindField = ({ speech, state }: { speech: Speech; state: FormState }) => (
  <Cards
    speech={speech}
    state={state}
    name="kind"
    label={speech.t('request.kind')}
    options={KINDS.map((kind) => ({ value: kind, label: speech.t(`request.kind.${kind}`), about: speech.t(`request.kind.${kind}.about`) }))}
  />
)

/** The field for the address that is answered to. */
export const AddressField = ({ speech, state, hint }: { speech: Speech; state: FormState; hint: string }) => (
  <Field
    speech={speech}
    state={state}
    name="address"
    label={speech.t('account.address')}
    hint={hint}
    type="email"
    inputmode="email"
    autocomplete="email"
    most={254}
  />
)

const StepFields = ({ speech, step, state, countries, attached }: Pick<Props, 'speech' | 'step' | 'state' | 'countries' | 'attached'>) => {
  const { t, f } = speech
  const labels = labelsOf(speech)
  const field = { speech, state }
  if (step === 'kind') return <KindField {...field} />
  if (step === 'you')
    return (
      <>
        <Field {...field} name="name" label={labels['name'] ?? ''} autocomplete="name" most={100} />
        <AddressField {...field} hint={t('request.address.hint')} />
        <Field {...field} name="organisation" label={labels['organisation'] ?? ''} autocomplete="organization" most={200} optional />
        <Field {...field} name="job" label={labels['job'] ?? ''} autocomplete="organization-title" most={120} optional />
        <Select {...field} name="country" label={labels['country'] ?? ''} none="–" options={[...countries]} optional />
        <Select {...field} name="language" label={labels['language'] ?? ''} options={SHIPPED.map((code) => [code, f.languageName(code)] as const)} />
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

const Answers = ({ speech, state, countries, about, attached }: Pick<Props, 'speech' | 'state' | 'countries' | 'about' | 'attached'>) => {
  const { t, f } = speech
  const labels = labelsOf(speech)
  const said = (name: string): string => {
    const value = state.typed[name] ?? ''
    if (value === '') return ''
    if (name === 'country') return countries.find(([code]) => code === value)?.[1] ?? value
    if (name === 'language') return f.languageName(value)
    return name === 'kind' ? t(`request.kind.${value as 'question'}`) : value
  }
  const answers = ALL.map((name) => (said(name) === '' ? null : ([labels[name] ?? '', <span class="pre">{said(name)}</span>] as const)))
  const files = attached.length === 0 ? t('files.none') : <AttachedFiles speech={speech} files={attached} />
  return <Facts rows={[...answers, ...about.map(({ title }) => [t('asking.about'), title] as const), [t('files.attached'), files]]} />
}

/** Everything that was typed so far and is not asked for here. */
const Carried = ({ typed, here }: { typed: Record<string, string>; here: readonly string[] }) => (
  <>
    {[...ALL, ...CARRIED]
      .filter((name) => !here.includes(name))
      .map((name) => (
        <Hidden name={name} value={typed[name] ?? ''} />
      ))}
  </>
)

const Problem = ({ problem }: { problem: string | undefined }) =>
  problem === undefined ? null : (
    <Notice tone="bad">
      <p role="alert">{problem}</p>
    </Notice>
  )

const help = ({ t }: Speech) => ({ text: t('asking.stuck'), path: '/contact', label: t('asking.contact') })

/** One step of the request. What other steps hold comes along unseen, so going back loses nothing. */
export const StepPage = ({ speech, step, state, countries, about, attached, problem, siteKey }: Props) => {
  const { t, locale } = speech
  const isLast = step === 'check'
  return (
    <div class="w top">
      <div class="sb r">
        <div class="st g5">
          <ErrorSummary speech={speech} state={state} labels={labelsOf(speech)} />
          <Problem problem={problem} />
          <div class="st g2">
            <h1>{t(`request.step.${step}`)}</h1>
            <Stepper speech={speech} step={step} />
          </div>
          <form
            class="st g5"
            method="post"
            action={`${localPath(locale, '/support/request')}#es`}
            enctype={step === 'challenge' ? 'multipart/form-data' : undefined}
            novalidate
          >
            <Carried typed={state.typed} here={isLast ? [] : FIELDS[step]} />
            <Unseen speech={speech} typed={state.typed} />
            <Hidden name="step" value={step} />
            <Hidden name="attached" value={String(attached.length)} />
            {!isLast && <AboutLines speech={speech} about={about} />}
            {isLast ? (
              <Answers speech={speech} state={state} countries={countries} about={about} attached={attached} />
            ) : (
              <StepFields speech={speech} step={step} state={state} countries={countries} attached={attached} />
            )}
            {isLast && siteKey !== undefined && <TurnstileWidget speech={speech} siteKey={siteKey} />}
            <div class="cl">
              <button class="b" name="go" value={isLast ? 'send' : 'on'}>
                {t(isLast ? 'request.send' : 'forms.continue')}
              </button>
              {step !== 'kind' && (
                <button class="b q" name="go" value="back">
                  {t('forms.back')}
                </button>
              )}
              <button class="b q" name="go" value="save">
                {t('asking.draft.save')}
              </button>
            </div>
          </form>
        </div>
        <BesideForm speech={speech} draft help={help(speech)} />
      </div>
    </div>
  )
}

/** Asks for the address that the link to a draft is mailed to. Everything else comes along unseen. */
export const SavePage = ({ speech, step, state, problem }: Pick<Props, 'speech' | 'step' | 'state' | 'problem'>) => {
  const { t, locale } = speech
  return (
    <div class="w top">
      <div class="sb r">
        <div class="st g5">
          <ErrorSummary speech={speech} state={state} labels={labelsOf(speech)} />
          <Problem problem={problem} />
          <h1>{t('asking.draft.save')}</h1>
          <p class="lead">{t('asking.draft.where')}</p>
          <form class="st g5" method="post" action={`${localPath(locale, '/support/request')}#es`} novalidate>
            <Carried typed={state.typed} here={['address']} />
            <Unseen speech={speech} typed={state.typed} />
            <Hidden name="step" value={step} />
            <Hidden name="asked" value="yes" />
            <AddressField speech={speech} state={state} hint={t('asking.draft.address.hint')} />
            <div class="cl">
              <button class="b" name="go" value="save">
                {t('asking.draft.send')}
              </button>
              <button class="b q" name="go" value="stay">
                {t('asking.draft.stay')}
              </button>
            </div>
          </form>
        </div>
        <BesideForm speech={speech} draft help={help(speech)} />
      </div>
    </div>
  )
}
