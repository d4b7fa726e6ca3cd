import { beforeAll, describe, expect, it } from 'vitest'
import { saveItem, type Item } from '../publish/save-item.ts'
import { DB } from '../testing/database.ts'
import { practiceItem } from '../testing/samples.ts'
import { findItems, itemsByIds, publishedBetween } from './item-briefs.ts'

const NOW = Date.UTC(2026, 10, 24)
const OCTOBER = Date.UTC(2026, 9, 1)
const NOVEMBER = Date.UTC(2026, 10, 1)
const AT = { locale: 'en', now: NOW } as const
const text = (title: string) => [{ locale: 'en', title, summary: 'A summary.', body: '[]' }]

const ITEMS: Record<string, Item> = {
  robots: practiceItem({ texts: text('Robots in schools'), publishedFrom: OCTOBER, date: '2020', fields: { url: 'javascript:alert(1)' } }),
  physics: practiceItem({
    texts: [...text('Girls in physics'), { locale: 'fr', title: 'Des filles en physique', summary: 'Un résumé.', body: '[]' }],
    publishedFrom: NOVEMBER - 1,
    date: '2022',
  }),
  assembly: practiceItem({
    type: 'event',
    texts: text('Assembly on robots'),
    publishedFrom: NOVEMBER,
    date: '2025-11-05',
    fields: { start: '2025-11-05', end: '2025-11-06' },
    terms: { country: ['BE'] },
    country: 'BE',
  }),
  draft: practiceItem({ texts: text('Robots: a draft'), state: 'draft', publishedFrom: OCTOBER }),
  members: practiceItem({ texts: text('Robots for members'), visibility: 'members', publishedFrom: OCTOBER }),
  later: practiceItem({ texts: text('Robots of tomorrow'), publishedFrom: NOW + 1 }),
  over: practiceItem({ texts: text('Robots of yesterday'), publishedFrom: OCTOBER, publishedUntil: NOW }),
  quote: practiceItem({ type: 'quote', texts: text('Robots, she said'), publishedFrom: OCTOBER }),
}
const idOf = (name: string) => ITEMS[name]?.id ?? ''

beforeAll(async () => {
  for (const item of Object.values(ITEMS)) await DB.batch(saveItem(DB, item, 'per_test', NOW - 1))
})

describe('what a newsletter can take in', () => {
  it('is found by all of its words, newest first, and is public', async () => {
    const found = async (words: string) => (await findItems({ db: DB }, words, AT, 50)).map(({ title }) => title)
    expect(await found('ROBOT')).toEqual(['Assembly on robots', 'Robots in schools'])
    expect(await found('robot school')).toEqual(['Robots in schools'])
    expect(await found('')).toEqual(['Assembly on robots', 'Girls in physics', 'Robots in schools'])
    expect(await found(`"%_') OR 1=1 --`)).toEqual([])
    expect(await findItems({ db: DB }, '', AT, 1)).toHaveLength(1)
  })

  it('comes by id in the order asked for, in the language where there is one, with safe addresses alone', async () => {
    const all = await itemsByIds({ db: DB }, ['physics', 'draft', 'members', 'later', 'over', 'quote', 'robots'].map(idOf), { locale: 'fr', now: NOW })
    expect(all.map(({ title, locale }) => [title, locale])).toEqual([
      ['Des filles en physique', 'fr'],
      ['Robots in schools', 'en'],
    ])
    expect(all.map(({ url, path }) => [url, path])).toEqual([
      [null, `/practices/${ITEMS['physics']?.slug}`],
      [null, `/practices/${ITEMS['robots']?.slug}`],
    ])
    expect(await itemsByIds({ db: DB }, [idOf('assembly')], AT)).toMatchObject([
      { date: '2025-11-05', end: '2025-11-06', country: 'BE', path: `/events/${ITEMS['assembly']?.slug}` },
    ])
  })

  it('of a stretch of time begins with its first moment and ends before the last', async () => {
    const titles = (from: number, to: number) => publishedBetween({ db: DB }, from, to, AT).then((items) => items.map(({ title }) => title))
    expect(await titles(OCTOBER, NOVEMBER)).toEqual(['Girls in physics', 'Robots in schools'])
    expect(await titles(NOVEMBER, NOVEMBER + 1)).toEqual(['Assembly on robots'])
    expect(await titles(0, OCTOBER)).toEqual([])
  })
})
