import type { Series } from '@stem/ui/tiles'

/** What the series say in one sentence: who gained most since its own first year on file, and how many stand lower. */
export type Finding = { country: string; change: number; below: number; first: number; last: number }

/** The year in which most countries have a value, the latest of them. */
export function latestYear(series: Series): number | null {
  const counts = new Map<number, number>()
  for (const points of Object.values(series)) for (const { year } of points) counts.set(year, (counts.get(year) ?? 0) + 1)
  const most = Math.max(0, ...counts.values())
  const broad = [...counts].filter(([, count]) => count >= most * 0.9).map(([year]) => year)
  return broad.length === 0 ? null : Math.max(...broad)
}

/** The finding over countries (not the EU value) that have a value in `last`; null when nobody has two values. */
export function tellFinding(series: Series, last: number): Finding | null {
  const changes = Object.entries(series).flatMap(([country, points]) => {
    const start = points[0]
    const end = points.find(({ year }) => year === last)
    return country === 'EU' || !start || !end || start.year === last ? [] : [{ country, change: end.value - start.value, first: start.year }]
  })
  const best = changes.toSorted((a, b) => b.change - a.change)[0]
  if (!best) return null
  return { country: best.country, change: best.change, below: changes.filter(({ change }) => change < 0).length, first: best.first, last }
}
