import * as v from 'valibot'
import { head, tail } from './api-records.ts'

const maybeText = v.nullable(v.string())
const texts = v.array(v.string())

/** How an event stands: as planned, put off without a new date, moved to another date, or not to take place. */
export const EVENT_STATES = ['scheduled', 'postponed', 'rescheduled', 'cancelled'] as const
/** How an event stands. */
export type EventState = (typeof EVENT_STATES)[number]

/** How one takes part: at the place, over the network, or either. */
export const EVENT_MODES = ['onsite', 'online', 'hybrid'] as const
/** How one takes part in an event. */
export type EventMode = (typeof EVENT_MODES)[number]

/**
 * An event as the API gives it. `start` and `end`: days (the last one included), or a month or year as far as known. `startsAt` and
 * `endsAt`: instants in UTC, null where no time of day is on file. `zone`: IANA time zone of the place. `kind`: code of the kind of
 * event. `outputs`: addresses of what came of it.
 */
export const eventSchema = v.strictObject({
  ...head,
  kind: maybeText,
  topics: texts,
  start: maybeText,
  end: maybeText,
  startsAt: maybeText,
  endsAt: maybeText,
  zone: v.string(),
  state: v.picklist(EVENT_STATES),
  mode: v.nullable(v.picklist(EVENT_MODES)),
  place: maybeText,
  host: maybeText,
  languages: texts,
  registration: maybeText,
  outputs: texts,
  ...tail,
})
/** An event as the API gives it. */
export type EventOfApi = v.InferOutput<typeof eventSchema>
