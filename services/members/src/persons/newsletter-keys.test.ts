import { deriveToken } from '@stem/jobs/tokens'
import { beforeEach, expect, it } from 'vitest'
import { DB, emptyAll, idOf, NOW, personRows, testEnv, twoOrganisations } from '../testing/world.ts'
import { newsletterKeys } from './newsletter-keys.ts'

const desk = { db: DB, secret: testEnv.ADDRESS_KEY }
const keyOf = (number: number) => deriveToken(testEnv.ADDRESS_KEY, 'newsletter', `p${number}@stem.example`)

beforeEach(emptyAll)

it('names who acts for an organisation now, as hashes that the newsletter knows, page by page', async () => {
  const { own, other } = await twoOrganisations()
  const acts = (scope: string): [string, string][] => [['organisation-editor', `organisation:${scope}`]]
  await DB.batch([
    ...(await personRows({ number: 1, grants: acts(own) })),
    ...(await personRows({ number: 2, grants: [['secretariat-officer', 'coalition']] })),
    ...(await personRows({ number: 3, grants: acts(own), state: 'locked' })),
    ...(await personRows({ number: 4, grants: acts(own) })),
    ...(await personRows({ number: 5, grants: [...acts(own), ['organisation-manager', `organisation:${own}`]] })),
    ...(await personRows({ number: 6, grants: acts(other) })),
    DB.prepare('UPDATE role_grants SET ended_at = ? WHERE person_id = ?').bind(NOW, idOf('per', 4)),
    DB.prepare('UPDATE organisations SET withdrawn_at = ? WHERE id = ?').bind(NOW, other),
  ])
  expect(await newsletterKeys(desk, null, 500)).toEqual({ keys: [await keyOf(1), await keyOf(5)], next: null })
  const first = await newsletterKeys(desk, null, 1)
  expect(first).toEqual({ keys: [await keyOf(1)], next: idOf('per', 1) })
  expect(await newsletterKeys(desk, first.next, 1)).toEqual({ keys: [await keyOf(5)], next: null })
  expect(JSON.stringify(first)).not.toContain('@')
})
