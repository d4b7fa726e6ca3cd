import { beforeEach, describe, expect, it } from 'vitest'
import { staff } from '../persons/staff.ts'
import { ask, DB, emptyAll, idOf, NOW, personRows, whoIs } from '../testing/world.ts'
import { deleteView, savedViewsOf, saveView } from './saved-views.ts'

const deps = { db: DB }
const [ANNA, BEA] = [idOf('per', 1), idOf('per', 2)]
beforeEach(emptyAll)

const names = async (person: string, place: string) => (await savedViewsOf(deps, person, place)).map(({ name, query }) => [name, query])

describe('a saved view', () => {
  it('belongs to one person and one place, and is replaced by one of the same name', async () => {
    expect(await saveView(deps, ANNA, 'requests', { name: 'Estonia', query: 'country=EE' }, NOW)).toBe('saved')
    expect(await saveView(deps, ANNA, 'requests', { name: 'Estonia', query: 'country=EE&kind=taskforce' }, NOW)).toBe('saved')
    await saveView(deps, ANNA, 'organisations', { name: 'Estonia', query: 'country=EE' }, NOW)
    await saveView(deps, BEA, 'requests', { name: 'Mine', query: 'view=mine' }, NOW)
    expect(await names(ANNA, 'requests')).toEqual([['Estonia', 'country=EE&kind=taskforce']])
    expect([await names(ANNA, 'organisations'), await names(BEA, 'requests')]).toEqual([[['Estonia', 'country=EE']], [['Mine', 'view=mine']]])
  })

  it('is deleted by its owner alone, and the twenty-first is refused, not lost in silence', async () => {
    for (let index = 0; index < 20; index++) await saveView(deps, ANNA, 'requests', { name: `View ${index}`, query: '' }, NOW + index)
    expect(await saveView(deps, ANNA, 'requests', { name: 'One more', query: '' }, NOW)).toBe('full')
    expect(await saveView(deps, ANNA, 'requests', { name: 'View 3', query: 'kind=question' }, NOW)).toBe('saved')
    const [first] = await savedViewsOf(deps, ANNA, 'requests')
    await deleteView(deps, BEA, first?.id ?? '')
    expect(await savedViewsOf(deps, ANNA, 'requests')).toHaveLength(20)
    await deleteView(deps, ANNA, first?.id ?? '')
    expect((await savedViewsOf(deps, ANNA, 'requests')).map(({ name }) => name)).not.toContain('View 0')
  })

  it('of requests is not shown among the organisations', async () => {
    await DB.batch(await personRows({ number: 1, grants: [['secretariat-officer', 'coalition']] }))
    await saveView(deps, ANNA, 'requests', { name: 'Estonian requests', query: 'country=EE' }, NOW)
    await saveView(deps, ANNA, 'organisations', { name: 'Estonian records', query: 'country=EE' }, NOW)
    const html = await (await ask('/console/organisations', { who: await whoIs(1) })).text()
    expect([html.includes('Estonian records'), html.includes('Estonian requests')]).toEqual([true, false])
  })
})

describe('staff', () => {
  it('are the active officers and administrators of the secretariat, each once, by name', async () => {
    await DB.batch([
      ...(await personRows({ number: 1, name: 'zoe', grants: [['secretariat-officer', 'coalition']] })),
      ...(await personRows({
        number: 2,
        name: 'Anna',
        grants: [
          ['secretariat-officer', 'coalition'],
          ['secretariat-admin', 'coalition'],
        ],
      })),
      ...(await personRows({ number: 3, name: 'Auditor', grants: [['auditor', 'coalition']] })),
      ...(await personRows({ number: 4, name: 'Locked', state: 'locked', grants: [['secretariat-admin', 'coalition']] })),
      ...(await personRows({ number: 5, name: 'Platform', grants: [['platform-manager', 'country:DK']] })),
    ])
    expect((await staff(deps)).map(({ name }) => name)).toEqual(['Anna', 'zoe'])
    await DB.prepare('UPDATE role_grants SET ended_at = 1 WHERE person_id = ?').bind(ANNA).run()
    expect((await staff(deps)).map(({ name }) => name)).toEqual(['Anna'])
  })
})

describe('the search of everything', () => {
  it('leads on to the requests for those who may see them, and tells nobody else of them', async () => {
    await DB.batch([
      ...(await personRows({ number: 1, grants: [['secretariat-officer', 'coalition']] })),
      ...(await personRows({ number: 2, grants: [['auditor', 'coalition']] })),
    ])
    const pageFor = async (number: number) => (await ask('/console/search?q=gr%C3%B6%C3%9Fe+%26co', { who: await whoIs(number) })).text()
    expect(await pageFor(1)).toContain('/console/requests?view=all&amp;q=gr%C3%B6%C3%9Fe+%26co')
    expect(await pageFor(2)).not.toContain('/console/requests')
  })
})
