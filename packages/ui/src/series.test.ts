import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { changesOf, latestYear, rankingOf, roundStep, spanOf, stepsOf, tellFinding, type Series } from './series.tsx'

const RUNS = { numRuns: 150 }
const point = (year: number) =>
  fc.record({
    year: fc.constant(year),
    value: fc.integer({ min: -40, max: 400 }).map((tenths) => tenths / 4),
    flags: fc.constantFrom(null, null, null, 'd', 'b', 'e', 'de'),
  })
const series: fc.Arbitrary<Series> = fc.dictionary(
  fc.constantFrom('EU', 'DK', 'GR', 'IE', 'MT', 'SE', 'FR'),
  fc.subarray([2019, 2020, 2021, 2022], { minLength: 1 }).chain((years) => fc.tuple(...years.map(point))),
  { minKeys: 1 },
)

describe('a ranking', () => {
  it('gives equal values one rank, counts those above, and none to the EU or to another definition', () => {
    fc.assert(
      fc.property(series, fc.constantFrom(2019, 2020, 2021, 2022), (all, year) => {
        const ranking = rankingOf(all, year)
        const ranked = ranking.filter(({ rank }) => rank !== null)
        for (const { value, rank } of ranked) expect(rank).toBe(1 + ranked.filter((other) => other.value > value).length)
        for (const { country, flags, rank } of ranking) expect(rank === null).toBe(country === 'EU' || (flags?.includes('d') ?? false))
        expect(ranking.map(({ value }) => value)).toEqual(ranking.map(({ value }) => value).toSorted((a, b) => b - a))
      }),
      RUNS,
    )
  })

  it('holds who has a value in the year and nobody else: who is missing is not last with zero', () => {
    fc.assert(
      fc.property(series, fc.constantFrom(2019, 2020, 2021, 2022), (all, year) => {
        const reporting = Object.keys(all).filter((country) => all[country]?.some((one) => one.year === year))
        expect(
          rankingOf(all, year)
            .map(({ country }) => country)
            .toSorted(),
        ).toEqual(reporting.toSorted())
      }),
      RUNS,
    )
  })
})

describe('a finding', () => {
  it('tells a real change between two values that can be compared, and nobody gained more', () => {
    fc.assert(
      fc.property(series, (all) => {
        const last = latestYear(all)
        const found = last === null ? null : tellFinding(all, last)
        if (!found) return
        for (const country of found.countries) {
          const points = all[country] ?? []
          const [start, end] = [found.first, found.last].map((one) => points.find(({ year }) => year === one))
          expect([start?.year, country === 'EU', start?.flags?.includes('d') ?? false, end?.flags?.includes('d') ?? false]).toEqual([
            found.first,
            false,
            false,
            false,
          ])
          expect(Math.abs((end?.value ?? 0) - (start?.value ?? 0) - found.change)).toBeLessThan(0.05)
        }
        expect(found.below).toBeLessThanOrEqual(found.all)
      }),
      RUNS,
    )
  })

  it('leaves out a country whose series breaks on the way', () => {
    const broken = {
      DK: [
        { year: 2020, value: 1 },
        { year: 2021, value: 9, flags: 'b' },
      ],
      SE: [
        { year: 2020, value: 1 },
        { year: 2021, value: 2 },
      ],
    }
    expect(tellFinding(broken, 2021)).toMatchObject({ countries: ['SE'], change: 1, all: 1 })
  })
})

describe('scales', () => {
  it('have rising bounds, room for every change, and steps of a round number', () => {
    fc.assert(
      fc.property(series, (all) => {
        const steps = stepsOf(all)
        expect(steps).toHaveLength(4)
        for (const [index, step] of steps.entries()) if (index > 0) expect(step).toBeGreaterThan(steps[index - 1] ?? 0)
        const [down, up] = changesOf(all)
        for (const points of Object.values(all))
          for (const { value } of points) expect(value - (points[0]?.value ?? 0) >= down && value - (points[0]?.value ?? 0) <= up).toBe(true)
      }),
      RUNS,
    )
    expect([0.07, 0.9, 8.06, 20, 21].map(roundStep)).toEqual([0.1, 1, 10, 20, 25])
    expect(spanOf({})).toBeNull()
  })
})
