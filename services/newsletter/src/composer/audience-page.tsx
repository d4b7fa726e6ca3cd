import { COUNTRIES } from '@stem/contracts/countries'
import { FREQUENCIES, NEWSLETTER_TOPICS } from '@stem/contracts/newsletter'
import { localPath, LOCALES, SHIPPED } from '@stem/i18n/locales'
import { Cards, ErrorSummary, Hidden, type FormState } from '@stem/ui/form'
import { Icon } from '@stem/ui/icon'
import { Notice } from '@stem/ui/notice'
import { countryOptions, type Speech } from '@stem/ui/speech'
import { READERS } from '../audience/audience.ts'
import type { AudienceCount } from '../audience/count-audience.ts'
import { Counted } from '../audience/counted.tsx'
import type { Campaign } from '../campaigns/campaign.ts'
import { CampaignSteps } from './campaign-tags.tsx'

type Props = { speech: Speech; campaign: Campaign; state: FormState; count: AudienceCount; saved: boolean; problem?: string }

/** Boxes under a legend, each a field of its own. `fault`: what is wrong with them as a whole, and the field by which the summary of errors leads here. */
export const Boxes = ({
  state,
  legend,
  hint,
  names,
  columns = false,
  fault,
}: {
  state: FormState
  legend: string
  hint: string
  names: (readonly [string, string])[]
  columns?: boolean
  fault?: { field: string; text: string }
}) => (
  <fieldset class="fd" aria-describedby={fault && `e-${fault.field}`}>
    <legend>{legend}</legend>
    <p class="h">{hint}</p>
    {fault && (
      <p class="er" id={`e-${fault.field}`}>
        <Icon name="circle-alert" />
        {fault.text}
      </p>
    )}
    <div class={columns ? 'dcol' : undefined}>
      {names.map(([name, label], index) => (
        <label class="ck">
          <input type="checkbox" id={fault && index === 0 ? `f-${fault.field}` : undefined} name={name} value="yes" checked={state.typed[name] === 'yes'} />
          <span>{label}</span>
        </label>
      ))}
    </div>
  </fieldset>
)

/** For whom a campaign is: filters, and how many they reach at this moment. */
export const AudiencePage = ({ speech, campaign, state, count, saved, problem }: Props) => {
  const { t, locale } = speech
  return (
    <>
      <CampaignSteps speech={speech} campaign={campaign} at="audience" />
      <div class="cp st g5">
        <ErrorSummary speech={speech} state={state} labels={{ who: t('composer.who'), frequency: t('composer.rhythm') }} />
        {problem !== undefined && (
          <Notice tone="warn">
            <p role="alert">{problem}</p>
          </Notice>
        )}
        {saved && (
          <Notice tone="ok">
            <p role="status">{t('forms.saved')}</p>
          </Notice>
        )}
        <div class="sb r">
          <form class="st g5" method="post" action={`${localPath(locale, `/console/newsletter/${campaign.id}/audience`)}#es`} novalidate>
            <Hidden name="version" value={String(campaign.version)} />
            <Cards
              speech={speech}
              state={state}
              name="frequency"
              label={t('composer.rhythm')}
              options={FREQUENCIES.map((value) => ({ value, label: t(`newsletter.frequency.${value}`) }))}
            />
            <Boxes
              state={state}
              legend={t('composer.topics')}
              hint={t('composer.topics.hint')}
              names={NEWSLETTER_TOPICS.map((topic) => [`topic-${topic}`, t(`newsletter.topic.${topic}`)] as const)}
            />
            <Boxes
              state={state}
              legend={t('composer.languages')}
              hint={t('composer.languages.hint')}
              names={SHIPPED.map((code) => [`locale-${code}`, LOCALES[code]] as const)}
            />
            <Cards
              speech={speech}
              state={state}
              name="who"
              label={t('composer.who')}
              options={READERS.map((value) => ({ value, label: t(`composer.who.${value}`) }))}
            />
            <details open={COUNTRIES.some((country) => state.typed[`country-${country}`] === 'yes')}>
              <summary>{t('newsletter.countries')}</summary>
              <Boxes
                state={state}
                legend={t('newsletter.countries.short')}
                hint={t('composer.countries.hint')}
                names={countryOptions(speech, COUNTRIES).map(([code, name]) => [`country-${code}`, name] as const)}
                columns
              />
            </details>
            <div>
              <button class="b">{t('composer.audience.save')}</button>
            </div>
          </form>
          <Counted speech={speech} count={count} />
        </div>
      </div>
    </>
  )
}
