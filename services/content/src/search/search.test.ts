import { visitor } from '@stem/test-kit/visitor'
import { beforeAll, describe, expect, it } from 'vitest'
import { importRecords } from '../import/import-records.ts'
import { DB, SEARCH } from '../testing/database.ts'
import { findEverything } from './find-everything.ts'
import { keepSearch } from './keep-search.ts'
import { readSearchQuery } from './search-query.ts'
import { practiceRecord } from '../testing/samples.ts'

const members = { publicOrganisations: async () => [], organisationEntries: async () => [] } as never
const find = (q: string, more = '') => findEverything({ search: SEARCH }, readSearchQuery(new URLSearchParams(`${more}&${new URLSearchParams({ q })}`)), visitor('/search'))

beforeAll(async () => {
  await importRecords({ db: DB }, 'practices', [practiceRecord(), practiceRecord({ id: 'b', title: 'Robotics for all', topics: ['Robotics'] })], 5)
  await keepSearch({ db: DB, search: SEARCH, members }, 10)
})
describe('x', () => {
  it('y', async () => {
    for (const q of ['girls', 'robotcs', 'Danmark', 'dänemark', '', 'girl codes', 'zzzzzz', 'how to get girls into robotics', '𞤀', '"', 'a OR b'])
      console.log(q, JSON.stringify(await find(q)))
    console.log(JSON.stringify(await find('girls', 'type=practice&country=DK')))
    console.log(JSON.stringify(await find('', 'type=practice&country=DK')))
    console.log(JSON.stringify(await find('', 'type=country')))
    expect((await find('girls')).total).toBe(1)
  })
})
