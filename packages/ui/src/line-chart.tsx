import { roundStep, type Series } from './series.tsx'
import type { Speech } from './speech.tsx'

const DASHES = ['', '', '7 5', '2 5', '11 4 2 4', '1 4']
const LABEL_GAP = 16

type Frame = { width: number; height: number; left: number; right: number; top: number; bottom: number; narrow: boolean }
const WIDE: Frame = { width: 960, height: 430, left: 36, right: 138, top: 14, bottom: 34, narrow: false }
const NARROW: Frame = { width: 360, height: 360, left: 26, right: 62, top: 12, bottom: 32, narrow: true }

/** `picked`: countries with a line of their own, at most six, `EU` first in text colour; without a value they have none. All others are grey. */
export type LineChartProps = {
  speech: Speech
  id: string
  series: Series
  picked: string[]
  years: readonly [number, number]
  title: string
  description: string
}

/** Labels at the ends of the lines, pushed apart so that none covers another. */
export function spreadLabels(wanted: number[]): number[] {
  const order = wanted.map((y, index) => ({ y, index })).sort((a, b) => a.y - b.y)
  const placed: number[] = []
  let last = -Infinity
  for (const { y, index } of order) {
    last = Math.max(y, last + LABEL_GAP)
    placed[index] = last
  }
  return placed
}

const Drawing = ({ speech, id, series, picked: wanted, years: [first, last], title, description, frame }: LineChartProps & { frame: Frame }) => {
  const { width, height, left, right, top, bottom, narrow } = frame
  const picked = wanted.filter((country) => (series[country]?.length ?? 0) > 0)
  const highest = Math.max(1, ...Object.values(series).flatMap((points) => points.map(({ value }) => value)))
  const grid = roundStep(highest / 5)
  const lines = Math.ceil(Number((highest / grid).toFixed(6)))
  const ceiling = (lines + 0.2) * grid
  const x = (year: number) => Math.round(left + ((year - first) * (width - left - right)) / Math.max(1, last - first))
  const y = (value: number) => Math.round(height - bottom - (value * (height - top - bottom)) / ceiling)
  const line = (country: string) => {
    const points = series[country] ?? []
    const isIn = (year: number) => points.some((point) => point.year === year)
    let path = ''
    let previous: { year: number; x: number; y: number } | null = null
    for (const { year, value } of points) {
      const here = { year, x: x(year), y: y(value) }
      // Steps from point to point compress better than places; a year without neighbours is a dot.
      if (previous?.year === year - 1) path += `l${here.x - previous.x} ${here.y - previous.y}`
      else path += `M${here.x} ${here.y}${isIn(year + 1) ? '' : 'h0'}`
      previous = here
    }
    return path
  }
  const years = Array.from({ length: last - first + 1 }, (_, index) => first + index)
  const step = narrow ? 5 : 2
  const ends = picked.map((country) => series[country]?.at(-1))
  const labels = spreadLabels(ends.map((end) => y(end?.value ?? 0) + 4))
  const kind = narrow ? 'cn' : 'cw'
  const name = (country: string) => (country === 'EU' ? speech.t('chrome.eu-short') : narrow ? country : speech.f.countryName(country))
  return (
    <svg class={`ch ${kind}`} viewBox={`0 0 ${width} ${height}`} role="img" aria-labelledby={`${id}t${kind} ${id}d${kind}`}>
      <title id={`${id}t${kind}`}>{title}</title>
      <desc id={`${id}d${kind}`}>{description}</desc>
      {Array.from({ length: lines + 1 }, (_, index) => index * grid).map((value) => (
        <>
          <path class={value === 0 ? 'ax z' : 'ax'} d={`M${left} ${y(value)}H${width - right}`} />
          <text x={left - 8} y={y(value) + 4} text-anchor="end">
            {speech.f.number(value)}
          </text>
        </>
      ))}
      {years
        .filter((year) => (year - first) % step === 0)
        .map((year) => (
          <text x={x(year)} y={height - bottom + 22} text-anchor="middle">
            {year}
          </text>
        ))}
      <path
        class="bgl"
        d={Object.keys(series)
          .filter((country) => !picked.includes(country))
          .map(line)
          .join('')}
      />
      <path class="ha" d={picked.map(line).join('')} />
      {picked.map((country, index) => (
        <path class={`l k${index}`} stroke-dasharray={DASHES[index] || undefined} d={line(country)} />
      ))}
      {picked.map((country, index) => (
        <text class={`v k${index}`} x={width - right + 10} y={labels[index]}>
          {`${name(country)} ${speech.f.number(ends[index]?.value ?? 0, { digits: 1 })}`}
        </text>
      ))}
    </svg>
  )
}

/** Lines over time, drawn twice: wide, and narrow for phones. */
export const LineChart = (props: LineChartProps) => (
  <>
    <Drawing {...props} frame={WIDE} />
    <Drawing {...props} frame={NARROW} />
  </>
)

/** The wide drawing alone, for files: `WIDE_CHART` units, with the classes that pages colour. */
export const WideChart = (props: LineChartProps) => <Drawing {...props} frame={WIDE} />
/** Width and height of the wide drawing. */
export const WIDE_CHART = [WIDE.width, WIDE.height] as const

/** The values of a chart as a table in a box that scrolls; missing values stay missing. */
export const SeriesTable = ({
  speech,
  series,
  flags = {},
  countries,
  years: [first, last],
  caption,
}: {
  speech: Speech
  series: Series
  flags?: Record<string, Record<number, string>>
  countries: string[]
  years: readonly [number, number]
  caption: string
}) => {
  const years = Array.from({ length: last - first + 1 }, (_, index) => first + index)
  return (
    <div class="sx" tabindex={0} role="region" aria-label={caption}>
      <table class="tb nr">
        <caption>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{speech.t('chrome.country')}</th>
            {years.map((year) => (
              <th scope="col">{year}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {countries.map((country) => (
            <tr class={country === 'EU' ? 'eu27' : undefined}>
              <th scope="row">{country === 'EU' ? speech.t('chrome.eu-27') : speech.f.countryName(country)}</th>
              {years.map((year) => {
                const value = series[country]?.find((point) => point.year === year)?.value
                const flag = flags[country]?.[year]
                return (
                  <td>
                    {value === undefined ? <abbr title={speech.t('chrome.not-available')}>:</abbr> : speech.f.number(value, { digits: 1 })}
                    {flag && <sup>{flag}</sup>}
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
