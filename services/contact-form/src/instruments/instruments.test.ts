import type { ContentService, InstrumentWish } from '@stem/contracts/content'
import { beforeEach, describe, expect, it } from 'vitest'
import { caseToken } from '../cases/read-case.ts'
import { ask, count, DB, emptyAll, finished, only, READING, somebody, testEnv } from '../testing/asking.ts'
import { draftFromCase } from './draft-from-case.ts'

/** The stand-in of content, with what tests ask of it. */
const content = testEnv.CONTENT as unknown as {
  wishes(): Promise<(InstrumentWish & { id: string })[]>
  setDown(down: boolean): Promise<void>
  show(id: string, shown: { title: string; locale: string; path: string } | null): Promise<void>
}
const officer = somebody('secretariat-officer')
const turn = (over: Record<string, string> = {}) => ({ type: 'taskforce', title: 'Girls in physics', agreed: 'members', ...over })

beforeEach(async () => {
  await emptyAll()
  await content.setDown(false)
  await ask('/support/request', {
    form: finished({ name: 'CANARY name', address: 'canary@min.example', challenge: 'CANARY words', organisation: 'CANARY org', job: 'CANARY job' }),
  })
})
const press = async (form = turn(), who: typeof officer | null = officer) => ask(`/console/requests/${(await only()).id}/instrument`, { who, form })
const ownWishes = async () => {
  const { id } = await only()
  return (await content.wishes()).filter(({ caseId }) => caseId === id)
}
const desk = async () => (await ask(`/console/requests/${(await only()).id}`, { who: officer })).text()
const tracking = async () => {
  const found = await only()
  return (await ask(`/support/case?case=${found.id}&token=${await caseToken(READING.keys, found)}`)).text()
}

describe('turning a request into an instrument', () => {
  it('makes one draft, one link and one event, however often and however many at once press', async () => {
    const answers = await Promise.all(Array.from({ length: 20 }, () => press()))
    const places = new Set(answers.map((answer) => answer.headers.get('location')))
    expect([answers.every(({ status }) => status === 303), places.size, (await ownWishes()).length]).toEqual([true, 1, 1])
    const drafted = await DB.prepare("SELECT count(*) AS n FROM events WHERE kind = 'drafted'").first('n')
    expect([await count('case_links'), drafted]).toEqual([1, 1])
    expect([...places][0]).toBe(`/console/instruments/${(await ownWishes())[0]?.id}`)
    await press(turn({ type: 'briefing' }))
    expect([await count('case_links'), (await ownWishes()).length]).toEqual([2, 2])
  })

  it('hands over kind, country and what staff typed, and nothing of who asked or what they wrote', async () => {
    await press()
    const [wish] = await ownWishes()
    const { id: caseId, reference } = await only()
    expect(wish).toMatchObject({
      caseId,
      reference,
      type: 'taskforce',
      title: 'Girls in physics',
      country: 'EE',
      locale: 'en',
      agreed: 'members',
      by: officer.personId,
    })
    expect(Object.keys(wish ?? {}).toSorted()).toEqual(['agreed', 'by', 'caseId', 'country', 'id', 'locale', 'reference', 'title', 'type'])
    expect(JSON.stringify(wish)).not.toMatch(/canary/i)
  })

  it('is mended by pressing again when the link was lost on the way', async () => {
    const found = await only()
    const broken = new Proxy(DB, {
      get: (target, name) => {
        if (name === 'batch') return () => Promise.reject(new Error('the power went off'))
        const value: unknown = Reflect.get(target, name)
        return typeof value === 'function' ? value.bind(target) : value
      },
    })
    const wish = { type: 'taskforce', title: 'Girls in physics', agreed: 'open', locale: 'en' } as const
    const deps = { reading: { ...READING, db: broken }, content: testEnv.CONTENT as unknown as ContentService }
    await expect(draftFromCase(deps, officer.personId, found, wish, 1)).rejects.toThrow('power')
    expect([await count('case_links'), (await ownWishes()).length]).toEqual([0, 1])
    expect((await press()).status).toBe(303)
    expect([await count('case_links'), (await ownWishes()).length]).toEqual([1, 1])
  })

  it('changes nothing while content cannot be reached, keeps what was typed, and the case is still to be read', async () => {
    await content.setDown(true)
    const answer = await press(turn({ title: 'Typed title' }))
    expect([answer.status, (await answer.text()).includes('value="Typed title"'), await count('case_links')]).toEqual([503, true, 0])
    await content.setDown(false)
    await press()
    await content.setDown(true)
    expect(await desk()).toMatch(/Girls in physics[^]*cannot be read right now/)
    expect(await tracking()).toContain('CANARY words')
  })

  it.each(['type', 'title', 'agreed'])('wants a %s and keeps the rest', async (field) => {
    const answer = await press(turn({ [field]: '' }))
    const html = await answer.text()
    expect([answer.status, html.includes(`href="#f-${field}"`), (await ownWishes()).length]).toEqual([422, true, 0])
    if (field !== 'title') expect(html).toContain('value="Girls in physics"')
  })

  it.each(['spam', 'withdrawn', 'merged'])('is not offered and not done for a case that is %s', async (state) => {
    await DB.prepare('UPDATE cases SET state = ?').bind(state).run()
    expect(await desk()).not.toContain('Make draft')
    expect([(await press()).status, (await ownWishes()).length]).toEqual([409, 0])
  })

  it('begins with the kind that was asked for and a title that tells nothing else', async () => {
    expect(await desk()).toMatch(/<option value="taskforce" selected[^]*value="Taskforce: Estonia"/)
  })

  it.each([
    ['nobody', null, 303],
    ['a person without a role', somebody('x', { roles: [] }), 404],
    ['a reviewer of a country', somebody('platform-reviewer', { roles: [{ role: 'platform-reviewer', scope: 'country:EE' }] }), 404],
    ['an auditor', somebody('auditor'), 404],
    ['an officer whose role sleeps', somebody('secretariat-officer', { roles: [], asleep: [{ role: 'secretariat-officer', scope: 'coalition' }] }), 303],
    ['an administrator', somebody('secretariat-admin'), 303],
  ])('is for the secretariat alone: %s', async (who, principal, status) => {
    const answer = await press(turn(), principal)
    expect([answer.status, (await ownWishes()).length]).toEqual([status, who === 'an administrator' ? 1 : 0])
    const unknown = await ask('/console/requests/cas_zzzzzzzzzzzzzzzzzzzzzzzzzz/instrument', { who: principal, form: turn() })
    expect(unknown.status).toBe(who === 'an administrator' ? 404 : status)
  })
})

describe('the requester', () => {
  it('learns that it is being prepared, and its name only once everybody may see it', async () => {
    expect(await tracking()).not.toContain('being prepared')
    await press()
    expect(await tracking()).toContain('A taskforce is being prepared.')
    expect(await tracking()).not.toContain('Girls in physics')
    const id = (await ownWishes())[0]?.id ?? ''
    await content.show(id, null)
    expect(await tracking()).toContain('A taskforce is being prepared.')
    expect(await desk()).toContain('For members')
    await content.show(id, { title: 'As published', locale: 'en', path: '/taskforces/girls' })
    expect(await tracking()).toMatch(/This became:[^]*<a href="\/taskforces\/girls">As published<\/a>/)
    expect(await tracking()).not.toMatch(/being prepared|Girls in physics/)
    expect(await desk()).toMatch(new RegExp(`href="/console/instruments/${id}"[^]*Public`))
  })
})
