import { EVENT_MODES, EVENT_STATES } from '@stem/contracts/api-events'
import { tzlib_get_timezones } from 'timezones-ical-library'
import * as v from 'valibot'
import { country, date, id, inOrder, maybe, note, order, text, url } from './record.ts'

const ZONES = new Set(tzlib_get_timezones())
const MOST = 60

const day = v.pipe(date, v.length(10, 'must be a date like 2018-04-05'))
const time = v.pipe(v.string('must be text'), v.regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'must be a time like 09:30'))
const zone = v.pipe(
  v.string('must be text'),
  v.check((name) => ZONES.has(name), 'must be a time zone like Europe/Brussels'),
)
const language = v.pipe(v.string('must be text'), v.regex(/^[a-z]{2,3}$/, 'must be the code of a language, like en'))
const many = <const Schema extends v.GenericSchema>(schema: Schema) => v.optional(v.pipe(v.array(schema, 'must be a list'), v.maxLength(MOST)), [])
const perhaps = <const Schema extends v.GenericSchema>(schema: Schema) => v.optional(maybe(schema), null)

/** What came of an event: kinds of documents. */
export const OUTPUT_KINDS = ['report', 'slides', 'recording', 'document'] as const

/**
 * An event as the data file holds it. Times of day are those of `zone`, or of the country where none is given; `end` is its last day.
 * `members_only` is kept and shown to nobody in public.
 */
export const eventRecord = v.pipe(
  v.strictObject({
    id,
    title: text(300),
    kind: text(60),
    topics: many(text(80)),
    start: date,
    end: maybe(date),
    start_time: perhaps(time),
    end_time: perhaps(time),
    zone: perhaps(zone),
    state: v.optional(v.picklist(EVENT_STATES, 'must be scheduled, postponed, rescheduled or cancelled'), 'scheduled'),
    state_note: perhaps(text(500)),
    previous_start: perhaps(date),
    mode: perhaps(v.picklist(EVENT_MODES, 'must be onsite, online or hybrid')),
    place: maybe(text(300)),
    address: perhaps(text(300)),
    access: perhaps(text(1000)),
    country: maybe(country),
    host: maybe(text(300)),
    languages: many(language),
    registration: perhaps(url),
    agenda: many(
      v.strictObject({
        day,
        slots: many(v.strictObject({ from: perhaps(time), to: perhaps(time), title: text(300), who: v.optional(maybe(text(300)), null) })),
      }),
    ),
    speakers: many(v.strictObject({ name: text(200), role: v.optional(maybe(text(300)), null) })),
    outputs: many(v.strictObject({ kind: v.picklist(OUTPUT_KINDS, `must be ${OUTPUT_KINDS.join(', ')}`), title: text(300), url })),
    members_only: perhaps(v.strictObject({ join: perhaps(url), text: v.optional(maybe(text(2000)), null) })),
    summary: text(2000),
    source_url: url,
    note,
    date_note: note,
  }),
  v.forward(v.partialCheck([['start'], ['end']], inOrder, order), ['end']),
  v.forward(
    v.partialCheck([['start'], ['start_time']], ({ start, start_time: at }) => at === null || start.length === 10, 'needs a start that is a day'),
    ['start_time'],
  ),
  v.forward(
    v.partialCheck(
      [['start'], ['end'], ['start_time'], ['end_time']],
      ({ start, end, start_time: from, end_time: to }) => to === null || (from !== null && (to > from || (end ?? start) > start)),
      'must be after start_time',
    ),
    ['end_time'],
  ),
)

/** The fields of an event's item. */
export const eventFields = (record: v.InferOutput<typeof eventRecord>): object => ({
  start: record.start,
  end: record.end,
  startTime: record.start_time,
  endTime: record.end_time,
  zone: record.zone,
  state: record.state,
  stateNote: record.state_note,
  previousStart: record.previous_start,
  mode: record.mode,
  place: record.place,
  address: record.address,
  access: record.access,
  host: record.host,
  languages: record.languages,
  registration: record.registration,
  agenda: record.agenda,
  speakers: record.speakers,
  outputs: record.outputs,
  membersOnly: record.members_only,
})
