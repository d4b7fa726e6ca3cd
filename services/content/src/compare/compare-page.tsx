import { localPath } from '@stem/i18n/locales'
import { LineChart, SeriesTable } from '@stem/ui/line-chart'
import { MoreLink } from '@stem/ui/more-link'
import { Notice } from '@stem/ui/notice'
import type { Speech } from '@stem/ui/speech'
import { chartOf } from '../indicator/indicator-chart.ts'
import { flagsOf } from '../indicator/table-page.tsx'
import { findingText, placeText, wordsOf } from '../indicators/indicator-words.ts'
import { countriesOf, yearsOf, type PublicIndicator } from '../indicators/read-indicator.ts'

/** `countries`: those chosen, at most six; `tooMany`: whether more were. */
export type Comparison = { indicator: PublicIndicator; countries: readonly string[]; tooMany: boolean }

type Props = { speech: Speech; indicators: PublicIndicator[]; comparison: Comparison | null }

const Choice = ({ speech, indicators, comparison }: Props) => {
  const { t, locale } = speech
  const codes = [...new Set(indicators.flatMap(countriesOf))].filter((code) => code !== 'EU')
  const named = codes.map((code) => [code, placeText(speech, code)] as const).toSorted(([, a], [, b]) => a.localeCompare(b, locale))
  return (
    <form class="st" method="get" action={localPath(locale, '/data/compare')}>
      <div class="fd">
        <label for="indicator">{t('data.compare.indicator')}</label>
        <select class="in" id="indicator" name="indicator">
          {indicators.map((indicator) => {
            const { title, lang } = wordsOf(speech, indicator)
            return (
              <option value={indicator.slug} lang={lang} selected={indicator.slug === comparison?.indicator.slug}>
                {title}
              </option>
            )
          })}
        </select>
      </div>
      <fieldset>
        <legend>{t('data.compare.countries')}</legend>
        <div class="dcol">
          {named.map(([code, name]) => (
            <label class="ck">
              <input type="checkbox" name="country" value={code} checked={comparison?.countries.includes(code)} />
              {name}
            </label>
          ))}
        </div>
      </fieldset>
      <button class="b">{t('data.compare.show')}</button>
    </form>
  )
}

const Result = ({ speech, comparison: { indicator, countries, tooMany } }: { speech: Speech; comparison: Comparison }) => {
  const { t, f, locale } = speech
  const { title, lang, unit } = wordsOf(speech, indicator)
  const known = countries.filter((country) => indicator.series[country] !== undefined)
  const unknown = countries.filter((country) => !known.includes(country))
  const years = yearsOf(indicator)
  const chart = known.length === 0 ? null : chartOf(speech, indicator, known)
  const rows = [...(indicator.series['EU'] ? ['EU'] : []), ...known]
  return (
    <section class="st" aria-labelledby="result">
      <h2 id="result" lang={lang}>
        {title}
      </h2>
      <p class="m">{findingText(speech, indicator)}.</p>
      {tooMany && (
        <Notice tone="warn">
          <p>{t('data.compare.many')}</p>
        </Notice>
      )}
      {unknown.length > 0 && (
        <Notice tone="warn">
          <p>{t('data.compare.without', { countries: f.list(unknown.map((country) => placeText(speech, country))) })}</p>
        </Notice>
      )}
      {chart && (
        <figure class="fig">
          <p class="m">
            {chart.measure} {t('data.grey')}
          </p>
          <LineChart {...chart} />
          <figcaption class="src">
            <span>{t('data.source', { publisher: indicator.publisher })}</span>
          </figcaption>
        </figure>
      )}
      {years && rows.length > 0 && (
        <SeriesTable
          speech={speech}
          series={indicator.series}
          flags={flagsOf(indicator.series)}
          countries={rows}
          years={[years.first, years.last]}
          caption={t('data.measure', { title, unit, first: years.first, last: years.last })}
        />
      )}
      <p class="s m">
        {t('data.flags')} {t('data.table.missing')}
      </p>
      <MoreLink href={localPath(locale, `/data/${indicator.slug}`)}>{title}</MoreLink>
    </section>
  )
}

/** Two to six countries beside each other in one indicator: the choice, the chart and the table. */
export const ComparePage = (props: Props) => {
  const { speech, comparison } = props
  const { t } = speech
  const isEnough = comparison !== null && comparison.countries.length >= 2
  return (
    <div class="w top st g6">
      <div class="st g2">
        <h1>{t('data.compare')}</h1>
        <p class="lead">{t('data.compare.lead')}</p>
      </div>
      {comparison !== null && !isEnough && (
        <Notice tone="warn">
          <p>{t('data.compare.few')}</p>
        </Notice>
      )}
      {isEnough && <Result speech={speech} comparison={comparison} />}
      {props.indicators.length === 0 ? <p>{t('data.none')}</p> : <Choice {...props} />}
    </div>
  )
}
