import { beforeEach, expect, it } from 'vitest'
import { importRecords } from '../import/import-records.ts'
import { DB, emptyAll, NOW } from '../testing/world.ts'
import { organisationsByName } from './organisations-by-name.ts'

const record = (id: string, name: string, country: string, status: string) => ({
  id,
  name,
  country,
  status,
  website: null,
  description: 'A centre.',
  source_url: 'https://example.org',
  region: null,
  kind: 'dedicated-platform',
  role: null,
  organisation_type: null,
})

beforeEach(async () => {
  await emptyAll()
  const records = [
    record('a', 'Østerbro STEM Centre', 'DK', 'related'),
    record('b', 'STEM Platform (SP)', 'NL', 'listed'),
    record('c', 'House 100% Science', 'DK', 'listed'),
  ]
  await importRecords({ db: DB }, 'members', records, NOW)
})

it('organisations are found by all words of a name, whatever their case and marks, members first, and no more than asked for', async () => {
  const names = async (words: string, most = 10) => (await organisationsByName({ db: DB }, words, most)).map(({ name }) => name)
  expect(await names('stem')).toEqual(['STEM Platform (SP)', 'Østerbro STEM Centre'])
  expect(await names('stem', 1)).toEqual(['STEM Platform (SP)'])
  expect(await names('CENTRE osterbro')).toEqual(['Østerbro STEM Centre'])
  expect([await names(''), await names('  %_'), await names('stem nothing')]).toEqual([[], [], []])
})
