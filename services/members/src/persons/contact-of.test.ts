import { beforeEach, expect, it } from 'vitest'
import { DB, emptyAll, idOf, NOW, personRows, twoOrganisations } from '../testing/world.ts'
import { contactOf } from './contact-of.ts'

let own = ''
let other = ''
beforeEach(async () => {
  await emptyAll()
  ;({ own, other } = await twoOrganisations())
  await DB.batch([
    ...(await personRows({ number: 1, name: 'Anna', grants: [['organisation-editor', `organisation:${other}`]] })),
    ...(await personRows({ number: 2, grants: [['platform-manager', 'country:DK']] })),
    ...(await personRows({ number: 3, state: 'locked', grants: [['organisation-editor', `organisation:${own}`]] })),
  ])
})
const contact = (number: number) => contactOf({ db: DB }, idOf('per', number))

it('a person’s contact is their own record, with the public organisation they have had a role in the longest', async () => {
  await DB.prepare("UPDATE persons SET job_title = 'Adviser', locale = 'el' WHERE id = ?").bind(idOf('per', 1)).run()
  await DB.prepare("INSERT INTO role_grants (id, person_id, role, scope, granted_by, started_at) VALUES ('grt_0', ?, 'organisation-manager', ?, 'test', ?)")
    .bind(idOf('per', 1), `organisation:${own}`, NOW - 1)
    .run()
  const anna = { name: 'Anna', address: 'p1@stem.example', job: 'Adviser', locale: 'el' }
  expect(await contact(1)).toEqual({ ...anna, organisation: { name: 'Own', country: 'DK' } })
  await DB.prepare("UPDATE role_grants SET ended_at = 1 WHERE id = 'grt_0'").run()
  expect(await contact(1)).toEqual({ ...anna, organisation: { name: 'Other', country: 'FR' } })
  await DB.prepare('DELETE FROM published_organisations').run()
  expect(await contact(1)).toEqual({ ...anna, organisation: null })
})

it('who has a role elsewhere has no organisation, and who is locked or unknown has no contact', async () => {
  expect([(await contact(2))?.organisation, await contact(3), await contact(9)]).toEqual([null, null, null])
})
