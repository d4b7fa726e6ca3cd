import type { EventMode, EventState } from '@stem/contracts/api-events'
import type { ListRow } from '../listing/list-kind.ts'
import { eventDoc, instantsOf, modeOf, stateOf, zoneOf } from './event.ts'

const STATUS: Record<EventState, string> = {
  scheduled: 'EventScheduled',
  postponed: 'EventPostponed',
  rescheduled: 'EventRescheduled',
  cancelled: 'EventCancelled',
}
const MODE: Record<EventMode, string> = { onsite: 'OfflineEventAttendanceMode', online: 'OnlineEventAttendanceMode', hybrid: 'MixedEventAttendanceMode' }
const term = (name: string): string => `https://schema.org/${name}`

/** An event as schema.org describes it. One that is cancelled or postponed keeps its date, as schema.org asks. `url`: of its page. */
export function structuredData(row: ListRow, url: string): Record<string, unknown> {
  const doc = eventDoc(row)
  const mode = modeOf(doc)
  const { from, to } = instantsOf(doc, zoneOf(doc, row.country))
  const iso = (instant: number | null, day: string | null) => (instant === null ? (day ?? undefined) : new Date(instant).toISOString())
  const places = [
    ...(mode === 'online' || !doc.place
      ? []
      : [
          {
            '@type': 'Place',
            name: doc.place,
            address: {
              '@type': 'PostalAddress',
              ...(doc.address ? { streetAddress: doc.address } : {}),
              ...(row.country === null || row.country === 'EU' ? {} : { addressCountry: row.country }),
            },
          },
        ]),
    ...(mode === 'online' || mode === 'hybrid' ? [{ '@type': 'VirtualLocation', url: doc.registration ?? url }] : []),
  ]
  return {
    startDate: iso(from, doc.start),
    endDate: iso(to, doc.end),
    previousStartDate: stateOf(doc) === 'rescheduled' ? (doc.previousStart ?? undefined) : undefined,
    eventStatus: term(STATUS[stateOf(doc)]),
    eventAttendanceMode: mode === null ? undefined : term(MODE[mode]),
    location: places.length === 0 ? undefined : places,
    organizer: doc.host ? { '@type': 'Organization', name: doc.host } : undefined,
    performer: doc.speakers && doc.speakers.length > 0 ? doc.speakers.map(({ name }) => ({ '@type': 'Person', name })) : undefined,
  }
}
