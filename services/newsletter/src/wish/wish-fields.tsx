import { COUNTRIES } from '@stem/contracts/countries'
import { FREQUENCIES, NEWSLETTER_TOPICS } from '@stem/contracts/newsletter'
import { Cards, type FormState } from '@stem/ui/form'
import { Icon } from '@stem/ui/icon'
import { countryOptions, type Speech } from '@stem/ui/speech'
import { countryField, topicField } from './wish.ts'

const Box = ({ state, name, label, id }: { state: FormState; name: string; label: string; id?: string }) => (
  <label class="ck">
    <input type="checkbox" id={id ?? `f-${name}`} name={name} value="yes" checked={state.typed[name] === 'yes'} />
    <span>{label}</span>
  </label>
)

/** Topics, countries and frequency. Nothing is ticked beforehand. */
export const WishFields = ({ speech, state }: { speech: Speech; state: FormState }) => {
  const { t } = speech
  const fault = state.faults.find(({ field }) => field === 'topics')
  const chosen = COUNTRIES.filter((country) => state.typed[countryField(country)] === 'yes').length
  return (
    <>
      <fieldset class="fd" aria-describedby={fault ? 'e-topics' : undefined}>
        <legend>{t('newsletter.topics')}</legend>
        {fault && (
          <p class="er" id="e-topics">
            <Icon name="circle-alert" />
            <span class="vh">{t('forms.error')} </span>
            {t('newsletter.topics.none')}
          </p>
        )}
        {NEWSLETTER_TOPICS.map((topic, index) => (
          <Box state={state} name={topicField(topic)} label={t(`newsletter.topic.${topic}`)} id={index === 0 ? 'f-topics' : undefined} />
        ))}
      </fieldset>
      <details open={chosen > 0}>
        <summary>{t('newsletter.countries')}</summary>
        <fieldset class="fd">
          <legend class="s m">{t('newsletter.countries.hint')}</legend>
          <div class="cols">
            {countryOptions(speech, COUNTRIES).map(([code, name]) => (
              <Box state={state} name={countryField(code)} label={name} />
            ))}
          </div>
        </fieldset>
      </details>
      <Cards
        speech={speech}
        state={state}
        name="frequency"
        label={t('newsletter.frequency')}
        options={FREQUENCIES.map((value) => ({ value, label: t(`newsletter.frequency.${value}`), about: t(`newsletter.frequency.${value}.about`) }))}
      />
    </>
  )
}
