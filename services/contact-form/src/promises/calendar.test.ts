import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { slowlyAdd, slowlyBetween, slowlyIs } from '../testing/slow-clock.ts'
import {
  addWorkingTime,
  calendarNotice,
  dayOf,
  isOverdue,
  isWorkingTime,
  lastWorkingTime,
  midnightOf,
  nextWorkingTime,
  WORKING_DAY,
  workingTimeBetween,
} from './calendar.ts'
import { HOLIDAYS } from './holidays.ts'
import { moment } from '../testing/moments.ts'

const HOUR = 60 * 60_000
const DAY = 24 * HOUR
const utc = (text: string) => Date.parse(`${text}Z`)

/** Easter Sunday by the rule of Gauss as Lichtenberg completed it, in days of March. */
function easterOf(year: number): number {
  const a = year % 19
  const k = Math.floor(year / 100)
  const m = 15 + Math.floor((3 * k + 3) / 4) - Math.floor((8 * k + 13) / 25)
  const d = (19 * a + m) % 30
  const s = 2 - Math.floor((3 * k + 3) / 4)
  const r = Math.floor((d + Math.floor(a / 11)) / 29)
  const og = 21 + d - r
  const sz = 7 - ((year + Math.floor(year / 4) + s) % 7)
  return Date.UTC(year, 2, og + 7 - ((og - sz) % 7))
}

describe('the holidays', () => {
  it.each([
    [1961, '04-02'],
    [2000, '04-23'],
    [2024, '03-31'],
    [2038, '04-25'],
  ])('are checked by an Easter that is right: %i-%s', (year, day) => {
    expect(new Date(easterOf(year)).toISOString()).toContain(`${year}-${day}`)
  })

  it.each(Object.entries(HOLIDAYS))('of %s are the days of the pattern that fall on a working day, in order, each once', (text, { days, source }) => {
    const year = Number(text)
    const easter = easterOf(year)
    const fixed = ['01-01', '01-02', '05-01', '05-09', '07-21', '08-15', '11-01', '11-02', ...[24, 25, 26, 27, 28, 29, 30, 31].map((day) => `12-${day}`)]
    const all = [...fixed.map((day) => Date.parse(`${year}-${day}`)), ...[-3, -2, 1, 39, 40, 50].map((days_) => easter + days_ * DAY)]
    const expected = all.filter((at) => ![0, 6].includes(new Date(at).getUTCDay())).map((at) => new Date(at).toISOString().slice(0, 10))
    expect(days).toEqual([...new Set(expected)].sort())
    expect(source).toMatch(/\d{4}\/C \d/)
  })

  it('are said to end ninety days before, and which years are not compared', () => {
    expect(calendarNotice(utc('2028-10-01T00:00'))).toMatchObject({ lastYear: 2028, ends: false })
    expect(calendarNotice(utc('2028-10-04T00:00'))).toMatchObject({ lastYear: 2028, ends: true })
    expect(calendarNotice(utc('2027-06-01T00:00')).uncompared).toEqual([2027, 2028].filter((year) => !HOLIDAYS[year]?.compared))
  })

  it('are weekends alone in a year without a list', () => {
    expect([isWorkingTime(utc('2031-12-25T10:00')), isWorkingTime(utc('2031-12-27T10:00'))]).toEqual([true, false])
  })
})

describe('working time', () => {
  it.each([
    ['a Monday in winter begins at 8 UTC', '2026-11-23T07:59:59.999', false],
    ['a Monday in winter begins at 8 UTC', '2026-11-23T08:00', true],
    ['and ends before 16 UTC', '2026-11-23T15:59:59.999', true],
    ['and ends before 16 UTC', '2026-11-23T16:00', false],
    ['in summer it is an hour earlier', '2026-07-20T07:00', true],
    ['in summer it is an hour earlier', '2026-07-20T15:00', false],
    ['the Monday after the clocks went forward', '2026-03-30T07:00', true],
    ['the Friday before', '2026-03-27T07:30', false],
    ['the national day of Belgium', '2026-07-21T10:00', false],
    ['a Saturday', '2026-11-21T10:00', false],
  ])('%s: %s', (_, at, is) => {
    expect(isWorkingTime(utc(at))).toBe(is)
  })

  it.each([
    ['from the morning', '2026-11-23T08:00', 2, '2026-11-24T16:00'],
    ['from the middle of a day', '2026-11-23T10:30', 2, '2026-11-25T10:30'],
    ['from a Friday night over a weekend', '2026-11-20T22:00', 2, '2026-11-24T16:00'],
    ['over the change of clocks', '2026-03-27T09:00', 1, '2026-03-30T08:00'],
    ['over the end of the year', '2026-12-23T12:00', 2, '2027-01-05T12:00'],
  ])('%s: %s and %i days are %s', (_, from, days, until) => {
    expect(new Date(addWorkingTime(utc(from), days * WORKING_DAY)).toISOString()).toBe(new Date(utc(until)).toISOString())
  })

  it('is what a slow walk through the hours of Brussels says, to the millisecond', () => {
    fc.assert(
      fc.property(moment, fc.integer({ min: 0, max: 25 * DAY }), fc.integer({ min: 0, max: 12 * WORKING_DAY }), (from, length, time) => {
        expect(isWorkingTime(from)).toBe(slowlyIs(from))
        expect(workingTimeBetween(from, from + length)).toBe(slowlyBetween(from, from + length))
        expect(addWorkingTime(from, time)).toBe(slowlyAdd(from, time))
      }),
      { numRuns: 1500 },
    )
  }, 30_000)

  it('adds up: what is added is what lies between, and the next and the last moment of work leave none out', () => {
    fc.assert(
      fc.property(moment, fc.integer({ min: 1, max: 30 * WORKING_DAY }), (from, time) => {
        const until = addWorkingTime(from, time)
        expect([workingTimeBetween(from, until), workingTimeBetween(from, until - 1)]).toEqual([time, time - 1])
        const next = nextWorkingTime(from)
        expect([isWorkingTime(next), workingTimeBetween(from, next)]).toEqual([true, 0])
        const last = lastWorkingTime(from)
        expect([workingTimeBetween(last, from), workingTimeBetween(last - 1, from)]).toEqual([0, 1])
        expect(isOverdue(until, until + time)).toBe(workingTimeBetween(until, until + time) > 0)
      }),
      { numRuns: 1500 },
    )
  })

  it('knows the days of Brussels, also in the nights in which the clocks change', () => {
    fc.assert(
      fc.property(moment, (at) => {
        const day = dayOf(at)
        expect(midnightOf(day) <= at && at < midnightOf(day + 1)).toBe(true)
      }),
      { numRuns: 1500 },
    )
    expect(midnightOf(dayOf(utc('2026-03-29T12:00')) + 1) - midnightOf(dayOf(utc('2026-03-29T12:00')))).toBe(23 * HOUR)
    expect(midnightOf(dayOf(utc('2026-10-25T12:00')) + 1) - midnightOf(dayOf(utc('2026-10-25T12:00')))).toBe(25 * HOUR)
  })
})
