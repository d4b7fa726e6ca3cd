import { localPath } from '@stem/i18n/locales'
import type { Speech } from '@stem/ui/speech'
import { pathOf } from '../addresses/address-of.ts'
import type { ListRow } from '../listing/list-kind.ts'
import { eventDoc, stateOf } from './event.ts'
import { weeksOf } from './month.ts'

const TAGS: Record<string, string> = { en: 'en-GB' }
// A Monday.
const MONDAY = Date.UTC(2024, 0, 1)
const DAY = 86_400_000

const weekdays = (locale: string, width: 'short' | 'long'): string[] => {
  const format = new Intl.DateTimeFormat(TAGS[locale] ?? locale, { weekday: width, timeZone: 'UTC' })
  return Array.from({ length: 7 }, (_, index) => format.format(MONDAY + index * DAY))
}

const isOn = (day: string) => (row: ListRow) => {
  const { start, end } = eventDoc(row)
  return start !== null && start <= day && day <= (end ?? start)
}

type Props = { speech: Speech; month: string; rows: ListRow[]; today: string }

const Day = ({ speech, day, rows }: { speech: Speech; day: string; rows: ListRow[] }) => {
  const { t, f, locale } = speech
  const number = <span class="num">{String(Number(day.slice(8)))}</span>
  if (rows.length === 0) return number
  return (
    <>
      {number}
      <a class="ev ga n1" href={`#event-${rows[0]?.slug}`}>
        <span aria-hidden="true">{f.number(rows.length)}</span>
        <span class="vh">{t('events.month.on', { n: rows.length, count: f.number(rows.length), date: f.date(day) })}</span>
      </a>
      <ul class="st g1">
        {rows.map((row) => (
          <li>
            <a href={localPath(locale, pathOf(row.type, row.slug) ?? '/')} lang={row.locale === locale ? undefined : row.locale}>
              {stateOf(eventDoc(row)) === 'cancelled' ? <s>{row.title}</s> : row.title}
            </a>
          </li>
        ))}
      </ul>
    </>
  )
}

/** A month as a table of weeks. On narrow screens days hold how many events there are, with the way to them in the list below. */
export const MonthGrid = ({ speech, month, rows, today }: Props) => {
  const short = weekdays(speech.locale, 'short')
  return (
    <table class="mg">
      <caption class="vh">{speech.t('events.month.caption', { month: speech.f.date(month) })}</caption>
      <thead>
        <tr>
          {weekdays(speech.locale, 'long').map((name, index) => (
            <th scope="col" abbr={name}>
              {short[index]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeksOf(month).map((week) => (
          <tr>
            {week.map((day) =>
              day.startsWith(month) ? (
                <td class={day === today ? 'td' : undefined} aria-current={day === today ? 'date' : undefined}>
                  <Day speech={speech} day={day} rows={rows.filter(isOn(day))} />
                </td>
              ) : (
                <td class="off m">
                  <span class="num">{String(Number(day.slice(8)))}</span>
                </td>
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
