import { COUNTRIES } from '@stem/contracts/countries'
import { FREQUENCIES, NEWSLETTER_TOPICS } from '@stem/contracts/newsletter'
import { localPath, LOCALES, SHIPPED } from '@stem/i18n/locales'
import { Select, type FormState } from '@stem/ui/form'
import { Notice } from '@stem/ui/notice'
import { countryOptions, type Speech } from '@stem/ui/speech'
import { READERS } from '../audience/audience.ts'
import { Boxes } from '../composer/audience-page.tsx'
import { countryField, topicField } from '../wish/wish.ts'
import { EXPORTED_STATES } from './export-readers.ts'

/** Which readers a file is to hold. Nothing ticked: all of them. */
export const ExportPage = ({ speech, state, problem }: { speech: Speech; state: FormState; problem: string | null }) => {
  const { t, locale } = speech
  return (
    <div class="cp st g5">
      {problem !== null && (
        <Notice tone="warn">
          <p role="alert">{problem}</p>
        </Notice>
      )}
      <p class="lead">{t('exports.lead')}</p>
      <form class="st g5" method="post" action={localPath(locale, '/console/newsletter/exports')}>
        <Boxes
          state={state}
          legend={t('exports.states')}
          hint={t('exports.states.hint')}
          names={EXPORTED_STATES.map((one) => [`state-${one}`, t(`exports.state.${one}`)] as const)}
        />
        <Boxes
          state={state}
          legend={t('composer.topics')}
          hint={t('composer.topics.hint')}
          names={NEWSLETTER_TOPICS.map((topic) => [topicField(topic), t(`newsletter.topic.${topic}`)] as const)}
        />
        <Boxes
          state={state}
          legend={t('composer.languages')}
          hint={t('composer.languages.hint')}
          names={SHIPPED.map((code) => [`locale-${code}`, LOCALES[code]] as const)}
        />
        <div class="cl ae">
          <Select
            speech={speech}
            state={state}
            name="frequency"
            label={t('composer.rhythm')}
            optional
            quiet
            none={t('exports.frequency.all')}
            options={FREQUENCIES.map((value) => [value, t(`newsletter.frequency.${value}`)] as const)}
          />
          <Select
            speech={speech}
            state={state}
            name="who"
            label={t('composer.who')}
            options={READERS.map((value) => [value, t(`composer.who.${value}`)] as const)}
          />
        </div>
        <details open={COUNTRIES.some((country) => state.typed[countryField(country)] === 'yes')}>
          <summary>{t('newsletter.countries')}</summary>
          <Boxes
            state={state}
            legend={t('newsletter.countries.short')}
            hint={t('composer.countries.hint')}
            names={countryOptions(speech, COUNTRIES).map(([code, name]) => [countryField(code), name] as const)}
            columns
          />
        </details>
        <div>
          <button class="b">{t('exports.button')}</button>
        </div>
      </form>
    </div>
  )
}
