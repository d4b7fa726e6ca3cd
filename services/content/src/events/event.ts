import type { EventMode, EventState } from '@stem/contracts/api-events'
import { tzlib_get_offset } from 'timezones-ical-library'
import type { RecordDoc } from '../listing/record-of-row.ts'

/** What the projection holds of an event. Rows of former imports lack the later fields. */
export type EventDoc = RecordDoc & {
  start: string | null
  end: string | null
  startTime?: string | null
  endTime?: string | null
  zone?: string | null
  state?: EventState
  stateNote?: string | null
  previousStart?: string | null
  mode?: EventMode | null
  place?: string | null
  address?: string | null
  access?: string | null
  host?: string | null
  languages?: string[]
  registration?: string | null
  agenda?: { day: string; slots: { from: string | null; to: string | null; title: string; who: string | null }[] }[]
  speakers?: { name: string; role: string | null }[]
  outputs?: { kind: 'report' | 'slides' | 'recording' | 'document'; title: string; url: string }[]
  revision?: number
}

/** The document of a row. */
export const eventDoc = ({ doc }: { doc: string }): EventDoc => JSON.parse(doc) as EventDoc

const BRUSSELS = 'Europe/Brussels'
// Zone of the capital; another one, as the Azores, is on file with the event.
const CITIES: Record<string, string> = {
  AT: 'Vienna',
  BG: 'Sofia',
  CH: 'Zurich',
  CY: 'Nicosia',
  CZ: 'Prague',
  DE: 'Berlin',
  DK: 'Copenhagen',
  EE: 'Tallinn',
  ES: 'Madrid',
  FI: 'Helsinki',
  FR: 'Paris',
  GB: 'London',
  GR: 'Athens',
  HR: 'Zagreb',
  HU: 'Budapest',
  IE: 'Dublin',
  IT: 'Rome',
  LT: 'Vilnius',
  LU: 'Luxembourg',
  LV: 'Riga',
  MT: 'Malta',
  NL: 'Amsterdam',
  NO: 'Oslo',
  PL: 'Warsaw',
  PT: 'Lisbon',
  RO: 'Bucharest',
  SE: 'Stockholm',
  SI: 'Ljubljana',
  SK: 'Bratislava',
  TR: 'Istanbul',
  UA: 'Kyiv',
}

/** IANA time zone of the place of an event. */
export function zoneOf({ zone }: EventDoc, country: string | null): string {
  if (zone) return zone
  if (country === 'IS') return 'Atlantic/Reykjavik'
  const city = CITIES[country ?? '']
  return city === undefined ? BRUSSELS : `Europe/${city}`
}

/** How an event stands. */
export const stateOf = ({ state }: EventDoc): EventState => state ?? 'scheduled'

const ONLINE = /\b(online|livestream)\b/i

/** How one takes part; null when it is not on file. */
export function modeOf({ mode, place, terms }: EventDoc): EventMode | null {
  if (mode) return mode
  if (terms['event']?.includes('webinar')) return 'online'
  if (!place) return null
  if (!ONLINE.test(place)) return 'onsite'
  return /\band online\b/i.test(place) ? 'hybrid' : 'online'
}

/** Epoch milliseconds of a day and a time of day in `zone`. */
export function instantOf(day: string, time: string, zone: string): number {
  const offset = tzlib_get_offset(zone, day, time)
  return Date.parse(`${day}T${time}:00${offset.slice(0, 3)}:${offset.slice(3)}`)
}

/** Instants at which an event begins and ends (epoch milliseconds); null where no time of day is on file. */
export function instantsOf(doc: EventDoc, zone: string): { from: number | null; to: number | null } {
  const { start, end, startTime, endTime } = doc
  if (!startTime || !start || start.length !== 10) return { from: null, to: null }
  return { from: instantOf(start, startTime, zone), to: endTime ? instantOf(end ?? start, endTime, zone) : null }
}

/** An instant as day and time of day in `zone`. */
export function wallIn(zone: string, instant: number): { day: string; time: string } {
  const [day = '', time = ''] = new Intl.DateTimeFormat('sv', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' }).format(instant).split(' ')
  return { day, time }
}
