import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { differencesOf, missingOf, placesOf, pointsOf, valuesOf, type Place } from './series.ts'

const RUNS = { numRuns: 200 }
const place: fc.Arbitrary<Place> = fc.record({
  country: fc.constantFrom('EU', 'DK', 'GR'),
  year: fc.integer({ min: 2020, max: 2023 }),
  value: fc.option(fc.integer({ min: 0, max: 50 })),
  flags: fc.constantFrom(null, 'd', 'e'),
})
const places = fc.uniqueArray(place, { selector: ({ country, year }) => `${country} ${year}` })

describe('the difference of two vintages', () => {
  it('turns the one into the other, and backwards, and is empty for the same', () => {
    fc.assert(
      fc.property(places, places, (a, b) => {
        const [before, after] = [pointsOf(a), pointsOf(b)]
        const differences = differencesOf(before, after)
        const made = new Map(placesOf(before).map((one) => [`${one.country} ${one.year}`, one]))
        for (const { country, year, after: is } of differences) {
          if (is === null) made.delete(`${country} ${year}`)
          else made.set(`${country} ${year}`, { country, year, ...is })
        }
        expect(pointsOf(made.values())).toEqual(after)
        expect(differencesOf(after, before)).toEqual(differences.map(({ before: was, after: is, ...rest }) => ({ ...rest, before: is, after: was })))
        expect(differencesOf(before, pointsOf(a.toReversed()))).toEqual([])
      }),
      RUNS,
    )
  })
})

describe('a missing value', () => {
  it('is told as missing, never as zero, and a zero is a value', () => {
    fc.assert(
      fc.property(places, (all) => {
        const points = pointsOf(all)
        const [values, missing] = [valuesOf(points), missingOf(points)]
        for (const { country, year, value } of all) {
          expect(values[country]?.find((one) => one.year === year)?.value ?? null).toBe(value)
          expect(missing[country]?.includes(year) ?? false).toBe(value === null)
        }
      }),
      RUNS,
    )
  })
})
