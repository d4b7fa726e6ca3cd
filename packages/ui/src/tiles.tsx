import { tilePlaces } from './tile-places.ts'
import type { Speech } from './speech.tsx'

/** Values of one measure by country (`EU` among them); `year` ascending. */
export type Series = Record<string, { year: number; value: number }[]>

const WIDTH = 60
const STEPS = [13, 17, 21, 25]
/** Shade 1 to 5 of a value of STEM graduates per 1,000; 0 without a value. */
export const shade = (value: number | undefined): number => (value === undefined ? 0 : 1 + STEPS.filter((step) => value >= step).length)

const valueIn = (series: Series, country: string, year: number) => series[country]?.find((point) => point.year === year)?.value

/** Change since the first year on one scale for all tiles (-6 to +19); the hairline is no change. */
const Spark = ({ points, first, last }: { points: Series[string]; first: number; last: number }) => {
  const start = points[0]?.value ?? 0
  let path = ''
  let previous: number | null = null
  let end = ''
  for (const { year, value } of points) {
    const x = Math.round(((year - first) * WIDTH) / Math.max(1, last - first))
    const y = Math.round((19 - value + start) * 2)
    path += `${previous === year - 1 ? 'L' : 'M'}${x} ${y}`
    end = `M${x} ${y}h0`
    previous = year
  }
  return (
    <svg viewBox="0 0 60 50" preserveAspectRatio="none" aria-hidden="true">
      <path class="ze" vector-effect="non-scaling-stroke" d="M0 38H60" />
      <path vector-effect="non-scaling-stroke" d={path} />
      <path class="pt" vector-effect="non-scaling-stroke" d={end} />
    </svg>
  )
}

/**
 * Europe in tiles: one link a country, alphabetical for those who listen, in its place for those who look.
 * `href` gives the address of a country, or of the whole for `EU`.
 */
export const EuropeTiles = ({ speech, series, year, href }: { speech: Speech; series: Series; year: number; href: (country: string) => string }) => {
  const { f, t, locale } = speech
  const first = Math.min(...Object.values(series).flatMap((points) => points.map((point) => point.year)))
  const collator = new Intl.Collator(locale)
  const name = (country: string) => (country === 'EU' ? t('chrome.eu-27') : f.countryName(country))
  const order = Object.keys(tilePlaces).sort((a, b) => collator.compare(name(a), name(b)))
  return (
    <ol class="eu">
      {['EU', ...order].map((country) => {
        const value = valueIn(series, country, year)
        return (
          <li class={`t-${country}`}>
            <a class={`t ${country === 'EU' ? 'eu27' : `q${shade(value)}`}`} href={href(country)} title={name(country)}>
              <span>
                <span class="vh">{name(country)}: </span>
                <span aria-hidden="true">{country === 'EU' ? t('chrome.eu-27') : country}</span>
              </span>
              <b>
                {value === undefined ? (
                  <>
                    <span class="vh">{t('chrome.no-data')}</span>
                    <span aria-hidden="true">–</span>
                  </>
                ) : (
                  f.number(value, { digits: 1 })
                )}
              </b>
              {value !== undefined && <Spark points={(series[country] ?? []).filter((point) => point.year <= year)} first={first} last={year} />}
            </a>
          </li>
        )
      })}
    </ol>
  )
}

/** What the shades of the tiles mean. */
export const TilesLegend = ({ speech: { t, f } }: { speech: Speech }) => {
  const bounds = STEPS.map((step) => f.number(step))
  const upTo = STEPS.map((step) => f.number(step - 0.1, { digits: 1 }))
  const words = [
    t('chrome.no-data'),
    t('chrome.below', { limit: bounds[0] ?? '' }),
    ...[0, 1, 2].map((step) => t('chrome.from-to', { from: bounds[step] ?? '', to: upTo[step + 1] ?? '' })),
    t('chrome.and-more', { limit: bounds[3] ?? '' }),
  ]
  return (
    <ul class="lgd" aria-label={t('chrome.legend')}>
      {[1, 2, 3, 4, 5, 0].map((step) => (
        <li>
          <span class={`sw q${step}`} />
          {words[step]}
        </li>
      ))}
    </ul>
  )
}
