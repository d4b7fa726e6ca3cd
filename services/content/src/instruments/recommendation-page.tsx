import { COUNTRIES } from '@stem/contracts/countries'
import { localPath, SHIPPED } from '@stem/i18n/locales'
import { ErrorSummary, Field, Hidden, Select, TextArea, untouched, type FormState } from '@stem/ui/form'
import { InLanguages } from '@stem/ui/in-languages'
import { Notice } from '@stem/ui/notice'
import { countryOptions, type Speech } from '@stem/ui/speech'
import { Differences } from './differences.tsx'
import { adviceState } from './instrument-form.ts'
import { FollowUpTag } from './instrument-tags.tsx'
import type { Instrument } from './instrument.ts'
import { textFor } from './recommendation-list.tsx'
import { FOLLOW_UP_STATES, type FollowUp, type Recommendation } from './recommendation.ts'

const inEach = (part: string): string[] => SHIPPED.map((locale) => `${part}_${locale}`)

/** Names of the fields as the forms say them. */
export const labelsOf = ({ t, f }: Speech): Record<string, string> => ({
  ...Object.fromEntries(SHIPPED.map((locale) => [`text_${locale}`, `${t('instruments.recommendation')} (${f.languageName(locale)})`])),
  addressee: t('instruments.addressee'),
  organisation: t('instruments.register'),
  due: t('instruments.due'),
  country: t('join.country'),
  state: t('instruments.following'),
  on: t('instruments.on'),
  source: t('instruments.source'),
  note: t('instruments.note'),
})

const AdviceFields = ({ speech, state, originalLocale }: { speech: Speech; state: FormState; originalLocale: string }) => {
  const { t, f } = speech
  const field = { speech, state }
  return (
    <>
      <fieldset class="st g2">
        <legend>{t('instruments.recommendation')}</legend>
        <InLanguages
          {...field}
          fields={(locale) => [`text_${locale}`]}
          each={(locale) => (
            <TextArea
              {...field}
              name={`text_${locale}`}
              label={f.languageName(locale)}
              lang={locale}
              rows={5}
              most={2000}
              optional={locale !== originalLocale}
            />
          )}
        />
      </fieldset>
      <Field {...field} name="addressee" label={t('instruments.addressee')} hint={t('instruments.addressee.hint')} most={300} />
      <Field {...field} name="organisation" label={t('instruments.register')} hint={t('instruments.register.hint')} most={500} optional />
      <Field {...field} name="due" label={t('instruments.due')} type="date" optional />
    </>
  )
}

type NewProps = { speech: Speech; found: Instrument; state: FormState; formKey: string }

/** The form of a new recommendation. */
export const NewRecommendationPage = ({ speech, found, state, formKey }: NewProps) => {
  const base = localPath(speech.locale, `/console/instruments/${found.item.id}`)
  return (
    <div class="cp st g5">
      <ErrorSummary speech={speech} state={state} labels={labelsOf(speech)} />
      <Back speech={speech} found={found} base={base} />
      <form class="st" method="post" action={`${base}/recommendations#es`} novalidate>
        <Hidden name="key" value={formKey} />
        <AdviceFields speech={speech} state={state} originalLocale={found.item.originalLocale} />
        <div>
          <button class="b">{speech.t('instruments.recommendation.add')}</button>
        </div>
      </form>
    </div>
  )
}

const titleOf = (found: Instrument): { title: string; lang: string } => {
  const { texts, originalLocale } = found.item
  const own = texts.find(({ locale }) => locale === originalLocale) ?? texts[0]
  return { title: own?.title ?? '', lang: own?.locale ?? originalLocale }
}

const Back = ({ speech, found, base }: { speech: Speech; found: Instrument; base: string }) => {
  const { title, lang } = titleOf(found)
  return (
    <p>
      <a href={base} lang={lang === speech.locale ? undefined : lang}>
        {title}
      </a>
    </p>
  )
}

type Props = {
  speech: Speech
  found: Instrument
  recommendation: Recommendation
  followUps: readonly FollowUp[]
  /** What was typed into the recommendation, and into the step of a country. */
  state: FormState
  step: FormState
  isConflict: boolean
  isSaved: boolean
  problem: string | undefined
}

