import ICAL from 'ical.js'
import nodeIcal from 'node-ical'
import { describe, expect, it } from 'vitest'
import { saveItem, type Item } from '../publish/save-item.ts'
import { DB } from '../testing/database.ts'
import { eventItem } from '../testing/events.ts'
import { ask } from '../testing/faces.ts'

const NOW = Date.UTC(2026, 10, 24)
const save = (item: Item) => DB.batch(saveItem(DB, item, 'per_test', NOW))

const ZONES: [zone: string, country: string, winter: number, summer: number][] = [
  ['Europe/Athens', 'GR', 2, 3],
  ['Europe/Lisbon', 'PT', 0, 1],
  ['Europe/Dublin', 'IE', 0, 1],
  ['Europe/Sofia', 'BG', 2, 3],
  ['Europe/Warsaw', 'PL', 1, 2],
  ['Atlantic/Azores', 'PT', -1, 0],
  ['Europe/Brussels', 'BE', 1, 2],
  ['Atlantic/Reykjavik', 'IS', 0, 0],
]
// Around both clock changes of 2026 and 2027: the day before, the day itself after the change, and far from them.
const DAYS: [day: string, summer: boolean][] = [
  ['2026-10-24', true],
  ['2026-10-25', false],
  ['2027-03-27', false],
  ['2027-03-28', true],
  ['2027-07-01', true],
  ['2027-12-31', false],
]

const instants = (text: string): Map<string, { ical: number[]; node: number[] }> => {
  const calendar = new ICAL.Component(ICAL.parse(text))
  for (const zone of calendar.getAllSubcomponents('vtimezone')) ICAL.TimezoneService.register(zone)
  const parsed = nodeIcal.sync.parseICS(text)
  return new Map(
    calendar.getAllSubcomponents('vevent').map((component) => {
      const event = new ICAL.Event(component)
      const other = parsed[event.uid] as { start: Date; end: Date }
      return [
        event.summary,
        {
          ical: [event.startDate.toJSDate().getTime(), event.endDate.toJSDate().getTime()],
          node: [other.start.getTime(), other.end.getTime()],
        },
      ]
    }),
  )
}

/** Lines as they were before folding; none longer than 75 octets, none cut inside a character. */
function unfold(bytes: Uint8Array): string[] {
  const lines: string[] = []
  let start = 0
  for (let at = 0; at + 1 < bytes.length; at++) {
    if (bytes[at] !== 13 || bytes[at + 1] !== 10) continue
    const line = bytes.slice(start, at)
    expect(line.length).toBeLessThanOrEqual(75)
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(line)
    if (text.startsWith(' ')) lines.push(`${lines.pop() ?? ''}${text.slice(1)}`)
    else lines.push(text)
    start = at + 2
  }
  expect(start).toBe(bytes.length)
  return lines
}

