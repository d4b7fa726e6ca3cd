import type { Indicator } from '@stem/contracts/content'
import { describe, expect, it } from 'vitest'
import { PROFILED } from '@stem/contracts/countries'
import { compare, neighboursOf } from './country/compare.ts'
import { latestYear, tellFinding } from '@stem/ui/series'

const series = {
  EU: [
    { year: 2020, value: 20, flags: null },
    { year: 2021, value: 21, flags: null },
  ],
  DK: [
    { year: 2019, value: 10, flags: null },
    { year: 2021, value: 25, flags: null },
  ],
  SE: [
    { year: 2020, value: 30, flags: null },
    { year: 2021, value: 28, flags: null },
  ],
  NO: [
    { year: 2020, value: 15, flags: null },
    { year: 2021, value: 25, flags: null },
  ],
  MT: [{ year: 2022, value: 99, flags: null }],
}
const indicator = { id: 'itm_1', slug: 'graduates', title: 'G', unit: 'per 1000', publisher: 'P', sourceUrl: 'https://example.org', series } satisfies Indicator

describe('what the figures say', () => {
  it('compares in the latest year that most countries report', () => {
    expect(latestYear(series)).toBe(2021)
    expect(latestYear({})).toBeNull()
  })

  it('finds who gained most between two years that most report, and how many stand lower', () => {
    expect(tellFinding({ ...series, DK: [...series.DK, { year: 2020, value: 14.98, flags: null }].toSorted((a, b) => a.year - b.year) }, 2021)).toMatchObject({
      countries: ['DK', 'NO'],
      below: 1,
      all: 3,
      first: 2020,
      last: 2021,
    })
    expect(tellFinding({ EU: series.EU }, 2021)).toBeNull()
  })

  it('ranks equal values equally and leaves the EU out of the ranking', () => {
    expect(compare(indicator, 'DK')).toEqual({ year: 2021, value: 25, eu: 21, rank: 2, all: 3, start: series.DK[0] })
    expect(compare(indicator, 'NO')).toMatchObject({ rank: 2, all: 3 })
    expect(compare(indicator, 'MT')).toBeNull()
    expect(compare(indicator, 'FR')).toBeNull()
  })

  it('sets beside a country only neighbours that have figures', () => {
    expect(neighboursOf('DK', series)).toEqual(['SE', 'NO'])
    for (const country of PROFILED) expect(neighboursOf(country, series)).not.toContain(country)
  })
})
