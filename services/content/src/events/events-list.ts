import type { EventOfApi } from '@stem/contracts/api-events'
import { termName } from '@stem/ui/speech'
import type { ListKind, ListRow, Place } from '../listing/list-kind.ts'
import { headOf, rowOf, tailOf } from '../listing/record-of-row.ts'
import { eventDoc, instantsOf, modeOf, stateOf, zoneOf } from './event.ts'

const iso = (instant: number | null): string | null => (instant === null ? null : new Date(instant).toISOString())

/** A row as programs read it. */
export function eventOfApi(row: ListRow, place: Place): EventOfApi {
  const doc = eventDoc(row)
  const zone = zoneOf(doc, row.country)
  const { from, to } = instantsOf(doc, zone)
  return {
    ...headOf(row, place),
    kind: doc.terms['event']?.[0] ?? null,
    topics: doc.terms['topic'] ?? [],
    start: doc.start,
    end: doc.end,
    startsAt: iso(from),
    endsAt: iso(to),
    zone,
    state: stateOf(doc),
    mode: modeOf(doc),
    place: doc.place ?? null,
    host: doc.host ?? null,
    languages: doc.languages ?? [],
    registration: doc.registration ?? null,
    outputs: (doc.outputs ?? []).map(({ url }) => url),
    ...tailOf(row, { ...doc, url: null }),
  }
}

/** The list of events. */
export const events: ListKind = {
  name: 'events',
  open: ['when', 'event', 'country'],
  recordOf: eventOfApi,
  rowOf: (speech, row) => {
    const doc = eventDoc(row)
    const state = stateOf(doc)
    return rowOf(
      speech,
      row,
      [
        ...(state === 'scheduled' ? [] : [speech.t(`events.state.${state}`)]),
        ...(doc.terms['event'] ?? []).map((code) => termName(speech, 'event', code)),
        ...(doc.place ? [doc.place] : []),
      ],
      doc.start === null ? null : speech.f.dateRange(doc.start, doc.end),
    )
  },
}
