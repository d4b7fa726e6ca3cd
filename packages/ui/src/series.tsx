/** A value of a year. `flags` as the source gives them: `b` break in series, `d` definition differs, `e` estimated, `p` provisional. */
export type Point = { year: number; value: number; flags?: string | null }
/** Values of one measure by country (`EU` among them); `year` ascending. What is missing is not there. */
export type Series = Record<string, Point[]>

// Half of the last decimal shown: closer values are the same to a reader.
const CLOSE = 0.05

/** Whether a value is made by the common definition, so that it can be set beside others. */
export const isComparable = ({ flags }: Pick<Point, 'flags'>): boolean => !flags?.includes('d')

/** Value of `country` in `year`. */
export const pointIn = (series: Series, country: string, year: number): Point | undefined => series[country]?.find((point) => point.year === year)

/** First and last year with a value; null when there is none. */
export function spanOf(series: Series): readonly [number, number] | null {
  const years = Object.values(series).flatMap((points) => points.map(({ year }) => year))
  return years.length === 0 ? null : [Math.min(...years), Math.max(...years)]
}

// Shares of the countries of the best year that make a year one to begin or to end with.
const TO_BEGIN = 0.8
const TO_END = 0.9
/** Years in which at least `share` of as many countries as in the best year have a value, ascending. */
function broadYears(series: Series, share: number): number[] {
  const counts = new Map<number, number>()
  for (const points of Object.values(series)) for (const { year } of points) counts.set(year, (counts.get(year) ?? 0) + 1)
  const most = Math.max(0, ...counts.values())
  return [...counts]
    .filter(([, count]) => count >= most * share)
    .map(([year]) => year)
    .toSorted((a, b) => a - b)
}

/** The year in which most countries have a value, the latest of them. */
export const latestYear = (series: Series): number | null => broadYears(series, TO_END).at(-1) ?? null

/** What the series say in one sentence: who gained most from `first` to `last` (several when equal), and how many of `all` stand lower. */
export type Finding = { countries: string[]; change: number; below: number; all: number; first: number; last: number }

/** Change from `first` to `last`, unless a value is missing, made by another definition, or the series breaks between the two. */
function changeOf(points: Point[], first: number, last: number): number | null {
  const [start, end] = [first, last].map((year) => points.find((point) => point.year === year))
  if (!start || !end || !isComparable(start) || !isComparable(end)) return null
  const isBroken = points.some(({ year, flags }) => year > first && year <= last && flags?.includes('b'))
  return isBroken ? null : end.value - start.value
}

/** The finding over countries (not the EU) from the first year that most report to `last`, one window for all; null when nothing can be compared. */
export function tellFinding(series: Series, last: number): Finding | null {
  const first = broadYears(series, TO_BEGIN)[0]
  if (first === undefined || first >= last) return null
  const changes = Object.entries(series).flatMap(([country, points]) => {
    const change = country === 'EU' ? null : changeOf(points, first, last)
    return change === null ? [] : [{ country, change }]
  })
  if (changes.length === 0) return null
  const best = Math.max(...changes.map(({ change }) => change))
  return {
    countries: changes.filter(({ change }) => best - change < CLOSE).map(({ country }) => country),
    change: best,
    below: changes.filter(({ change }) => change < 0).length,
    all: changes.length,
    first,
    last,
  }
}

/** A place in a ranking. `rank`: null for the EU and for a value that is made by another definition. */
export type Ranked = { country: string; value: number; flags: string | null; rank: number | null }

/** All values of `year`, highest first; equal values share a rank, and the next rank counts them all. */
export function rankingOf(series: Series, year: number): Ranked[] {
  const values = Object.keys(series).flatMap((country) => {
    const point = pointIn(series, country, year)
    return point ? [{ country, value: point.value, flags: point.flags ?? null }] : []
  })
  const ranked = values.filter((one) => one.country !== 'EU' && isComparable(one))
  return values
    .toSorted((a, b) => b.value - a.value || (a.country < b.country ? -1 : 1))
    .map((one) => ({ ...one, rank: ranked.includes(one) ? 1 + ranked.filter(({ value }) => value > one.value).length : null }))
}

const ROUND = [1, 2, 2.5, 5, 10]
/** The smallest round number that is not less than `rough` (more than 0). */
export function roundStep(rough: number): number {
  const size = 10 ** Math.floor(Math.log10(rough))
  return Number(((ROUND.find((one) => one * size >= rough * 0.999999) ?? 10) * size).toFixed(9))
}

/** Four round bounds between five shades for the values of `series`, spread over all but its lowest and highest tenth. */
export function stepsOf(series: Series): number[] {
  const values = Object.values(series)
    .flatMap((points) => points.map(({ value }) => value))
    .toSorted((a, b) => a - b)
  const at = (share: number) => values[Math.round(share * (values.length - 1))] ?? 0
  const [low, high] = [at(0.1), at(0.9)]
  const step = high > low ? roundStep((high - low) / 4) : 1
  const start = Math.ceil(Number((low / step).toFixed(6))) * step
  return [0, 1, 2, 3].map((index) => Number((start + index * step).toFixed(6)))
}

/** Least and greatest change since its own first year of any country, with room for no change. */
export function changesOf(series: Series): readonly [number, number] {
  const changes = Object.values(series).flatMap((points) => points.map(({ value }) => value - (points[0]?.value ?? value)))
  return [Math.floor(Math.min(-1, ...changes)), Math.ceil(Math.max(1, ...changes))]
}
