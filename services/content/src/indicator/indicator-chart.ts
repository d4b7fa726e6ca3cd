import { capital, type Speech } from '@stem/ui/speech'
import type { LineChartProps } from '@stem/ui/line-chart'
import { chosenLines, placeText, valueText, wordsOf } from '../indicators/indicator-words.ts'
import { yearsOf, type PublicIndicator } from '../indicators/read-indicator.ts'

/** What the line chart of an indicator shows; null when no country has two years, so that there is no line. */
export function chartOf(speech: Speech, indicator: PublicIndicator, chosen: readonly string[]): (LineChartProps & { measure: string }) | null {
  const { t, f } = speech
  const years = yearsOf(indicator)
  const { series, unit } = indicator
  if (!years || !Object.values(series).some((points) => points.length > 1)) return null
  const picked = chosenLines(indicator, chosen, years.latest)
  const { title, unit: unitText } = wordsOf(speech, indicator)
  const measure = t('data.measure', { title, unit: unitText, first: years.first, last: years.last })
  const description = picked.flatMap((country) => {
    const points = series[country] ?? []
    const [start, end] = [points[0], points.at(-1)]
    if (!start || !end) return []
    return [
      t('data.compare.describe', {
        country: country === 'EU' ? placeText(speech, country) : capital(f.countryInText(country)),
        from: valueText(speech, unit, start.value),
        first: start.year,
        to: valueText(speech, unit, end.value),
        last: end.year,
      }),
    ]
  })
  return { speech, id: 'c', series, picked, years: [years.first, years.last], title: measure, description: description.join(' '), measure }
}
