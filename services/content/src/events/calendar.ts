import { termName, type Speech } from '@stem/ui/speech'
import { ICalCalendar, ICalEventBusyStatus, ICalEventStatus } from 'ical-generator'
import { tzlib_get_ical_block } from 'timezones-ical-library'
import { localPath } from '@stem/i18n/locales'
import type { EventState } from '@stem/contracts/api-events'
import { pathOf } from '../addresses/address-of.ts'
import type { ListRow } from '../listing/list-kind.ts'
import { eventDoc, instantsOf, stateOf, zoneOf } from './event.ts'

const STATUS: Record<EventState, ICalEventStatus> = {
  scheduled: ICalEventStatus.CONFIRMED,
  rescheduled: ICalEventStatus.CONFIRMED,
  postponed: ICalEventStatus.TENTATIVE,
  cancelled: ICalEventStatus.CANCELLED,
}
const EVERY_HALF_DAY = 43_200
const DAY = 86_400_000

/** The VTIMEZONE of a zone. */
export const timeZoneBlock = (zone: string): string => tzlib_get_ical_block(zone)[0] ?? ''

/** Whether an event has a place in a calendar: one known to the month or year alone has none. */
export const isInCalendar = (row: Pick<ListRow, 'doc'>): boolean => eventDoc(row).start?.length === 10

// The library writes the local fields of a date; the runtime's own zone is always UTC.
const written = (day: string, time = '00:00'): Date => new Date(`${day}T${time}:00Z`)

/**
 * Events as a calendar (RFC 5545, with the refresh of RFC 7986). An event with times of day stands in the zone of its place, one without
 * as whole days, the end exclusive. `UID` is its permanent id at the configured host, `SEQUENCE` counts its changes; a cancelled event stays.
 */
export function calendarOf(speech: Speech, rows: ListRow[], { origin, name, path }: { origin: string; name: string; path: string }): string {
  const { t, locale } = speech
  const calendar = new ICalCalendar({
    name,
    prodId: { company: 'EU STEM Coalition', product: 'Events', language: locale.toUpperCase() },
    source: origin + localPath(locale, path),
    ttl: EVERY_HALF_DAY,
    timezone: { name: null, generator: timeZoneBlock },
  })
  for (const row of rows.filter(isInCalendar)) {
    const doc = eventDoc(row)
    const { start, end, startTime, endTime } = doc
    if (start === null) continue
    const last = end?.length === 10 ? end : start
    const zone = zoneOf(doc, row.country)
    const isTimed = instantsOf(doc, zone).from !== null
    const state = stateOf(doc)
    const note = [...(state === 'scheduled' ? [] : [t(`events.state.${state}`)]), ...(doc.stateNote ? [doc.stateNote] : [])].join(': ')
    calendar.createEvent({
      id: `${row.item_id}@${new URL(origin).hostname}`,
      sequence: doc.revision ?? 0,
      stamp: new Date(row.updated_at),
      lastModified: new Date(row.updated_at),
      ...(isTimed
        ? { timezone: zone, start: written(start, startTime ?? undefined), end: endTime ? written(last, endTime) : null }
        : { allDay: true, start: written(start), end: new Date(written(last).getTime() + DAY) }),
      summary: row.title,
      description: [...(note === '' ? [] : [note]), row.summary].join('\n\n'),
      location: [doc.place, doc.address].filter((part) => part).join(', ') || null,
      url: origin + localPath(locale, pathOf(row.type, row.slug) ?? '/events'),
      status: STATUS[state],
      busystatus: state === 'cancelled' ? ICalEventBusyStatus.FREE : null,
      categories: (doc.terms['event'] ?? []).map((code) => ({ name: termName(speech, 'event', code) })),
    })
  }
  return `${calendar.toString()}\r\n`.replace(/(\r\n)+$/, '\r\n')
}
