import type { Key } from '@stem/i18n/translate'
import { isComparable, pointIn, rankingOf, tellFinding } from '@stem/ui/series'
import { capital, type Speech } from '@stem/ui/speech'
import { isTarget, yearsOf, type PublicIndicator } from './read-indicator.ts'

/** What an indicator is called and means in a language. `lang`: language of the title when it is not the one asked for. */
export type IndicatorWords = { title: string; lang: string | undefined; unit: string; definition: string; method: string }

/** The words of an indicator: those of the catalogue by its code, else those of its record; definition and method may be empty. */
export function wordsOf(
  { t, locale }: Speech,
  { code, label, locale: lang, unit }: Pick<PublicIndicator, 'code' | 'label' | 'locale' | 'unit'>,
): IndicatorWords {
  const text = (part: string) => t(`indicators.${code}.${part}` as Key)
  const title = text('title')
  return {
    title: title === '' ? label : title,
    lang: title !== '' || lang === locale ? undefined : lang,
    unit: text('unit') || unit,
    definition: text('definition'),
    method: text('method'),
  }
}

/** A value with its unit where it is a share, else with one decimal. */
export const valueText = ({ f }: Speech, unit: string, value: number): string => (unit === '%' ? f.percent(value) : f.number(value, { digits: 1 }))

/** A change of values with its sign; shares change in points. */
export const changeText = ({ f }: Speech, change: number): string => f.signed(change, { digits: 1 })

/** The EU as a place among countries. */
export const placeText = ({ t, f }: Speech, country: string): string => (country === 'EU' ? t('chrome.eu-27') : f.countryName(country))

function risen(speech: Speech, { series }: PublicIndicator, latest: number): string | null {
  const { t, f } = speech
  const found = tellFinding(series, latest)
  if (!found) return null
  const years = { first: found.first, last: found.last }
  if (found.change <= 0) return t('data.finding.no-rise', years)
  const rise = t('data.finding.rise', {
    ...years,
    countries: capital(f.list(found.countries.map(f.countryInText))),
    change: changeText(speech, found.change),
  })
  const all = f.number(found.all)
  const below = found.below === 0 ? t('data.finding.none-below', { all }) : t('data.finding.below', { n: found.below, count: f.number(found.below), all })
  return t('data.finding.both', { rise, below })
}

/**
 * What the values say, in one sentence with numbers: who gained most and how many lost, over countries that can be compared; else who
 * stands highest, else how the EU went.
 */
export function findingText(speech: Speech, indicator: PublicIndicator): string {
  const { t, f } = speech
  const { series, unit } = indicator
  const years = yearsOf(indicator)
  if (!years) return t('data.finding.none')
  const value = (number: number) => valueText(speech, unit, number)
  const eu = series['EU'] ?? []
  const [start, end] = [eu[0], eu.at(-1)]
  if (isTarget(indicator) && end) return t('data.finding.target', { value: value(end.value), year: end.year })
  const rise = risen(speech, indicator, years.latest)
  if (rise !== null) return rise
  const highest = rankingOf(series, years.latest).filter(({ rank }) => rank === 1)
  if (highest[0]) {
    const euThen = pointIn(series, 'EU', years.latest)
    return t(euThen ? 'data.finding.highest-eu' : 'data.finding.highest', {
      year: years.latest,
      countries: f.list(highest.map(({ country }) => f.countryName(country))),
      value: value(highest[0].value),
      eu: euThen ? value(euThen.value) : '',
    })
  }
  if (!start || !end) return t('data.finding.none')
  if (start.year === end.year) return t('data.finding.single', { value: value(end.value), year: end.year })
  return t('data.finding.eu', { from: value(start.value), first: start.year, to: value(end.value), last: end.year })
}

const FLAGS = ['d', 'b', 'e', 'p'] as const
const FAR = 0.3
const NEAR = 0.15

/** Years in which a country stands far from both neighbouring years, which stand close to each other. */
export function spikesOf(series: PublicIndicator['series']): { country: string; year: number; value: number }[] {
  return Object.entries(series).flatMap(([country, points]) =>
    points.flatMap((point, index) => {
      const [before, after] = [points[index - 1], points[index + 1]]
      if (!before || !after || before.year !== point.year - 1 || after.year !== point.year + 1) return []
      const middle = (before.value + after.value) / 2
      const isFar = Math.abs(point.value - before.value) > FAR * middle && Math.abs(point.value - after.value) > FAR * middle
      return isFar && Math.abs(before.value - after.value) < NEAR * middle ? [{ country, year: point.year, value: point.value }] : []
    }),
  )
}

/** What a reader should know before comparing: flags by country, years that stand out, how much is missing. */
export function careTexts(speech: Speech, indicator: PublicIndicator): string[] {
  const { t, f } = speech
  const { series } = indicator
  const flagged = (flag: string) =>
    Object.keys(series)
      .filter((country) => series[country]?.some(({ flags }) => flags?.includes(flag)))
      .map((country) => placeText(speech, country))
      .toSorted((a, b) => a.localeCompare(b, speech.locale))
  const byFlag = isTarget(indicator)
    ? []
    : FLAGS.flatMap((flag) => {
        const countries = flagged(flag)
        return countries.length === 0 ? [] : [t(`data.care.${flag}`, { countries: f.list(countries) })]
      })
  const spikes = spikesOf(series).map(({ country, year, value }) => `${placeText(speech, country)} ${year} (${valueText(speech, indicator.unit, value)})`)
  const years = yearsOf(indicator)
  const countries = Object.keys(series).length
  const all = years ? countries * (years.last - years.first + 1) : 0
  const missing = all - Object.values(series).reduce((sum, points) => sum + points.length, 0)
  return [
    ...byFlag,
    ...(spikes.length === 0 ? [] : [t('data.care.spike', { places: f.list(spikes) })]),
    // Values of every few years or of few countries have gaps by their nature.
    ...(missing > 0 && countries > 1 ? [t('data.care.missing', { n: missing, count: f.number(missing), all: f.number(all) })] : []),
  ]
}

const MOST_LINES = 6

/** Countries with a line of their own when nobody chose: the EU, who gained most, the highest and the lowest of those that can be compared. */
export function linesOf({ series }: Pick<PublicIndicator, 'series'>, latest: number): string[] {
  const compared = rankingOf(series, latest).filter(({ rank }) => rank !== null)
  const gained = tellFinding(series, latest)?.countries ?? []
  const wanted = ['EU', ...gained.slice(0, 2), ...compared.slice(0, 1).map(({ country }) => country), ...compared.slice(-2).map(({ country }) => country)]
  return [...new Set(wanted)].filter((country) => series[country]?.some(isComparable)).slice(0, MOST_LINES)
}

/** The chosen countries that are on file, at most six, after the EU where it fits; `linesOf` when none is. */
export function chosenLines(indicator: Pick<PublicIndicator, 'series'>, chosen: readonly string[], latest: number): string[] {
  const known = chosen.filter((country) => indicator.series[country] !== undefined && country !== 'EU').slice(0, MOST_LINES)
  if (known.length === 0) return linesOf(indicator, latest)
  return indicator.series['EU'] && known.length < MOST_LINES ? ['EU', ...known] : known
}