const StepForm = ({ speech, found, recommendation, step, action }: Pick<Props, 'speech' | 'found' | 'recommendation' | 'step'> & { action: string }) => {
  const { t } = speech
  const own = found.content.country
  const typed = { country: own !== null && recommendation.countries.length === 0 ? own : '', ...step.typed }
  const field = { speech, state: { ...step, typed } }
  return (
    <form class="c st" method="post" action={action} novalidate>
      <h3>{t('instruments.step')}</h3>
      <Hidden name="seen" value={step.typed['seen'] ?? ''} />
      <Select {...field} name="country" label={t('join.country')} options={countryOptions(speech, COUNTRIES)} none={t('forms.choose')} />
      <Select
        {...field}
        name="state"
        label={t('instruments.following')}
        options={FOLLOW_UP_STATES.map((one) => [one, t(`instruments.following.${one}`)] as const)}
      />
      <Field {...field} name="on" label={t('instruments.on')} type="date" />
      <Field {...field} name="source" label={t('instruments.source')} hint={t('instruments.source.hint')} type="url" inputmode="url" most={300} optional />
      <TextArea {...field} name="note" label={t('instruments.note')} hint={t('instruments.note.hint')} rows={2} most={1000} optional />
      <div>
        <button class="b">{t('instruments.step.button')}</button>
      </div>
    </form>
  )
}

const History = ({ speech, followUps }: Pick<Props, 'speech' | 'followUps'>) => {
  const { t, f } = speech
  return followUps.length === 0 ? (
    <p class="m">{t('instruments.history.none')}</p>
  ) : (
    <ol class="tlx">
      {followUps.map(({ country, state, on, source, note }, index) => (
        <li class={followUps.findIndex((one) => one.country === country) === index ? 'now' : 'dn'}>
          <p class="cl g2">
            <b>{f.countryName(country)}</b> <FollowUpTag speech={speech} state={state} /> <span class="dt">{f.date(on)}</span>
          </p>
          {source !== null && (
            <p class="s">
              <a href={source} rel="noopener noreferrer">
                {source}
              </a>
            </p>
          )}
          {note !== null && <p class="s pre">{note}</p>}
        </li>
      ))}
    </ol>
  )
}

/** One recommendation: its words, and what became of it in each country. */
export const RecommendationPage = ({ speech, found, recommendation, followUps, state, step, isConflict, isSaved, problem }: Props) => {
  const { t, f } = speech
  const { text, lang } = textFor(speech, recommendation.texts, found.item.originalLocale)
  const base = localPath(speech.locale, `/console/instruments/${found.item.id}`)
  const own = `${base}/recommendations/${recommendation.id}`
  const labels = labelsOf(speech)
  const kept = adviceState(recommendation)
  const parts = [...inEach('text'), 'addressee', 'organisation', 'due'].map((name) => ({
    label: labels[name] ?? name,
    ...(name.startsWith('text_') ? { lang: name.slice(-2) } : {}),
    theirs: kept.typed[name] ?? '',
    mine: state.typed[name] ?? '',
  }))
  return (
    <div class="cp st g6">
      <ErrorSummary speech={speech} state={{ ...state, faults: [...state.faults, ...step.faults] }} labels={labels} />
      {problem !== undefined && (
        <Notice tone="warn">
          <p role="alert">{problem}</p>
        </Notice>
      )}
      {isSaved && (
        <Notice tone="ok">
          <p role="status">{t('forms.saved')}</p>
        </Notice>
      )}
      {isConflict && <Differences speech={speech} parts={parts} />}
      <div class="st g2">
        <Back speech={speech} found={found} base={base} />
        <p class="lead pre" lang={lang === speech.locale ? undefined : lang}>
          {text}
        </p>
        <p class="meta">
          <span>{recommendation.addressee}</span>
          <span>{recommendation.dueOn === null ? t('instruments.no-day') : t('instruments.until', { date: f.date(recommendation.dueOn) })}</span>
        </p>
      </div>
      <section class="st" aria-labelledby="follow-up">
        <h2 id="follow-up">{t('instruments.history')}</h2>
        <div class="sb h2c">
          <History speech={speech} followUps={followUps} />
          <StepForm speech={speech} found={found} recommendation={recommendation} step={step} action={`${own}/follow-up#es`} />
        </div>
      </section>
      <section class="st" aria-labelledby="words">
        <h2 id="words">{t('instruments.recommendation.words')}</h2>
        <form class="st" method="post" action={`${own}#es`} novalidate>
          <Hidden name="version" value={state.typed['version'] ?? '0'} />
          <AdviceFields speech={speech} state={state} originalLocale={found.item.originalLocale} />
          <div class="cl">
            <button class="b" name="do" value="save">
              {t('instruments.save')}
            </button>
          </div>
        </form>
        <details>
          <summary>{t('instruments.remove')}</summary>
          <form class="st" method="post" action={own}>
            {Object.entries(untouched(kept.typed).typed).map(([name, value]) => (
              <Hidden name={name} value={value} />
            ))}
            <p>{t('instruments.remove.text')}</p>
            <div>
              <button class="b d" name="do" value="remove">
                {t('instruments.remove')}
              </button>
            </div>
          </form>
        </details>
      </section>
    </div>
  )
}
