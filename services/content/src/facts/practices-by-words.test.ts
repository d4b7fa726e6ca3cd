import { beforeAll, expect, it } from 'vitest'
import { saveItem } from '../publish/save-item.ts'
import { DB } from '../testing/database.ts'
import { practiceItem } from '../testing/samples.ts'
import { practicesByWords } from './practices-by-words.ts'

const text = (locale: string, title: string) => ({ locale, title, summary: 'Short.', body: '[]' })
const shown = practiceItem({ texts: [text('en', 'Robots at school'), text('fr', 'Des robots à l’école')] })

beforeAll(async () => {
  for (const item of [shown, practiceItem({ texts: [text('en', 'Robots in secret')], state: 'draft' }), practiceItem({ texts: [text('en', 'Robotics club')] })])
    await DB.batch(saveItem(DB, item, 'per_test', 2))
})

it('practices are found by their words when they are public, in the language asked for, and no more than asked for', async () => {
  const find = (words: string, locale: 'en' | 'fr' = 'en', most = 10) => practicesByWords({ db: DB }, { words, locale, most }, 3)
  expect(await find('robots school')).toEqual([{ id: shown.id, title: 'Robots at school', country: 'DK' }])
  expect((await find('robot', 'fr')).map(({ title }) => title).toSorted()).toEqual(['Des robots à l’école', 'Robotics club'])
  expect(await find('robot', 'en', 1)).toHaveLength(1)
  expect([await find(''), await find('secret')]).toEqual([[], []])
})