describe('a calendar of events', () => {
  it.each(ZONES)('gives the same instants in %s through both clock changes', async (zone, country, winter, summer) => {
    for (const [day] of DAYS)
      await save(
        eventItem(
          { start: day, startTime: '09:30', endTime: '16:15', zone },
          {
            country,
            slug: `${zone.toLowerCase().replaceAll(/[^a-z]/g, '-')}-${day}`,
            texts: [{ locale: 'en', title: `${zone} ${day}`, summary: 'S', body: '[]' }],
          },
        ),
      )
    const found = instants(await (await ask(`/events.ics?country=${country}`)).text())
    for (const [day, isSummer] of DAYS) {
      const offset = (isSummer ? summer : winter) * 3_600_000
      const expected = [Date.parse(`${day}T09:30:00Z`) - offset, Date.parse(`${day}T16:15:00Z`) - offset]
      expect(found.get(`${zone} ${day}`), day).toEqual({ ical: expected, node: expected })
    }
  })

  it('takes the zone from the country where none is on file, and carries each zone once', async () => {
    await save(eventItem({ start: '2027-06-01', startTime: '09:00' }, { country: 'GR', slug: 'greek-zone' }))
    const text = await (await ask('/events/greek-zone.ics')).text()
    expect(text).toContain('DTSTART;TZID=Europe/Athens:20270601T090000')
    expect(text.match(/BEGIN:VTIMEZONE/g)).toHaveLength(1)
  })

  it('folds by octets, so that Greek is never cut, and escapes what has a meaning', async () => {
    const title = 'Διακρατική συνάντηση για τη φυσική, τη μηχανική; και τα μαθηματικά \\ στο σχολείο και στο πανεπιστήμιο'
    await save(
      eventItem(
        { start: '2027-06-02', place: 'Αίθουσα «Αριστοτέλης», Θεσσαλονίκη' },
        { slug: 'greek', texts: [{ locale: 'el', title, summary: `${title}\n${title}`, body: '[]' }], originalLocale: 'el' },
      ),
    )
    const answer = await ask('/events/greek.ics', 'el')
    expect(answer.headers.get('content-type')).toBe('text/calendar; charset=utf-8')
    const bytes = new Uint8Array(await answer.arrayBuffer())
    const summary = unfold(bytes).find((line) => line.startsWith('SUMMARY:'))
    expect(summary).toBe(`SUMMARY:${title.replaceAll(/[\\;,]/g, (letter) => `\\${letter}`)}`)
    const [event] = new ICAL.Component(ICAL.parse(new TextDecoder().decode(bytes))).getAllSubcomponents('vevent')
    expect(event && new ICAL.Event(event)).toMatchObject({ summary: title, location: 'Αίθουσα «Αριστοτέλης», Θεσσαλονίκη' })
    expect(event?.getFirstPropertyValue('url')).toBe('https://stem.example/el/events/greek')
  })

  it('gives events without times as whole days, the end exclusive', async () => {
    await save(eventItem({ start: '2027-03-27', end: '2027-03-28' }, { slug: 'whole' }))
    const lines = unfold(new Uint8Array(await (await ask('/events/whole.ics')).arrayBuffer()))
    expect(lines).toEqual(expect.arrayContaining(['DTSTART;VALUE=DATE:20270327', 'DTEND;VALUE=DATE:20270329']))
    expect(lines.filter((line) => line.includes('TZID'))).toEqual([])
  })

  it('keeps a cancelled event under the same UID with a higher SEQUENCE, and its first date', async () => {
    const item = eventItem({ start: '2027-05-04', startTime: '10:00' }, { slug: 'called-off' })
    await save(item)
    const read = async () => {
      const [event] = new ICAL.Component(ICAL.parse(await (await ask('/events.ics?q=off')).text())).getAllSubcomponents('vevent')
      const value = (name: string) => event?.getFirstPropertyValue(name)?.toString()
      return [value('uid'), value('sequence'), value('status'), value('dtstart')]
    }
    await save({ ...item, version: 1 + 1, texts: [{ locale: 'en', title: 'Called off', summary: 'S', body: '[]' }] })
    const before = await read()
    expect(before).toEqual([`${item.id}@stem.example`, '1', 'CONFIRMED', '2027-05-04T10:00:00'])
    await save({
      ...item,
      version: 3,
      texts: [{ locale: 'en', title: 'Called off', summary: 'S', body: '[]' }],
      fields: { ...item.fields, state: 'cancelled' },
    })
    expect(await read()).toEqual([before[0], '2', 'CANCELLED', before[3]])
  })

  it('leaves out what is known to the year alone, which has no file either', async () => {
    await save(eventItem({ start: '2027', end: '2028' }, { slug: 'vague', texts: [{ locale: 'en', title: 'Vague series', summary: 'S', body: '[]' }] }))
    expect(await (await ask('/events.ics')).text()).not.toContain('Vague series')
    expect((await ask('/events/vague.ics')).status).toBe(404)
  })
})
