import { COUNTRIES } from '@stem/contracts/countries'
import { FREQUENCIES, NEWSLETTER_TOPICS } from '@stem/contracts/newsletter'
import { localPath, LOCALES, SHIPPED } from '@stem/i18n/locales'
import { Cards, ErrorSummary, Field, Hidden, Select, TextArea, type FormState } from '@stem/ui/form'
import { countryOptions, type Speech } from '@stem/ui/speech'
import { Boxes } from '../composer/audience-page.tsx'
import { countryField, topicField } from '../wish/wish.ts'
import { IMPORT_FIELDS } from './import.ts'

/** Longest texts of the form. */
export const MOST_BASIS = 1000
export const MOST_SOURCE = 200

const Explained = ({ speech: { t } }: { speech: Speech }) => (
  <aside class="c st" aria-labelledby="columns">
    <h2 id="columns">{t('imports.columns')}</h2>
    <p>{t('imports.columns.text')}</p>
    <dl class="fx">
      {IMPORT_FIELDS.map((field) => (
        <div>
          <dt>{t(`imports.field.${field}`)}</dt>
          <dd>{t(`imports.field.${field}.about`)}</dd>
        </div>
      ))}
    </dl>
    <p class="m">{t('imports.columns.others')}</p>
  </aside>
)

/** Bringing a file: the file, on which consent it rests, and what rows say that say nothing. */
export const UploadPage = ({ speech, state }: { speech: Speech; state: FormState }) => {
  const { t, locale } = speech
  const labels = {
    file: t('imports.file'),
    source: t('imports.source'),
    basis: t('imports.basis'),
    consentedOn: t('imports.consented-on'),
    language: t('imports.default.language'),
    topics: t('imports.default.topics'),
    frequency: t('imports.default.frequency'),
  }
  return (
    <div class="cp st g5">
      <ErrorSummary speech={speech} state={state} labels={labels} />
      <div class="sb r">
        <form class="st g5" method="post" enctype="multipart/form-data" action={`${localPath(locale, '/console/newsletter/imports/new')}#es`} novalidate>
          <Hidden name="key" value={state.typed['key'] ?? ''} />
          <Field
            speech={speech}
            state={state}
            name="file"
            type="file"
            label={labels.file}
            hint={t('imports.file.hint')}
            accept=".csv,.tsv,.txt,.zip,text/csv,application/zip"
          />
          <Field speech={speech} state={state} name="source" label={labels.source} hint={t('imports.source.hint')} most={MOST_SOURCE} />
          <TextArea speech={speech} state={state} name="basis" label={labels.basis} hint={t('imports.basis.hint')} rows={4} most={MOST_BASIS} />
          <Field speech={speech} state={state} name="consentedOn" type="date" label={labels.consentedOn} hint={t('imports.consented-on.hint')} />
          <section class="st" aria-labelledby="defaults">
            <h2 id="defaults">{t('imports.defaults')}</h2>
            <p>{t('imports.defaults.text')}</p>
            <Select
              speech={speech}
              state={state}
              name="language"
              label={labels.language}
              options={SHIPPED.map((code) => [code, LOCALES[code]] as const)}
              none={t('forms.choose')}
            />
            <Boxes
              state={state}
              legend={labels.topics}
              hint={t('imports.default.topics.hint')}
              names={NEWSLETTER_TOPICS.map((topic) => [topicField(topic), t(`newsletter.topic.${topic}`)] as const)}
              fault={state.faults.some(({ field }) => field === 'topics') ? { field: 'topics', text: t('newsletter.topics.none') } : undefined}
            />
            <details open={COUNTRIES.some((country) => state.typed[countryField(country)] === 'yes')}>
              <summary>{t('newsletter.countries')}</summary>
              <Boxes
                state={state}
                legend={t('newsletter.countries.short')}
                hint={t('imports.default.countries.hint')}
                names={countryOptions(speech, COUNTRIES).map(([code, name]) => [countryField(code), name] as const)}
                columns
              />
            </details>
            <Cards
              speech={speech}
              state={state}
              name="frequency"
              label={labels.frequency}
              options={FREQUENCIES.map((value) => ({ value, label: t(`newsletter.frequency.${value}`) }))}
            />
          </section>
          <div>
            <button class="b">{t('imports.upload')}</button>
          </div>
        </form>
        <Explained speech={speech} />
      </div>
    </div>
  )
}
