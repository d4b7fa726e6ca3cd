import { SHIPPED } from '@stem/i18n/locales'
import { beforeEach, describe, expect, it } from 'vitest'
import { completeIn } from '../issue/issue.ts'
import { contentOf } from '../issue/version-of.ts'
import { askDesk, brief, campaign, services } from '../testing/composing.ts'
import { count, DAY, DB, DESK, emptyAll, HOUR } from '../testing/reading.ts'
import { digestRuns } from './digest-runs.ts'
import { makeDigest, monthBefore, writeDigest } from './make-digest.ts'
import { topicOf } from './topic-of.ts'

beforeEach(async () => {
  await emptyAll()
  await DB.prepare('DELETE FROM campaign_versions').run()
})

const FIRST = Date.UTC(2026, 10, 1, 0, 1)
const ITEMS = [
  brief(1, { topics: ['gender'] }),
  brief(2, { country: 'EE' }),
  brief(3, { type: 'event', title: 'Assembly', country: null, date: '2026-12-01' }),
  brief(4, { publishedAt: Date.UTC(2026, 8, 30, 23, 59) }),
  brief(5, { publishedAt: Date.UTC(2026, 10, 1) }),
]
const only = async () => campaign((await DB.prepare('SELECT id FROM campaigns').first<{ id: string }>())?.id ?? '')

describe('the digest of a month', () => {
  it('is a draft in every language with what was published in it, by topic', async () => {
    expect(await makeDigest(DESK, services(ITEMS).CONTENT, FIRST)).toBe('made')
    const made = await only()
    expect(made).toMatchObject({ kind: 'digest', state: 'draft', name: 'New in Oct 2026', author: 'system', period: '2026-10' })
    expect(made.audience).toEqual({ topics: ['practices', 'events', 'gender'], countries: [], locales: [], who: 'all', frequency: 'monthly' })
    const content = contentOf(made)
    expect(completeIn(content)).toEqual(SHIPPED)
    expect(content.en.blocks.map((block) => ('item' in block ? block.item.title : 'text' in block ? block.text : ''))).toEqual([
      'This is what the EU STEM Coalition published in Oct 2026.',
      'What works: practices from members',
      'Practice 2',
      'Conferences, webinars and meetings',
      'Assembly',
      'Equal opportunities',
      'Practice 1',
    ])
    expect(content.fr.blocks.map(({ id }) => id)).toEqual(content.en.blocks.map(({ id }) => id))
    expect((await askDesk(`/console/newsletter/${made.id}`)).status).toBe(200)
  })

  it('goes only to readers of the countries it tells of, when all of it is of some', async () => {
    await makeDigest(DESK, services(ITEMS.slice(0, 2)).CONTENT, FIRST)
    expect((await only()).audience.countries).toEqual(['EE', 'NL'])
  })

  it('is made once, however many ticks come at once and later', async () => {
    const { CONTENT } = services(ITEMS)
    const ticks = await Promise.all(Array.from({ length: 20 }, () => makeDigest(DESK, CONTENT, FIRST)))
    expect(ticks.filter((tick) => tick === 'made')).toHaveLength(1)
    const racing = await Promise.all(Array.from({ length: 20 }, () => writeDigest(DESK, CONTENT, monthBefore(FIRST + 31 * DAY), FIRST + 31 * DAY)))
    expect(racing.filter((tick) => tick === 'made')).toHaveLength(1)
    expect(racing.filter((tick) => tick === 'there')).toHaveLength(19)
    expect(await makeDigest(DESK, CONTENT, FIRST + HOUR)).toBe('there')
    expect([await count('campaigns'), await count('campaign_versions', "snapshot LIKE '%New in%'"), await count('audit')]).toEqual([2, 2, 2])
  })

  it('is skipped when nothing was published, and looked for again only in the first days', async () => {
    const { CONTENT } = services([brief(1, { publishedAt: 1 })])
    expect(await makeDigest(DESK, CONTENT, FIRST)).toBe('empty')
    expect(await makeDigest(DESK, CONTENT, FIRST + 1000)).toBe('not_now')
    expect(await makeDigest(DESK, CONTENT, FIRST + HOUR)).toBe('empty')
    expect(await makeDigest(DESK, services(ITEMS).CONTENT, FIRST + 4 * DAY)).toBe('not_now')
    expect(await count('campaigns')).toBe(0)
  })

  it('tells the secretariat what became of each month, of which topics, countries and languages', async () => {
    expect(await (await askDesk('/console/newsletter')).text()).toContain('No month has come round yet.')
    const of = (items: typeof ITEMS) => services(items).CONTENT
    await makeDigest(DESK, of([]), FIRST)
    expect(await digestRuns(DB)).toMatchObject([{ period: '2026-10', outcome: 'empty', campaignId: null, at: FIRST }])
    const skipped = await (await askDesk('/console/newsletter')).text()
    expect([skipped.includes('Oct 2026'), skipped.includes('Skipped: nothing was published')]).toEqual([true, true])
    // Something was published late for that month, and another look made it after all.
    await makeDigest(DESK, of(ITEMS), FIRST + HOUR)
    const made = await only()
    const languages = Object.fromEntries(SHIPPED.map((code) => [code, code === 'en' ? 3 : 0]))
    const counts = { topics: { gender: 1, practices: 1, events: 1 }, countries: { NL: 1, EE: 1, '': 1 }, languages }
    expect(await digestRuns(DB)).toEqual([{ period: '2026-10', at: FIRST + HOUR, outcome: 'made', campaignId: made.id, name: 'New in Oct 2026', counts }])
    await writeDigest(DESK, of([]), monthBefore(FIRST), FIRST + 2 * HOUR)
    expect((await digestRuns(DB))[0]?.outcome).toBe('made')
    const page = await (await askDesk('/console/newsletter')).text()
    for (const words of ['3 items', 'Equal opportunities 1', 'Estonia 1', 'whole coalition 1', 'English 3', `href="/console/newsletter/${made.id}"`])
      expect(page, words).toContain(words)
  })

  it.each([
    [Date.UTC(2026, 0, 1), '2025-12'],
    [Date.UTC(2026, 2, 1), '2026-02'],
    [Date.UTC(2028, 2, 31, 23), '2028-02'],
  ])('is of the month before, whatever the day', (now, period) => {
    expect(monthBefore(now).period).toBe(period)
  })

  it('holds no more than a mail can: eight of a topic, forty blocks in all', async () => {
    const many = Array.from({ length: 300 }, (_, n) => brief(n, { type: (['practice', 'event', 'briefing', 'news', 'monitoring-instrument'] as const)[n % 5] }))
    await makeDigest(DESK, services(many).CONTENT, FIRST)
    const { blocks } = contentOf(await only()).en
    expect(blocks.length).toBeLessThanOrEqual(40)
    expect(blocks.filter((block) => 'item' in block && topicOf({ type: block.item.type, topics: [] }) === 'practices')).toHaveLength(8)
  })
})
