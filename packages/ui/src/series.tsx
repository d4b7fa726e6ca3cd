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

/** The year in which most countries have a value, the latest of them. */
export function latestYear(series: Series): number | null {
  const counts = new Map<number, number>()
  for (const points of Object.values(series)) for (const { year } of points) counts.set(year, (counts.get(year) ?? 0) + 1)
  const most = Math.max(0, ...counts.values())
  const broad = [...counts].filter(([, count]) => count >= most * 0.9).map(([year]) => year)
  return broad.length === 0 ? null : Math.max(...broad)
}

/** What the series say in one sentence: who gained most since the own first year on file (several when equal), and how many of `all` stand lower. */
export type Finding = { countries: string[]; change: number; below: number; all: number; first: number; last: number }

/** Change of `points` from the first year to `last`, unless another definition or a break in the series lies between the two. */
function changeOf(points: Point[], last: number): { change: number; first: number } | null {
  const [start] = points
  const end = points.find(({ year }) => year === last)
  if (!start || !end || start.year === last || !isComparable(start) || !isComparable(end)) return null
  const isBroken = points.some(({ year, flags }) => year > start.year && year <= last && flags?.includes('b'))
  return isBroken ? null : { change: end.value - start.value, first: start.year }
}

/** The finding over countries (not the EU value) whose first value and value in `last` can be compared; null when nobody has two. */
export function tellFinding(series: Series, last: number): Finding | null {
  const changes = Object.entries(series).flatMap(([country, points]) => {
    const found = country === 'EU' ? null : changeOf(points, last)
    return found ? [{ country, ...found }] : []
  })
  const best = changes.toSorted((a, b) => b.change - a.change)[0]
  if (!best) return null
  const { change, first } = best
  return {
    countries: changes.filter((one) => change - one.change < CLOSE && one.first === first).map(({ country }) => country),
    change,
    below: changes.filter((one) => one.change < 0).length,
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

/** Four bounds between five shades for the values of `series`: round, and as even as that allows. */
export function stepsOf(series: Series): number[] {
  const values = Object.values(series).flatMap((points) => points.map(({ value }) => value))
  const [low, high] = [Math.min(...values), Math.max(...values)]
  const step = high > low ? roundStep((high - low) / 5) : 1
  const start = Number.isFinite(low) ? Math.ceil((low + step / 2) / step) * step : 0
  return [0, 1, 2, 3].map((index) => Number((start + index * step).toFixed(6)))
}

/** Least and greatest change since its own first year of any country, with room for no change. */
export function changesOf(series: Series): readonly [number, number] {
  const changes = Object.values(series).flatMap((points) => points.map(({ value }) => value - (points[0]?.value ?? value)))
  return [Math.floor(Math.min(-1, ...changes)), Math.ceil(Math.max(1, ...changes))]
}
