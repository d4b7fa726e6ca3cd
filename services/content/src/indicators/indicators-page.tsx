import { localPath } from '@stem/i18n/locales'
import { MoreLink } from '@stem/ui/more-link'
import { Empty } from '@stem/ui/notice'
import { ReportSection } from '@stem/ui/row-list'
import type { Speech } from '@stem/ui/speech'
import { findingText, wordsOf } from './indicator-words.ts'
import { isTarget, yearsOf, type PublicIndicator } from './read-indicator.ts'

const Indicator = ({ speech, indicator }: { speech: Speech; indicator: PublicIndicator }) => {
  const { t, f, locale } = speech
  const { title, lang, unit } = wordsOf(speech, indicator)
  const years = yearsOf(indicator)
  const countries = Object.keys(indicator.series).filter((country) => country !== 'EU').length
  return (
    <li>
      <h3>
        <a href={localPath(locale, `/data/${indicator.slug}`)} lang={lang}>
          {title}
        </a>
      </h3>
      <p>{findingText(speech, indicator)}.</p>
      <p class="meta">
        <span>{unit}</span>
        {years && <span>{t('data.latest', { year: years.latest })}</span>}
        <span>{countries === 0 ? t('data.eu-only') : t('data.countries', { n: countries, count: f.number(countries) })}</span>
      </p>
    </li>
  )
}

/** Every indicator on file with what it says, and the ways to look at several at once. */
export const IndicatorsPage = ({ speech, indicators }: { speech: Speech; indicators: PublicIndicator[] }) => {
  const { t, locale } = speech
  const measured = indicators.filter((indicator) => !isTarget(indicator)).toSorted((a, b) => Object.keys(b.series).length - Object.keys(a.series).length)
  return (
    <>
      <div class="w top st g2">
        <h1>{t('data.title')}</h1>
        <p class="lead">{t('data.lead')}</p>
      </div>
      <ReportSection
        id="list"
        title={t('data.list')}
        side={
          <nav class="st g2" aria-label={t('data.more')}>
            <MoreLink href={localPath(locale, '/data/compare')}>{t('data.compare')}</MoreLink>
            <MoreLink href={localPath(locale, '/data/targets')}>{t('data.targets.title')}</MoreLink>
            <MoreLink href={localPath(locale, '/data/download')}>{t('data.download.link')}</MoreLink>
            <MoreLink href="/api/v1/indicators">{t('data.api')}</MoreLink>
          </nav>
        }
      >
        {measured.length === 0 ? (
          <Empty title={t('data.none')} />
        ) : (
          <ul class="rows nc">
            {measured.map((indicator) => (
              <Indicator speech={speech} indicator={indicator} />
            ))}
          </ul>
        )}
      </ReportSection>
    </>
  )
}
