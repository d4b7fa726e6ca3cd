import { localPath } from '@stem/i18n/locales'
import { SeriesTable } from '@stem/ui/line-chart'
import { MoreLink } from '@stem/ui/more-link'
import type { Speech } from '@stem/ui/speech'
import { placeText, wordsOf } from '../indicators/indicator-words.ts'
import { countriesOf, isTarget, yearsOf, type PublicIndicator } from '../indicators/read-indicator.ts'

/** Flags by country and year. */
export const flagsOf = (series: PublicIndicator['series']): Record<string, Record<number, string>> =>
  Object.fromEntries(
    Object.entries(series).map(([country, points]) => [
      country,
      Object.fromEntries(points.flatMap(({ year, flags }) => (flags === null ? [] : [[year, flags]]))),
    ]),
  )

/** Every value of an indicator with its flags; what is missing is a colon. */
export const TablePage = ({ speech, indicator }: { speech: Speech; indicator: PublicIndicator }) => {
  const { t, locale } = speech
  const { title, lang, unit } = wordsOf(speech, indicator)
  const years = yearsOf(indicator)
  const path = localPath(locale, `/data/${indicator.slug}`)
  const names = countriesOf(indicator).toSorted((a, b) => (a === 'EU' ? -1 : b === 'EU' ? 1 : placeText(speech, a).localeCompare(placeText(speech, b), locale)))
  return (
    <div class="w top st g5">
      <h1 lang={lang}>{t('data.table.title', { title })}</h1>
      {years ? (
        <SeriesTable
          speech={speech}
          series={indicator.series}
          flags={isTarget(indicator) ? {} : flagsOf(indicator.series)}
          countries={names}
          years={[years.first, years.last]}
          caption={t('data.measure', { title, unit, first: years.first, last: years.last })}
        />
      ) : (
        <p>{t('data.finding.none')}</p>
      )}
      <p class="s m">
        {t('data.flags')} {t('data.table.missing')}
      </p>
      <p class="src">
        <span>{t('data.source', { publisher: indicator.publisher })}</span>
        <a href={`${path}.csv`}>CSV</a>
        <a href={`${path}.json`}>JSON</a>
      </p>
      <MoreLink href={path}>{title}</MoreLink>
    </div>
  )
}
