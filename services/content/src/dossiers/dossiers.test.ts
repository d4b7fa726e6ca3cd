import { describe, expect, it } from 'vitest'
import { importRecords } from '../import/import-records.ts'
import { DB } from '../testing/database.ts'
import { advise, ask, draft, edit, NOW, publish, step, TODAY } from '../testing/desk.ts'
import { recordFollowUp } from '../instruments/record-follow-up.ts'

const db = { db: DB }
const read = async (path: string) => {
  const answer = await ask(path)
  return { status: answer.status, html: await answer.text(), headers: answer.headers }
}
const SOURCE = { source_url: 'https://stem.example/source', note: null, date_note: null }
const event = (id: string, title: string, start: string | null) => ({
  id,
  title,
  start,
  end: null,
  place: null,
  country: 'DK',
  kind: 'Taskforce meeting',
  topics: [],
  host: null,
  summary: `${title}.`,
  ...SOURCE,
})
const TASKFORCE = {
  id: 'danish-pact',
  title: 'Danish pact',
  country: 'DK',
  organisation: 'Government of Denmark',
  start: '2016-09-29',
  status: 'finalised',
  summary: 'A pact.',
  related: ['publications/later-report', 'events/first-meeting', 'events/never-was', 'practices/a-model'],
  ...SOURCE,
}

describe('a dossier of the data file', () => {
  it('shows who asked, and what is linked with it in the order in which it happened, whichever was imported first', async () => {
    expect(await importRecords(db, 'taskforces', [TASKFORCE], NOW)).toMatchObject([{ outcome: 'created' }])
    await importRecords(
      db,
      'publications',
      [
        {
          id: 'later-report',
          title: 'Later report',
          type: 'News',
          date: '2018-05-04',
          author_or_publisher: null,
          country: 'DK',
          url: null,
          summary: 'Told.',
          ...SOURCE,
        },
      ],
      NOW,
    )
    const outcomes = await importRecords(db, 'events', [event('first-meeting', 'First meeting', '2017-10-31')], NOW)
    expect(outcomes).toMatchObject([{ outcome: 'created', reasons: [] }])
    for (let times = 0; times < 2; times++) await importRecords(db, 'taskforces', [TASKFORCE], NOW)
    const { html, headers } = await read('/taskforces/danish-pact')
    expect(html).toMatch(/Government of Denmark/)
    expect(html.match(/<ol class="tlx">[^]*?<\/ol>/)?.[0]).toMatch(
      /29 Sept 2016[^]*The work began[^]*31 Oct 2017[^]*href="\/events\/first-meeting"[^]*4 May 2018[^]*href="\/news\/later-report"/,
    )
    expect(html.match(/href="\/events\/first-meeting"/g)).toHaveLength(1)
    expect(headers.get('link')).toContain('/api/v1/taskforces/danish-pact')
    expect((await read('/events/first-meeting')).html).toContain('href="/taskforces/danish-pact"')
  })

  it('of a working group names its members, its meetings and what it gave to others', async () => {
    const group = {
      id: 'nordic',
      name: 'Nordic node',
      topic: 'regional node',
      start: '2016',
      status: 'completed',
      members: ['Council of <Estonia>', 'NSR'],
      summary: 'North.',
      related: ['publications/later-report', 'events/first-meeting'],
      ...SOURCE,
    }
    await importRecords(db, 'working_groups', [group], NOW)
    const { html } = await read('/working-groups/nordic')
    expect(html).toContain('<li>Council of &lt;Estonia&gt;</li><li>NSR</li>')
    expect(html).not.toContain('Recommendations')
    const part = (id: string) => html.match(new RegExp(`aria-labelledby="${id}"[^]*?</section>`))?.[0] ?? ''
    expect(part('meetings')).toMatch(/2016[^]*The work began[^]*href="\/events\/first-meeting"[^]*href="\/events\?event=working-group"/)
    expect(part('outputs')).toContain('href="/news/later-report"')
    expect(part('outputs')).not.toContain('first-meeting')
    const { data } = (await (await ask('/api/v1/working-groups')).json()) as { data: object[] }
    expect(data).toMatchObject([{ title: 'Nordic node', members: ['Council of <Estonia>', 'NSR'], status: 'completed' }])
  })

  it('is refused when what it links is named wrongly', async () => {
    const [outcome] = await importRecords(db, 'taskforces', [{ ...TASKFORCE, id: 'other', related: ['First meeting'] }], NOW)
    expect(outcome).toMatchObject({
      outcome: 'refused',
      reasons: [{ path: 'taskforces[0].related.0', reason: 'must be a kind and an id, like events/general-assembly' }],
    })
  })
})

describe('a dossier that staff published', () => {
  it('shows background, objectives, who sat at the table, and each recommendation with what countries did about it', async () => {
    const first = await edit(await draft({ title: 'Girls in physics' }), {
      words: { en: { title: 'Girls in physics', summary: 'Why so few.', background: 'Few choose it.\nFor long.', objectives: 'More of them.' } },
      participants: { government: 'Ministry of <Education>', education: '', business: 'Robots Ltd' },
    })
    const one = await advise(first.item.id, 'Teach it earlier', { dueOn: '2027-03-01' })
    const { found } = await publish(first.item.id)
    await recordFollowUp(db, 'per_a', { item: found.item, recommendation: one }, step({}), NOW)
    await recordFollowUp(
      db,
      'per_a',
      { item: found.item, recommendation: one },
      step({ version: 1, state: 'adopted', on: TODAY, source: 'https://a.example/law' }),
      NOW,
    )
    const { html } = await read(`/taskforces/${found.item.slug}`)
    expect(html).toMatch(
      /Few choose it\.\nFor long\.[^]*More of them\.[^]*Ministry of &lt;Education&gt;[^]*Robots Ltd[^]*Teach it earlier[^]*until 1 Mar(ch)? 2027/,
    )
    expect(html).toContain('<a href="https://a.example/law">')
    expect((await read('/taskforces')).html).toContain(`href="/taskforces/${found.item.slug}"`)
  })

  it('is nowhere before: page, list, file, feed, API', async () => {
    const { item } = await edit(await draft({ title: 'Zyxcanary' }), { words: { en: { title: 'Zyxcanary', summary: 'x', background: '', objectives: '' } } })
    for (const path of ['/taskforces', '/taskforces.csv', '/taskforces.json', '/taskforces.atom', '/taskforces.feed.json', '/api/v1/taskforces'])
      expect((await read(path)).html, path).not.toMatch(/zyxcanary/i)
    for (const path of [`/taskforces/${item.slug}`, `/taskforces/${item.slug}.bib`, `/api/v1/taskforces/${item.slug}`])
      expect((await read(path)).status, path).toBe(404)
  })
})

describe('a kind of which nothing was published', () => {
  it.each([
    ['/roundtables', 'No roundtable has been published yet.'],
    ['/policy-briefings', 'No policy briefing has been published yet.'],
  ])('%s says so, and how one comes about', async (path, words) => {
    const { status, html } = await read(path)
    expect([status, html.includes(words)]).toEqual([200, true])
  })
})
