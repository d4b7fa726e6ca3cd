import fc from 'fast-check'

const HOUR = 60 * 60_000
const DAY = 24 * HOUR

// Where calendars go wrong: clocks forward and back, Easter, Ascension, the end of the year, a national day, the end of the data.
const CORNERS = ['2026-03-29', '2026-10-25', '2027-03-28', '2027-05-06', '2026-12-24', '2027-01-01', '2027-12-31', '2026-07-21', '2028-12-31', '2026-11-02']

/** Moments of 2026 to 2029, half of them near the corners of the calendar, some exactly on the hour. */
export const moment = fc
  .oneof(
    fc.integer({ min: Date.UTC(2026, 0, 5), max: Date.UTC(2029, 1, 1) }),
    fc.tuple(fc.constantFrom(...CORNERS), fc.integer({ min: -4 * DAY, max: 3 * DAY })).map(([day, away]) => Date.parse(day) + away),
  )
  .chain((at) => fc.constantFrom(at, Math.floor(at / HOUR) * HOUR, Math.floor(at / DAY) * DAY + 8 * HOUR, Math.floor(at / DAY) * DAY + 15 * HOUR))

/** How long until something happens next: at once, minutes, hours, days, weeks. */
export const pause = fc
  .oneof(fc.constant(0), fc.nat(HOUR), fc.nat(DAY), fc.nat(4 * DAY), fc.nat(20 * DAY))
  .chain((time) => fc.constantFrom(time, Math.floor(time / HOUR) * HOUR))
