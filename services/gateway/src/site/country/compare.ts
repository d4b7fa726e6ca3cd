import type { Indicator } from '@stem/contracts/content'
import { PROFILED } from '@stem/contracts/countries'
import { latestYear, pointIn, rankingOf } from '@stem/ui/series'

/** Where a country stands in one indicator. `rank` counts from the highest of all values of `year` that can be compared; null when its own cannot. */
export type Comparison = {
  year: number
  value: number
  /** The EU value of the same year, or null. */
  eu: number | null
  rank: number | null
  all: number
  /** First year on file and its value. */
  start: { year: number; value: number }
}

/** Countries whose lines stand beside the country's own: those that border it by land or sea and report figures. */
const NEIGHBOURS: Record<(typeof PROFILED)[number], string> = {
  AT: 'DE CZ HU SI',
  BE: 'NL FR DE LU',
  BG: 'RO GR HR',
  CH: 'DE FR AT IT',
  CY: 'GR MT IT',
  CZ: 'DE PL SK AT',
  DE: 'FR NL PL AT',
  DK: 'SE DE NO FI',
  EE: 'FI LV LT SE',
  ES: 'PT FR IT',
  FI: 'SE EE NO DK',
  FR: 'ES BE DE IT',
  GB: 'IE FR NL',
  GR: 'BG CY IT RO',
  HR: 'SI HU IT AT',
  HU: 'AT SK RO HR',
  IE: 'FR NL DK',
  IS: 'NO DK IE',
  IT: 'FR AT SI ES',
  LT: 'LV PL EE',
  LU: 'BE FR DE',
  LV: 'EE LT FI',
  MT: 'IT CY GR',
  NL: 'BE DE DK',
  NO: 'SE DK FI',
  PL: 'DE CZ SK LT',
  PT: 'ES FR IT',
  RO: 'BG HU GR',
  SE: 'DK FI NO EE',
  SI: 'AT HR IT HU',
  SK: 'CZ HU PL AT',
  UA: 'PL RO SK HU',
}

/** Whether a country has a profile. */
export const isProfiled = (code: string): code is (typeof PROFILED)[number] => (PROFILED as readonly string[]).includes(code)

/** Neighbours of `country` with a value in `series`, at most three. */
export const neighboursOf = (country: string, series: Indicator['series']): string[] =>
  (isProfiled(country) ? NEIGHBOURS[country] : '')
    .split(' ')
    .filter((code) => (series[code]?.length ?? 0) > 1)
    .slice(0, 3)

/** Where `country` stands, in the latest year that most countries report; null when it has no value in it. */
export function compare({ series }: Indicator, country: string): Comparison | null {
  const year = latestYear(series)
  const start = series[country]?.[0]
  if (year === null || !start) return null
  const ranking = rankingOf(series, year)
  const own = ranking.find((one) => one.country === country)
  if (!own) return null
  return {
    year,
    value: own.value,
    eu: pointIn(series, 'EU', year)?.value ?? null,
    rank: own.rank,
    all: ranking.filter(({ rank }) => rank !== null).length,
    start,
  }
}
