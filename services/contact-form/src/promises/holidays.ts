/**
 * Days on which nobody works, and where they are from. `compared`: whether the list was compared with its publication in the Official
 * Journal; one that was not follows the pattern of the decisions named in `source`.
 */
export type Year = { days: readonly string[]; source: string; compared: boolean }

const PATTERN =
  'Pattern of the Commission Decisions on public holidays for staff of the European institutions in Brussels and Luxembourg for 2014 (2013/C 39/03) and 2023 (2021/C 201 I/02): New Year and the day after, Maundy Thursday to Easter Monday, 1 and 9 May, Ascension and the day after, Whit Monday, 21 July, 15 August, 1 and 2 November, 24 to 31 December. The decision for this year is still to be compared.'

/** Days of a year, from months and days. */
const of = (year: number, days: string): string[] => days.split(' ').map((day) => `${year}-${day}`)

/** Days on which the institutions of the European Union in Brussels are closed, by year; days that fall on a weekend are left out. */
export const HOLIDAYS: Readonly<Record<number, Year>> = {
  2026: {
    source: PATTERN,
    compared: false,
    days: of(2026, '01-01 01-02 04-02 04-03 04-06 05-01 05-14 05-15 05-25 07-21 11-02 12-24 12-25 12-28 12-29 12-30 12-31'),
  },
  2027: {
    source: PATTERN,
    compared: false,
    days: of(2027, '01-01 03-25 03-26 03-29 05-06 05-07 05-17 07-21 11-01 11-02 12-24 12-27 12-28 12-29 12-30 12-31'),
  },
  2028: {
    source: PATTERN,
    compared: false,
    days: of(2028, '04-13 04-14 04-17 05-01 05-09 05-25 05-26 06-05 07-21 08-15 11-01 11-02 12-25 12-26 12-27 12-28 12-29'),
  },
}
