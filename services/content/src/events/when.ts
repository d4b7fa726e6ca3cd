import type { Speech } from '@stem/ui/speech'
import { instantsOf, wallIn, zoneOf, type EventDoc } from './event.ts'

const BRUSSELS = 'Europe/Brussels'
const TAGS: Record<string, string> = { en: 'en-GB' }

/** Name of a time zone in the language of the page, e.g. `Eastern European Time`. */
const zoneName = (locale: string, zone: string): string =>
  new Intl.DateTimeFormat(TAGS[locale] ?? locale, { timeZone: zone, timeZoneName: 'longGeneric' }).formatToParts(0).find(({ type }) => type === 'timeZoneName')
    ?.value ?? zone

function span({ f }: Speech, zone: string, from: number, to: number | null): string {
  const start = wallIn(zone, from)
  const end = to === null ? null : wallIn(zone, to)
  if (end === null) return `${f.date(start.day)}, ${start.time}`
  return end.day === start.day ? `${f.date(start.day)}, ${start.time}–${end.time}` : `${f.date(start.day)}, ${start.time} – ${f.date(end.day)}, ${end.time}`
}

/** Times of an event with the name of their zone: those of its place, and those of Brussels where they differ. Empty without times of day. */
export function timesOf(speech: Speech, doc: EventDoc, country: string | null): { when: string; zone: string }[] {
  const zone = zoneOf(doc, country)
  const { from, to } = instantsOf(doc, zone)
  if (from === null) return []
  const here = { when: span(speech, zone, from, to), zone: zoneName(speech.locale, zone) }
  const there = { when: span(speech, BRUSSELS, from, to), zone: speech.t('events.brussels') }
  return here.when === there.when ? [there] : [here, there]
}
