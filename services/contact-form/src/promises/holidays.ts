/**
 * Days on which nobody works, and where they are from. `compared`: whether the list was compared with its publication in the Official
 * Journal; one that was not follows the pattern of the decisions named in `source`.
 */
export type Year = { days: readonly string[]; source: string; compared: boolean }

const PATTERN =
  'Pattern of the Commission Decisions on public holidays for staff of the European institutions in Brussels and Luxembourg for 2014 (2013/C 39/03) and 2023 (2021/C 201 I/02): New Year and the day after, Maundy Thursday to Easter Monday, 1 and 9 May, Ascension and the day after, Whit Monday, 21 July, 15 August, 1 and 2 November, 24 to 31 December. The decision for this year is still to be compared.'

/** Days on which the institutions of the European Union in Brussels are closed, by year; days that fall on a weekend are left out. */
export const HOLIDAYS: Readonly<Record<number, Year>> = {
  2026: {
    source: PATTERN,
    compared: false,
    days: [
      ...['2026-01-01', '2026-01-02', '2026-04-02', '2026-04-03', '2026-04-06', '2026-05-01', '2026-05-14', '2026-05-15', '2026-05-25', '2026-07-21'],
      ...['2026-11-02', '2026-12-24', '2026-12-25', '2026-12-28', '2026-12-29', '2026-12-30', '2026-12-31'],
    ],
  },
  2027: {
    source: PATTERN,
    compared: false,
    days: [
      ...['2027-01-01', '2027-03-25', '2027-03-26', '2027-03-29', '2027-05-06', '2027-05-07', '2027-05-17', '2027-07-21', '2027-11-01', '2027-11-02'],
      ...['2027-12-24', '2027-12-27', '2027-12-28', '2027-12-29', '2027-12-30', '2027-12-31'],
    ],
  },
  2028: {
    source: PATTERN,
    compared: false,
    days: [
      ...['2028-04-13', '2028-04-14', '2028-04-17', '2028-05-01', '2028-05-09', '2028-05-25', '2028-05-26', '2028-06-05', '2028-07-21', '2028-08-15'],
      ...['2028-11-01', '2028-11-02', '2028-12-25', '2028-12-26', '2028-12-27', '2028-12-28', '2028-12-29'],
    ],
  },
}
