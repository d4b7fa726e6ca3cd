import { localPath } from '@stem/i18n/locales'
import { Bar } from '@stem/ui/bar'
import { Facts } from '@stem/ui/facts'
import { LineChart } from '@stem/ui/line-chart'
import { MoreLink } from '@stem/ui/more-link'
import { changesOf, pointIn, rankingOf, stepsOf } from '@stem/ui/series'
import type { Speech } from '@stem/ui/speech'
import { EuropeTiles, hasTile, TilesLegend } from '@stem/ui/tiles'
import { UntranslatedNotice } from '@stem/ui/untranslated'
import { careTexts, findingText, placeText, valueText, wordsOf } from '../indicators/indicator-words.ts'
import { isTarget, yearsOf, type PublicIndicator } from '../indicators/read-indicator.ts'
import type { FoundIndicator } from './find-indicator.ts'
import { chartOf } from './indicator-chart.ts'

/** Files of an indicator by ending and name; drawings only where there is a line. */
const FILES = [
  ['csv', 'CSV'],
  ['json', 'JSON'],
  ['jsonstat.json', 'JSON-stat'],
  ['csv-metadata.json', 'CSVW'],
] as const
const DRAWINGS = [
  ['svg', 'SVG'],
  ['png', 'PNG'],
] as const

/** `chosen`: countries of the address. `year`: of the ranking and the tiles. */
export type IndicatorView = { speech: Speech; found: FoundIndicator; chosen: readonly string[]; year: number | null; apa: string; bibtex: string }

/** Address of the profile of a country, where it has one. */
const profileOf = ({ locale }: Speech, country: string): string | undefined =>
  hasTile(country) ? localPath(locale, `/countries/${country.toLowerCase()}`) : undefined

const Chart = ({ speech, found: { indicator }, chosen }: IndicatorView) => {
  const { t, locale } = speech
  const chart = chartOf(speech, indicator, chosen)
  const query = chosen.length === 0 ? '' : `?${chosen.map((country) => `country=${country}`).join('&')}`
  const at = (ending: string) => `${localPath(locale, `/data/${indicator.slug}.${ending}`)}${query}`
  return (
    <figure class="fig">
      {chart && (
        <>
          <p class="m">
            {chart.measure} {t('data.grey')}
          </p>
          <LineChart {...chart} />
        </>
      )}
      <figcaption class="src">
        <span>{t('data.source', { publisher: indicator.publisher })}</span>
        {[...FILES, ...(chart ? DRAWINGS : [])].map(([ending, name]) => (
          <a href={at(ending)}>{name}</a>
        ))}
        <a href="#cite">{t('data.cite')}</a>
      </figcaption>
    </figure>
  )
}

const Ranking = ({ speech, indicator, year }: { speech: Speech; indicator: PublicIndicator; year: number }) => {
  const { t, f } = speech
  const ranking = rankingOf(indicator.series, year)
  const most = Math.max(0, ...ranking.map(({ value }) => value))
  return (
    <section class="st" aria-labelledby="ranking">
      <h2 id="ranking">{t('data.ranking', { year })}</h2>
      <ul class="rk">
        {ranking.map(({ country, value, flags, rank }) => {
          const href = profileOf(speech, country)
          const name = placeText(speech, country)
          return (
            <li class={country === 'EU' ? 'e' : undefined}>
              <span class="p">{rank === null ? '' : f.number(rank)}</span>
              <span>{href === undefined ? name : <a href={href}>{name}</a>}</span>
              <Bar value={value} max={most} />
              <b>
                {valueText(speech, indicator.unit, value)}
                {flags !== null && <sup>{flags}</sup>}
              </b>
            </li>
          )
        })}
      </ul>
      <p class="xs m">{t('data.ranking.note')}</p>
    </section>
  )
}

const Tiles = ({ speech, indicator, year }: { speech: Speech; indicator: PublicIndicator; year: number }) => {
  const { t, locale } = speech
  const steps = stepsOf(indicator.series)
  const here = localPath(locale, `/data/${indicator.slug}`)
  return (
    <section class="st" aria-labelledby="tiles">
      <h2 id="tiles">{t('data.tiles', { year })}</h2>
      <EuropeTiles
        speech={speech}
        series={indicator.series}
        year={year}
        steps={steps}
        change={changesOf(indicator.series)}
        href={(country) => profileOf(speech, country) ?? here}
      />
      <TilesLegend speech={speech} steps={steps} />
      <p class="xs m">{t('data.tiles.note', { year })}</p>
    </section>
  )
}

