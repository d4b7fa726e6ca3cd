/** What a source says of a country in a year. `value` is null where it says that there is none. */
export type Point = { year: number; value: number | null; flags: string | null }
/** Points by country (`EU` among them), years ascending. */
export type AllPoints = Record<string, Point[]>
/** A point with its country. */
export type Place = Point & { country: string }
/** Points that have a value, as pages and charts show them. */
export type Values = Record<string, { year: number; value: number; flags: string | null }[]>

/** `places` in one order, whatever order they came in: the same values give the same text. */
export function pointsOf(places: Iterable<Place>): AllPoints {
  const sorted = [...places].toSorted((a, b) => (a.country < b.country ? -1 : a.country > b.country ? 1 : a.year - b.year))
  const points: AllPoints = {}
  for (const { country, year, value, flags } of sorted) (points[country] ??= []).push({ year, value, flags })
  return points
}

/** The points of `points` one by one. */
export const placesOf = (points: AllPoints): Place[] =>
  Object.entries(points).flatMap(([country, list]) => list.map(({ year, value, flags }) => ({ country, year, value, flags })))

/** Points with a value; what is missing is not there, never zero. */
export function valuesOf(points: AllPoints): Values {
  const values: Values = {}
  for (const { country, year, value, flags } of placesOf(points)) if (value !== null) (values[country] ??= []).push({ year, value, flags })
  return values
}

/** Years by country for which the source says that there is no value. */
export function missingOf(points: AllPoints): Record<string, number[]> {
  const missing: Record<string, number[]> = {}
  for (const { country, year, value } of placesOf(points)) if (value === null) (missing[country] ??= []).push(year)
  return missing
}

/** How one place differs between two vintages; null where it stands in one of them alone. */
export type Difference = { country: string; year: number; before: Omit<Point, 'year'> | null; after: Omit<Point, 'year'> | null }

/** Every place whose value or flags are not the same in `before` and `after`, by country and year. */
export function differencesOf(before: AllPoints, after: AllPoints): Difference[] {
  const key = ({ country, year }: { country: string; year: number }) => `${country} ${year}`
  const said = ({ value, flags }: Place) => ({ value, flags })
  const old = new Map(placesOf(before).map((place) => [key(place), place]))
  const fresh = new Map(placesOf(after).map((place) => [key(place), place]))
  return [...new Set([...old.keys(), ...fresh.keys()])].toSorted().flatMap((one) => {
    const [was, is] = [old.get(one), fresh.get(one)]
    const place = is ?? was
    if (!place || (was && is && was.value === is.value && was.flags === is.flags)) return []
    return [{ country: place.country, year: place.year, before: was ? said(was) : null, after: is ? said(is) : null }]
  })
}
