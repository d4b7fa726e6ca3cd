import { beforeAll, describe, expect, it } from 'vitest'
import { DB, SEARCH } from '../testing/database.ts'
import { find, importSeed, namesOf, registerOf, seedRegister } from '../testing/search.ts'
import { keepSearch } from './keep-search.ts'
import { QUERIES } from './queries.ts'

const NOW = Date.UTC(2026, 10, 24)

beforeAll(async () => {
  await importSeed(NOW)
  await keepSearch({ db: DB, search: SEARCH, members: registerOf(seedRegister) }, NOW)
})

describe('what readers type', () => {
  it('is asked in nine languages and more, at least 120 times', () => {
    expect(QUERIES.length).toBeGreaterThanOrEqual(120)
    for (const language of ['en', 'fr', 'de', 'nl', 'es', 'it', 'pl', 'el', 'bg'])
      expect(QUERIES.filter(([, one]) => one === language).length, language).toBeGreaterThan(12)
  })

  it('finds first what it names', async () => {
    const wrong: string[] = []
    for (const [query, language, first] of QUERIES) {
      const found = await find(query)
      const [name = 'nothing'] = namesOf(found)
      if (![first].flat().includes(name))
        wrong.push(`${language} ${query}: ${namesOf(found).slice(0, 3).join(' ')} (${found.way}) instead of ${[first].flat()[0]}`)
    }
    expect(wrong).toEqual([])
  })
})