const Years = ({ speech, indicator, year }: { speech: Speech; indicator: PublicIndicator; year: number }) => {
  const { t, locale } = speech
  const years = [...new Set(Object.values(indicator.series).flatMap((points) => points.map((point) => point.year)))].toSorted()
  const here = localPath(locale, `/data/${indicator.slug}`)
  if (years.length < 2) return null
  return (
    <nav class="pgn" aria-label={t('data.year')}>
      {years.map((one) => (
        <a href={`${here}?year=${one}#ranking`} aria-current={one === year ? 'true' : undefined}>
          {one}
        </a>
      ))}
    </nav>
  )
}

const About = ({ speech, found, apa, bibtex }: IndicatorView) => {
  const { t, f, locale } = speech
  const { indicator, vintages, snapshots } = found
  const { unit, definition, method } = wordsOf(speech, indicator)
  const { vintage } = indicator
  return (
    <section class="sb h2c rule sec" aria-labelledby="about">
      <div class="st">
        <h2 id="about">{t('data.about')}</h2>
        {[definition, method].filter(Boolean).map((text) => (
          <p class="n">{text}</p>
        ))}
        <h3 id="cite">{t('data.cite')}</h3>
        <p class="s">{apa}</p>
        <details>
          <summary>BibTeX</summary>
          <p class="pre mono">{bibtex}</p>
        </details>
      </div>
      <Facts
        rows={[
          [t('data.unit'), unit],
          [t('data.publisher'), <a href={indicator.sourceUrl}>{indicator.publisher}</a>],
          [t('data.terms'), vintage?.licence ?? t('data.terms.unknown')],
          vintage && [t('data.vintage'), t('data.vintage.text', { number: vintage.number, date: f.date(vintage.retrievedOn) })],
          vintages.length === 0
            ? null
            : [
                t('data.vintages'),
                <a href={localPath(locale, `/data/${indicator.slug}/vintages`)}>
                  {t('data.vintages.all', { n: vintages.length, count: f.number(vintages.length) })}
                </a>,
              ],
          snapshots.length === 0
            ? null
            : [
                t('data.pinned'),
                <ul class="cl0">
                  {snapshots.map(({ id, vintage: of, createdAt }) => (
                    <li>
                      <a href={localPath(locale, `/data/snapshots/${id}`)}>{t('data.pinned.line', { vintage: of, date: f.day(createdAt) })}</a>
                    </li>
                  ))}
                </ul>,
              ],
        ]}
      />
    </section>
  )
}

/** An indicator: what it says, the lines, ranking and tiles of a year, how to read it, where it is from and how to take it along. */
export const IndicatorPage = (view: IndicatorView) => {
  const { speech, found, year } = view
  const { t, f, locale } = speech
  const { indicator } = found
  const { title, lang, definition } = wordsOf(speech, indicator)
  const years = yearsOf(indicator)
  const countries = Object.keys(indicator.series).filter((country) => country !== 'EU')
  const care = careTexts(speech, indicator)
  const compared = countries.length > 1 && year !== null && countries.some((country) => pointIn(indicator.series, country, year))
  const links = [
    ...(countries.length > 1 ? [[`/data/compare?indicator=${indicator.slug}`, t('data.compare')] as const] : []),
    [`/data/${indicator.slug}/table`, t('data.table')] as const,
    ...(isTarget(indicator) ? [['/data/targets', t('data.targets.title')] as const] : []),
  ]
  return (
    <div class="w top st g6">
      <div class="st g2">
        <h1 lang={lang}>{title}</h1>
        {definition !== '' && <p class="lead">{definition}</p>}
        {lang !== undefined && <UntranslatedNotice speech={speech} lang={lang} />}
        {years && (
          <p class="meta">
            <span>{t('data.latest', { year: years.latest })}</span>
            <span>
              {t('data.coverage.text', {
                countries: countries.length === 0 ? t('data.eu-only') : t('data.countries', { n: countries.length, count: f.number(countries.length) }),
                first: years.first,
                last: years.last,
              })}
            </span>
          </p>
        )}
      </div>
      <section class="st" aria-labelledby="finding">
        <h2 id="finding">{findingText(speech, indicator)}</h2>
        <Chart {...view} />
        <p class="cl g5">
          {links.map(([path, text]) => (
            <MoreLink href={localPath(locale, path)}>{text}</MoreLink>
          ))}
        </p>
      </section>
      {compared && year !== null && (
        <>
          <Years speech={speech} indicator={indicator} year={year} />
          <div class="sb h5">
            <Ranking speech={speech} indicator={indicator} year={year} />
            <Tiles speech={speech} indicator={indicator} year={year} />
          </div>
        </>
      )}
      {care.length > 0 && (
        <div class="al warn">
          <h2 class="s">{t('data.care')}</h2>
          <ul>
            {care.map((text) => (
              <li>{text}</li>
            ))}
          </ul>
        </div>
      )}
      <About {...view} />
    </div>
  )
}
