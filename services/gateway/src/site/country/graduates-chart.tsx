import type { Indicator } from '@stem/contracts/content'
import { localPath } from '@stem/i18n/locales'
import { Empty } from '@stem/ui/notice'
import { LineChart, SeriesTable } from '@stem/ui/line-chart'
import { capital, type Speech } from '@stem/ui/speech'
import { neighboursOf, type Comparison } from './compare.ts'

const LEVEL = 0.05

/** The heading of the chart: how far the country stands from the EU. */
function finding({ t, f }: Speech, country: string, { value, eu, year }: Comparison): string {
  const params = { country: capital(f.countryInText(country)), year, gap: f.number(Math.abs(value - (eu ?? value)), { digits: 1 }) }
  if (eu === null || Math.abs(value - eu) < LEVEL) return t('country.chart.level', params)
  return value > eu ? t('country.chart.above', params) : t('country.chart.below', params)
}

/** Flags of the picked countries by year, for the table. */
const flagsOf = (series: Indicator['series'], picked: string[]) =>
  Object.fromEntries(
    picked.map((country) => [country, Object.fromEntries((series[country] ?? []).flatMap(({ year, flags }) => (flags === null ? [] : [[year, flags]])))]),
  )

/** The graduates of a country beside the EU and its neighbours, with all others in grey, and the same as a table. */
export const GraduatesChart = ({
  speech,
  country,
  indicator,
  standing,
}: {
  speech: Speech
  country: string
  indicator: Indicator
  standing: Comparison | null
}) => {
  const { t, f } = speech
  const name = f.countryName(country)
  if (!standing) {
    return (
      <section class="st">
        <Empty title={t('country.chart.none')}>
          <p class="s m">{t('country.chart.none.do')}</p>
        </Empty>
      </section>
    )
  }
  const { series } = indicator
  const picked = ['EU', country, ...neighboursOf(country, series)].filter((code) => series[code] !== undefined)
  const years = Object.values(series).flatMap((points) => points.map(({ year }) => year))
  const span = [Math.min(...years), Math.max(...years)] as const
  const describe = picked.map((code) => {
    const points = series[code] ?? []
    const number = (value: number | undefined) => f.number(value ?? 0, { digits: 1 })
    return t('country.chart.describe', {
      country: capital(f.countryInText(code)),
      from: number(points[0]?.value),
      first: points[0]?.year ?? '',
      to: number(points.at(-1)?.value),
      last: points.at(-1)?.year ?? '',
    })
  })
  const measure = t('country.chart.measure', { first: span[0], last: span[1] })
  return (
    <section class="st" aria-labelledby="graduates">
      <div class="st g1">
        <h2 id="graduates">{finding(speech, country, standing)}</h2>
        <p class="m">{measure}</p>
      </div>
      <figure class="fig">
        <LineChart speech={speech} id="c" series={series} picked={picked} years={span} title={`${measure}: ${name}`} description={describe.join(' ')} />
        <figcaption class="src">
          <span>{t('country.chart.source', { publisher: indicator.publisher })}</span>
          <a href={`${localPath(speech.locale, `/data/${indicator.slug}`)}?country=${country}`}>{t('country.chart.all')}</a>
        </figcaption>
      </figure>
      <details>
        <summary>{t('country.chart.table')}</summary>
        <SeriesTable speech={speech} series={series} flags={flagsOf(series, picked)} countries={picked} years={span} caption={measure} />
        <p class="xs m">{t('country.chart.flags')}</p>
      </details>
    </section>
  )
}
