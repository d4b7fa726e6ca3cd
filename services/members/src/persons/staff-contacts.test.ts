import { beforeEach, expect, it } from 'vitest'
import { DB, emptyAll, idOf, NOW, personRows } from '../testing/world.ts'
import { staffContacts } from './staff-contacts.ts'

beforeEach(emptyAll)

it('names who is active in the secretariat now, each once, and nobody else', async () => {
  await DB.batch([
    ...(await personRows({
      number: 1,
      grants: [
        ['secretariat-admin', 'coalition'],
        ['secretariat-officer', 'coalition'],
      ],
    })),
    ...(await personRows({ number: 2, grants: [['secretariat-officer', 'coalition']] })),
    ...(await personRows({ number: 3, grants: [['secretariat-officer', 'coalition']], state: 'locked' })),
    ...(await personRows({ number: 4, grants: [['platform-manager', 'country:DK']] })),
    ...(await personRows({ number: 5, grants: [['auditor', 'coalition']] })),
    ...(await personRows({ number: 6 })),
    ...(await personRows({ number: 7, grants: [['secretariat-officer', 'coalition']] })),
    DB.prepare('UPDATE role_grants SET ended_at = ? WHERE person_id = ?').bind(NOW, idOf('per', 7)),
  ])
  expect(await staffContacts({ db: DB })).toEqual([1, 2].map((number) => ({ personId: idOf('per', number), address: `p${number}@stem.example`, locale: 'en' })))
})
