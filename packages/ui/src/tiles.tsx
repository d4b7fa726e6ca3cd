import { pointIn, type Point, type Series } from './series.tsx'
import { tilePlaces } from './tile-places.ts'
import type { Speech } from './speech.tsx'

const WIDTH = 60
const HEIGHT = 50
/** Bounds between the five shades, and the change (down, up) that the lines show: those of STEM graduates per 1,000. */
const STEPS: readonly number[] = [13, 17, 21, 25]
const CHANGE: readonly [number, number] = [-6, 19]
/** Shade 1 to 5 of a value; 0 without a value. */
export const shade = (value: number | undefined, steps: readonly number[] = STEPS): number =>
  value === undefined ? 0 : 1 + steps.filter((step) => value >= step).length

/** Whether a country has a tile, and so a profile to lead to. */
export const hasTile = (country: string): boolean => Object.hasOwn(tilePlaces, country)

/** Change since the first year on one scale for all tiles; the hairline is no change. */
const Spark = ({ points, first, last, change: [down, up] }: { points: Point[]; first: number; last: number; change: readonly [number, number] }) => {
  const start = points[0]?.value ?? 0
  let path = ''
  let previous: number | null = null
  let end = ''
  for (const { year, value } of points) {
    const x = Math.round(((year - first) * WIDTH) / Math.max(1, last - first))
    const y = Math.round(((up - value + start) * HEIGHT) / (up - down))
    path += `${previous === year - 1 ? 'L' : 'M'}${x} ${y}`
    end = `M${x} ${y}h0`
    previous = year
  }
  return (
    <svg viewBox="0 0 60 50" preserveAspectRatio="none" aria-hidden="true">
      <path class="ze" vector-effect="non-scaling-stroke" d={`M0 ${Math.round((up * HEIGHT) / (up - down))}H60`} />
      <path vector-effect="non-scaling-stroke" d={path} />
      <path class="pt" vector-effect="non-scaling-stroke" d={end} />
    </svg>
  )
}

/**
 * Europe in tiles: one link a country, alphabetical for those who listen, in its place for those who look.
 * `href` gives the address of a country, or of the whole for `EU`. `steps`: four bounds between the shades; `change`: least and
 * greatest change that a line has room for.
 */
export const EuropeTiles = ({
  speech,
  series,
  year,
  href,
  steps = STEPS,
  change = CHANGE,
}: {
  speech: Speech
  series: Series
  year: number
  href: (country: string) => string
  steps?: readonly number[]
  change?: readonly [number, number]
}) => {
  const { f, t, locale } = speech
  const first = Math.min(...Object.values(series).flatMap((points) => points.map((point) => point.year)))
  const collator = new Intl.Collator(locale)
  const name = (country: string) => (country === 'EU' ? t('chrome.eu-27') : f.countryName(country))
  const order = Object.keys(tilePlaces).sort((a, b) => collator.compare(name(a), name(b)))
  return (
    <ol class="eu">
      {['EU', ...order].map((country) => {
        const value = pointIn(series, country, year)?.value
        return (
          <li class={`t-${country}`}>
            <a class={`t ${country === 'EU' ? 'eu27' : `q${shade(value, steps)}`}`} href={href(country)} title={name(country)}>
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
              {value !== undefined && (
                <Spark points={(series[country] ?? []).filter((point) => point.year <= year)} first={first} last={year} change={change} />
              )}
            </a>
          </li>
        )
      })}
    </ol>
  )
}

/** What the shades of the tiles mean. */
export const TilesLegend = ({ speech: { t, f }, steps = STEPS }: { speech: Speech; steps?: readonly number[] }) => {
  const bounds = steps.map((step) => f.number(step))
  const upTo = steps.map((step) => f.number(step - 0.1, { digits: 1 }))
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
